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

/** Whether everybody may have the files of a record: those of a dataset that is open on conditions, or not, are for nobody without a grant. Pure. */
export function hasOpenFiles({ kind, profile }: Pick<RecordRow, 'kind' | 'profile'>): boolean {
  const { openness } = profile as { openness?: string | null };
  return kind !== 'dataset' || (openness !== 'conditional' && openness !== 'none');
}

/** The files of a record that are kept here and open to everybody, in their order. Pure. */
export function attachedFiles({ kind, identifier, profile }: Pick<RecordRow, 'kind' | 'identifier' | 'profile'>): AttachedFile[] {
  if (!hasOpenFiles({ kind, profile })) return [];
  const { resources, attachments } = profile as { resources?: ResourceFields[]; attachments?: ResourceFields[] };
  return ((kind === 'dataset' ? resources : attachments) ?? []).flatMap((file, index) =>
    file.sha256
      ? [{ title: file.title, sha256: file.sha256, url: resourceUrl(identifier, file, index) ?? recordUrl(kind, identifier) }]
      : [],
  );
}
