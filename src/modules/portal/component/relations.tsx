import { recordUrl, type RelatedRecord } from '../../catalog/index.js';
import { useReading } from '../reading/reading.js';
import { Badge } from './badge.js';
import { Said } from './said.js';
import { Section } from './section.js';
import { type Self, timeline } from './timeline.js';

interface RelationsProps {
  related: readonly RelatedRecord[];
  /** The record whose relations they are. */
  self: Self;
}

/** Relations from both ends, in order of date, with this record in its place. */
export function Relations({ related, self }: RelationsProps) {
  const { t } = useReading();
  if (related.length === 0) return <></>;
  return (
    <Section id="relations" title={t.record.relations}>
      <p class="note">{t.record.relationsByDate}</p>
      <ol class="timeline">
        {timeline(related, self).map((moment) => (
          <li
            key={'self' in moment ? '' : `${moment.related.type} ${moment.related.identifier}`}
            class={'self' in moment ? 'self' : undefined}
          >
            {moment.date ? <time dateTime={moment.date}>{moment.date}</time> : <span class="note">{t.record.undated}</span>}{' '}
            {'self' in moment ? (
              <strong>{moment.self.kind === 'document' ? t.record.thisDocument : t.record.thisDataset}</strong>
            ) : (
              <Relation related={moment.related} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Relation({ related: { type, incoming, identifier, title, kind, partial, note } }: { related: RelatedRecord }) {
  const { t } = useReading();
  const words = t.record.relation[type];
  return (
    <>
      <Badge>
        {incoming ? words.backward : words.forward}
        {partial && t.record.partly}
      </Badge>{' '}
      {title && kind ? (
        <a href={recordUrl(kind, identifier)}>
          <Said>{title}</Said>
        </a>
      ) : (
        <span>
          <Said>{identifier}</Said>
          {t.record.notHere}
        </span>
      )}
      {note && (
        <>
          {' '}
          <span class="note">
            <Said>{note}</Said>
          </span>
        </>
      )}
    </>
  );
}
