import { presentRecord } from '../read/present-record.js';
import type { VocabularyService } from '../../vocabulary/index.js';
import type { RecordRow } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';
import type { ResourceFields } from '../record/resource-fields.js';

/** Fields of a line in their fixed order; what is not listed here never leaves the catalog. */
const ORDER = {
  core: ['kind', 'identifier', 'title', 'abstract', 'keywords', 'topic', 'region', 'publishedOn', 'modifiedOn', 'sourceUrl'],
  dataset: [
    'classPath',
    'resourceCode',
    'provider',
    'providerCode',
    'formatClass',
    'formats',
    'items',
    'shareType',
    'shareCondition',
    'shareMode',
    'openness',
    'openCondition',
    'updateCycle',
    'relatedCodes',
    'resources',
    'license',
    'sourceSystem',
    'dataGrade',
    'contact',
    'spatial',
    'temporal',
    'rowCount',
    'nextUpdateDue',
  ],
  document: [
    'indexNumber',
    'documentNumber',
    'issuer',
    'writtenOn',
    'effectiveOn',
    'expiresOn',
    'repealedOn',
    'documentType',
    'validity',
    'legislationType',
    'publicity',
    'article20Code',
    'assembly',
    'audience',
    'body',
    'attachments',
  ],
  last: ['relations'],
} as const;

/** Path of a stored file beside an export. */
export function exportPath(sha256: string, given: string): string {
  return `files/${sha256.slice(0, 12)}/${given.split(/[\\/]/).at(-1)!}`;
}

/** A record as a line of the interchange format, and the files it needs beside it. Pure. */
export function exportLine(
  row: RecordRow,
  relations: readonly RelationFields[],
  vocabulary: VocabularyService,
): { text: string; files: { sha256: string; path: string }[] } {
  const record = presentRecord(row, relations, vocabulary) as unknown as Record<string, unknown>;
  // What the department declared goes out; what a repeal made of it follows from the relations again.
  if (row.kind === 'document') record.validity = declaredValidity(row, vocabulary);
  const files: { sha256: string; path: string }[] = [];
  const field = row.kind === 'dataset' ? 'resources' : 'attachments';
  record[field] = ((record[field] ?? []) as ResourceFields[]).map((resource) => {
    if (!resource.path || !resource.sha256) return resource;
    const path = exportPath(resource.sha256, resource.path);
    files.push({ sha256: resource.sha256, path });
    return { ...resource, path };
  });
  const line: Record<string, unknown> = {};
  for (const name of [...ORDER.core, ...ORDER[row.kind], ...ORDER.last]) if (said(record[name])) line[name] = record[name];
  return { text: JSON.stringify(line), files };
}

const said = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function declaredValidity(row: RecordRow, vocabulary: VocabularyService): string | null {
  const declared = (row.profile as { validity?: string }).validity;
  return declared ? vocabulary.label('validity', declared) : null;
}
