import { recordUrl } from '../read/present-record.js';
import type { RecordRow } from '../record/record.entity.js';
import type { ResourceFields } from '../record/resource-fields.js';

/** A file of a record that is kept here, and where readers get it. */
export interface AttachedFile {
  title: string;
  sha256: string;
  url: string;
}

/** Address of a file of a record; undefined when it is not kept here. */
export function resourceUrl(identifier: string, { sha256, path }: ResourceFields, index: number): string | undefined {
  if (!sha256 || !path) return undefined;
  const name = path.split(/[\\/]/).at(-1)!;
  return `/api/v1/records/${encodeURIComponent(identifier)}/resources/${index}/${encodeURIComponent(name)}`;
}

/** The files of a record that are kept here, in their order. Pure. */
export function attachedFiles({ kind, identifier, profile }: Pick<RecordRow, 'kind' | 'identifier' | 'profile'>): AttachedFile[] {
  const { resources, attachments } = profile as { resources?: ResourceFields[]; attachments?: ResourceFields[] };
  return ((kind === 'dataset' ? resources : attachments) ?? []).flatMap((file, index) =>
    file.sha256
      ? [{ title: file.title, sha256: file.sha256, url: resourceUrl(identifier, file, index) ?? recordUrl(kind, identifier) }]
      : [],
  );
}
