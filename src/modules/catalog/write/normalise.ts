import { documentNumberKey, isValidCreditCode, normaliseDocumentNumber, parseResourceCode } from '../../kernel/identifier/index.js';
import { parsePartialDate } from '../../kernel/date/index.js';
import type { VocabularyService } from '../../vocabulary/index.js';
import { CORE_COLUMNS } from '../record/core-column.js';
import { CODED_FIELDS, type CodedField, codedFields } from '../record/coded-field.js';
import { cleanBody } from './body-text.js';
import { canonicalJson, contentHash } from './canonical.js';
import type { RelationFields } from '../record/record-fields.js';
import type { Draft, NormalRecord, Profile, Warning } from './draft.js';

/** Columns of the record table; every other field belongs to the profile of the kind. */
const CORE = new Set<string>([...CORE_COLUMNS, 'relations']);

type Fields = Record<string, unknown>;

/** Normal form of a draft: labels to codes, numbers and dates in their standard spelling, text cleaned. Pure. */
export function normalise(draft: Draft, vocabulary: VocabularyService): NormalRecord {
  const { kind, input } = draft;
  const warnings: Warning[] = [];
  const fields: Fields = { ...input };
  for (const field of codedFields) {
    const given = text(fields[field]);
    if (given) fields[field] = coded(field, given, vocabulary, warnings);
  }
  dates(fields);
  if (kind === 'dataset') normaliseDataset(fields, warnings);
  else normaliseDocument(fields, warnings);
  const content = {
    kind,
    identifier: input.identifier,
    title: input.title,
    abstract: input.abstract ?? '',
    keywords: [...new Set(input.keywords ?? [])],
    topic: text(fields.topic),
    region: text(fields.region),
    publishedOn: text(fields.publishedOn),
    modifiedOn: text(fields.modifiedOn),
    sourceUrl: text(fields.sourceUrl),
    body: cleanBody(text(fields.body) ?? ''),
    relations: input.relations.map(saidOfRelation),
    organizations: draft.kind === 'document' ? draft.input.issuer : one(draft.input.provider),
    profile: profileOf(fields),
  };
  return { ...content, inputHash: hashOf(content), warnings };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const one = (value: string | null | undefined): string[] => (value ? [value] : []);

function coded(field: CodedField, given: string, vocabulary: VocabularyService, warnings: Warning[]): string {
  const found = vocabulary.resolve(CODED_FIELDS[field], given);
  if (found) return found.code;
  warnings.push({ field, message: `代码表中没有“${given}”，按原样保存` });
  return given;
}

const DATES = ['publishedOn', 'modifiedOn', 'writtenOn', 'effectiveOn', 'expiresOn', 'repealedOn', 'nextUpdateDue'];

function dates(fields: Fields): void {
  for (const field of DATES) {
    const value = fields[field];
    if (typeof value !== 'string') continue;
    const parsed = parsePartialDate(value);
    if (parsed.ok) fields[field] = parsed.value;
  }
}

function normaliseDataset(fields: Fields, warnings: Warning[]): void {
  fields.formats = [...new Set((fields.formats as string[]).map((format) => format.toLowerCase()))];
  const resourceCode = text(fields.resourceCode);
  if (resourceCode) {
    const parsed = parseResourceCode(resourceCode);
    if (parsed.ok) fields.resourceCode = parsed.value.value;
    else warnings.push({ field: 'resourceCode', message: parsed.reason });
  }
  const creditCode = text(fields.providerCode);
  if (creditCode && !isValidCreditCode(creditCode)) {
    warnings.push({ field: 'providerCode', message: `统一社会信用代码“${creditCode}”校验不通过，请核对` });
  }
}

function normaliseDocument(fields: Fields, warnings: Warning[]): void {
  const number = text(fields.documentNumber);
  if (number) {
    fields.documentNumber = normaliseDocumentNumber(number);
    fields.documentNumberKey = documentNumberKey(number);
  }
  const [written, published] = [text(fields.writtenOn), text(fields.publishedOn)];
  if (written && published && written.slice(0, published.length) > published.slice(0, written.length)) {
    warnings.push({ field: 'writtenOn', message: `成文日期 ${written} 晚于发布日期 ${published}，请核对` });
  }
}

/** What belongs to the kind and says something. */
function profileOf(fields: Fields): Profile {
  const own = Object.entries(fields).filter(([field]) => !CORE.has(field));
  return JSON.parse(canonicalJson(Object.fromEntries(own))) as Profile;
}

const saidOfRelation = ({ type, target, partial, note }: RelationFields): RelationFields => ({
  type,
  target,
  ...(partial ? { partial } : {}),
  ...(note ? { note } : {}),
});

/** Equal for inputs that mean the same, however they spell labels and in whatever order they give relations. */
function hashOf(content: { relations: readonly RelationFields[] }): string {
  const key = ({ type, target }: RelationFields) => `${type} ${target}`;
  return contentHash({ ...content, relations: content.relations.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) });
}
