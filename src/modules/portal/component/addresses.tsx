import type { AnyRecord } from '../../catalog/index.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { citation } from './citation.js';
import { CopyButton } from './copy-button.js';
import { QrCode } from './qr-code.js';
import { Section } from './section.js';

interface AddressesProps {
  site: Site;
  record: AnyRecord;
  /** The day on which it is cited. */
  today?: string;
  /** Who published it, where the record names nobody. */
  organ?: string;
}

/** How to cite the record, where it can be linked to, and where programs read it. */
export function Addresses({ site, record, today, organ }: AddressesProps) {
  const { t } = useReading();
  const address = site.baseUrl + record.url;
  return (
    <Section id="addresses" title={t.record.addresses} tone="quiet">
      <dl class="fields fields-wide">
        <div>
          <dt>
            {t.record.citation} <span class="note">{t.record.citationStandard}</span>
          </dt>
          <dd>
            <bdi id="citation" lang="zh-CN">
              {citation(record, { url: address, today, organ })}
            </bdi>{' '}
            <CopyButton of="citation" what={t.record.citation} />
          </dd>
        </div>
        <div>
          <dt>{t.record.address}</dt>
          <dd>
            <bdi id="address">{address}</bdi> <CopyButton of="address" what={t.record.address} />
            <details class="qr">
              <summary>{t.record.qrCode}</summary>
              <QrCode text={address} title={t.record.qrCodeOf} />
            </details>
          </dd>
        </div>
        <div>
          <dt>{t.record.field.identifier}</dt>
          <dd>
            <bdi>{record.identifier}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t.record.programs}</dt>
          <dd class="address">
            <a href={`/api/v1${record.url}`}>{`/api/v1${record.url}`}</a>
          </dd>
        </div>
        <div>
          <dt>{t.record.proof}</dt>
          <dd>
            <a href={`/records/${encodeURIComponent(record.identifier)}/proof`}>{t.record.proofLink}</a>
          </dd>
        </div>
        <div>
          <dt>{t.record.revision}</dt>
          <dd>
            {t.record.revisionAt(record.revision, record.updatedAt.slice(0, 10))} <a href={`${record.url}/versions`}>{t.record.versions}</a>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
