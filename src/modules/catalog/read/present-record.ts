import type { VocabularyService } from '../../vocabulary/index.js';
import { CODED_FIELDS, codedFields } from '../record/coded-field.js';
import { type AnyRecord, Dataset, Document } from '../record/record.model.js';
import type { RecordRow } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';

/** Profile members that are for lookups only. */
const INTERNAL = ['documentNumberKey'];

/** Members that are lists and therefore never null. */
const LISTS = {
  dataset: ['classPath', 'formats', 'items', 'relatedCodes', 'resources'],
  document: ['issuer', 'audience', 'attachments'],
} as const;

/** Address of the page of a record. */
export function recordUrl(kind: RecordRow['kind'], identifier: string): string {
  return `/${kind}s/${encodeURIComponent(identifier)}`;
}

/** A stored record as everyone reads it: labels instead of codes, absent members as null or an empty list. */
export function presentRecord(row: RecordRow, relations: readonly RelationFields[], vocabulary: VocabularyService): AnyRecord {
  const record = (row.kind === 'dataset' ? new Dataset() : new Document()) as AnyRecord & Record<string, unknown>;
  Object.assign(record, row.profile, {
    identifier: row.identifier,
    kind: row.kind,
    status: row.status,
    revision: row.revision,
    title: row.title,
    abstract: row.abstract || null,
    keywords: row.keywords,
    topic: row.topic,
    region: row.region,
    publishedOn: row.publishedOn,
    modifiedOn: row.modifiedOn,
    sourceUrl: row.sourceUrl,
    relations,
    url: recordUrl(row.kind, row.identifier),
    topicCode: codeOf('topic', row.topic, vocabulary),
    regionCode: codeOf('region', row.region, vocabulary),
    departmentCode: row.department,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    remarks: row.warnings,
    withdrawalReason: row.withdrawalReason,
  });
  if (row.kind === 'document')
    Object.assign(record, {
      validity: row.validity,
      body: row.body || null,
      departmentCodes: row.department === null ? [] : [row.department, ...row.coDepartments],
    });
  for (const field of INTERNAL) delete record[field];
  for (const field of codedFields)
    if (typeof record[field] === 'string') record[field] = vocabulary.fullLabel(CODED_FIELDS[field], record[field]);
  for (const list of LISTS[row.kind]) record[list] ??= [];
  return record;
}

function codeOf(field: 'topic' | 'region', value: string | null, vocabulary: VocabularyService): string | null {
  return value !== null && vocabulary.resolve(CODED_FIELDS[field], value)?.code === value ? value : null;
}
