import { type ResourceFields, resourceUrl } from '../../catalog/index.js';
import { WebLink } from './fields.js';

const UNITS = ['字节', 'KB', 'MB', 'GB'];

/** 1536 → 1.5 KB */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]!}`;
}

interface DownloadsProps {
  identifier: string;
  resources: ResourceFields[];
  title: string;
  /** Why the files that are kept here are not for everybody. */
  closed?: string;
}

/** Files and services by which a record can be had. */
export function Downloads({ identifier, resources, title, closed }: DownloadsProps) {
  if (resources.length === 0) return <></>;
  return (
    <section class="panel" aria-labelledby="downloads">
      <h2 id="downloads">{title}</h2>
      <ul class="downloads">
        {resources.map((resource, index) => (
          <li key={resource.title + String(index)}>
            {closed && resource.sha256 ? (
              <span>
                {resource.title}（{closed}）
              </span>
            ) : (
              <Address identifier={identifier} resource={resource} index={index} />
            )}
            <span class="note">
              {[resource.format?.toUpperCase(), resource.byteSize ? sizeText(resource.byteSize) : null, resource.description]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Address({ identifier, resource, index }: { identifier: string; resource: ResourceFields; index: number }) {
  const stored = resourceUrl(identifier, resource, index);
  if (stored) {
    return (
      <a class="download" href={stored} download={resource.path!.split(/[\\/]/).at(-1)}>
        {resource.title}
      </a>
    );
  }
  return resource.url ? <WebLink href={resource.url}>{resource.title}</WebLink> : <span>{resource.title}（暂不可下载）</span>;
}
