import type { Dataset } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import { Chinese, Value } from '../component/chinese.js';
import { Fields, WebLink } from '../component/fields.js';
import { numberText } from '../component/number-text.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

/** The core elements of the catalog entry (发改高技〔2017〕1272号) that stand nowhere else on the page, and whom to ask. */
export function AboutSections({ dataset, department }: { dataset: Dataset; department: Department | undefined }) {
  const { t } = useReading();
  const { contact, temporal, formatClass, formats } = dataset;
  const said = (text: string | null | undefined) => text && <Chinese>{text}</Chinese>;
  const period = temporal && [temporal.start, temporal.end].filter((day) => day !== null && day !== undefined);
  return (
    <div class="columns">
      <Section id="basic" title={t.dataset.basic}>
        <Fields
          fields={[
            [t.dataset.resourceCode, dataset.resourceCode],
            [t.dataset.topic, dataset.topic && <Value>{dataset.topic}</Value>],
            [t.dataset.classPath, said(dataset.classPath.join(' › '))],
            [t.dataset.keywords, said(dataset.keywords.join('、'))],
            [t.dataset.region, said(dataset.region)],
            [t.dataset.period, period && (period.length === 2 ? t.dataset.periodOf(period[0]!, period[1]!) : period[0])],
            [t.dataset.spatial, said(dataset.spatial)],
            [t.dataset.rowCount, typeof dataset.rowCount === 'number' ? numberText(dataset.rowCount) : undefined],
            [
              t.dataset.format,
              formatClass || formats.length > 0 ? (
                <>
                  {formatClass && <Value>{formatClass}</Value>} {formats.map((format) => format.toUpperCase()).join(t.dataset.comma)}
                </>
              ) : undefined,
            ],
          ]}
        />
      </Section>
      <Section id="source" title={t.dataset.source}>
        <Fields
          fields={[
            [t.dataset.provider, department ? <a href={department.url}>{said(department.name)}</a> : said(dataset.provider)],
            [t.dataset.providerCode, dataset.providerCode],
            [t.dataset.contactUnit, said(contact?.unit)],
            [t.dataset.phone, contact?.phone],
            [t.dataset.email, contact?.email],
            [t.dataset.sourceSystem, said(dataset.sourceSystem)],
            [t.dataset.relatedCodes, dataset.relatedCodes.join(t.dataset.comma)],
            [t.dataset.sourceUrl, dataset.sourceUrl && <WebLink href={dataset.sourceUrl} />],
          ]}
        />
      </Section>
    </div>
  );
}
