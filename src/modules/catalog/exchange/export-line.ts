import { presentRecord } from '../read/present-record.js';
import type { VocabularyService } from '../../vocabulary/index.js';
import type { RecordRow } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';
import type { ResourceFields } from '../record/resource-fields.js';
import { storedPath } from './stored-path.js';

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

/** A file that an export needs beside it. */
export interface ExportedFile {
  sha256: string;
  path: string;
}

/** A record as a line of the interchange format, and the files it needs beside it; `kept` tells which contents there are. Pure. */
export function exportLine(
  row: RecordRow,
  relations: readonly RelationFields[],
  vocabulary: VocabularyService,
  kept: ReadonlySet<string>,
): { text: string; files: ExportedFile[] } {
  const record = presentRecord(row, relations, vocabulary) as unknown as Record<string, unknown>;
  // What the department declared goes out; what a repeal made of it follows from the relations again.
  if (row.kind === 'document') record.validity = declaredValidity(row, vocabulary);
  const files: ExportedFile[] = [];
  const field = fileField(row.kind);
  record[field] = filesOfRow(row).map(({ path: given, ...resource }) => {
    if (!given || !resource.sha256 || !kept.has(resource.sha256)) return resource;
    const path = storedPath(resource.sha256, given);
    files.push({ sha256: resource.sha256, path });
    return { path, ...resource };
  });
  const line: Record<string, unknown> = {};
  for (const name of [...ORDER.core, ...ORDER[row.kind], ...ORDER.last]) if (said(record[name])) line[name] = record[name];
  return { text: JSON.stringify(line), files };
}

const fileField = (kind: RecordRow['kind']) => (kind === 'dataset' ? 'resources' : 'attachments');

/** The resources of a dataset, the attachments of a document. */
export function filesOfRow(row: Pick<RecordRow, 'kind' | 'profile'>): ResourceFields[] {
  return (row.profile as Partial<Record<string, ResourceFields[]>>)[fileField(row.kind)] ?? [];
}

const said = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function declaredValidity(row: RecordRow, vocabulary: VocabularyService): string | null {
  const declared = (row.profile as { validity?: string }).validity;
  return declared ? vocabulary.label('validity', declared) : null;
}
