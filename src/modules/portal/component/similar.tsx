import type { AnyRecord } from '../../catalog/index.js';
import { useReading } from '../reading/reading.js';
import { ValidityBadge } from './badge.js';
import { Said } from './said.js';
import { Section } from './section.js';

/** Records about the same. */
export function Similar({ records }: { records: readonly AnyRecord[] }) {
  const { t } = useReading();
  if (records.length === 0) return <></>;
  return (
    <Section id="similar" title={t.record.similar}>
      <ul class="similar">
        {records.map((record) => (
          <li key={record.identifier}>
            <a href={record.url}>
              <Said>{record.title}</Said>
            </a>{' '}
            {record.kind === 'document' && record.validity && <ValidityBadge label={record.validity} />}{' '}
            {record.publishedOn && <time dateTime={record.publishedOn}>{record.publishedOn}</time>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
