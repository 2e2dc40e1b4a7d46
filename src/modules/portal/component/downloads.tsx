import { type ResourceFields, resourceUrl } from '../../catalog/index.js';
import { useReading } from '../reading/reading.js';
import { WebLink } from './fields.js';
import { Said } from './said.js';
import { Section } from './section.js';

const UNITS = ['KB', 'MB', 'GB'];

/** 1536 → 1.5 KB */
export function sizeText(bytes: number, word = 'B'): string {
  let value = bytes;
  let unit = -1;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return unit < 0 ? `${value} ${word}` : `${value.toFixed(1)} ${UNITS[unit]!}`;
}

interface DownloadsProps {
  identifier: string;
  resources: readonly ResourceFields[];
  title: string;
  /** Why the files that are kept here are not for everybody. */
  closed?: string;
  /** By SHA-256, whether a file has a text that programs can read; a file of which nobody knows is absent. */
  texts?: ReadonlyMap<string, boolean>;
}

/** Files and services by which a record can be had. */
export function Downloads({ identifier, resources, title, closed, texts }: DownloadsProps) {
  const { t } = useReading();
  if (resources.length === 0) return <></>;
  return (
    <Section id="downloads" title={title}>
      <ul class="downloads">
        {resources.map((resource, index) => (
          <li key={resource.title + String(index)}>
            {closed && resource.sha256 ? (
              <span>
                <Said>{resource.title}</Said>
                {t.record.closed(closed)}
              </span>
            ) : (
              <Address identifier={identifier} resource={resource} index={index} />
            )}{' '}
            <About resource={resource} hasText={resource.sha256 ? texts?.get(resource.sha256) : undefined} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Type, size, what is known of its text, and how to tell that it is unchanged. */
function About({ resource: { format, byteSize, description, sha256 }, hasText }: { resource: ResourceFields; hasText?: boolean }) {
  const { t } = useReading();
  const facts = [
    format?.toUpperCase(),
    byteSize ? sizeText(byteSize, t.record.bytes) : undefined,
    hasText === undefined ? undefined : hasText ? t.record.hasText : t.record.scanned,
  ].filter(Boolean);
  return (
    <div class="note">
      {facts.join(' · ')}
      {description && (
        <>
          {facts.length > 0 && ' · '}
          <Said>{description}</Said>
        </>
      )}
      {sha256 && (
        <details class="checksum">
          <summary>
            {t.record.checksum} <code title={sha256}>{sha256.slice(0, 12)}</code>
          </summary>
          <div>
            {t.record.checksumHelp}
            <br />
            <code>{sha256}</code>
          </div>
        </details>
      )}
    </div>
  );
}

function Address({ identifier, resource, index }: { identifier: string; resource: ResourceFields; index: number }) {
  const { t } = useReading();
  const stored = resourceUrl(identifier, resource, index);
  if (stored) {
    return (
      <a class="download" href={stored} download={resource.path!.split(/[\\/]/).at(-1)}>
        <Said>{resource.title}</Said>
      </a>
    );
  }
  if (resource.url)
    return (
      <WebLink href={resource.url}>
        <Said>{resource.title}</Said>
      </WebLink>
    );
  return (
    <span>
      <Said>{resource.title}</Said>
      {t.record.unavailable}
    </span>
  );
}
