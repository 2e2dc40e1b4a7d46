import { CODED_FIELDS, type CodedField, type HitRow, plainBody } from '../catalog/index.js';
import type { VocabularyService } from '../vocabulary/index.js';
import type { TextAnalyzer } from './analysis/index.js';
import type { Highlight, SearchHit } from './api/search.model.js';
import type { ListedHit } from './list.model.js';
import type { AttachmentHit } from './attachment-hit.js';
import type { ScorePart } from './search-engine.js';
import { highlight, snippet } from './highlight/index.js';
import { itemHits } from './item-hit.js';

/** A record that was found, with what its hit shows beside its own fields. */
export interface FoundRecord {
  row: HitRow;
  score: number;
  department: string | null;
  url: string;
  pinned: boolean;
  explanation: ScorePart[];
  /** Where the words stand that the record itself does not have. */
  attachment: AttachmentHit | null;
}

type Profile = Record<string, unknown>;

export const SNIPPET_LENGTH = 120;
/** A long body is searched for the best excerpt only so far; the rest rarely holds a better one. */
export const READ_FOR_SNIPPET = 4000;

/** A hit as people and programs see it; `terms` are the index tokens of the query. */
export function presentHit(
  { row, score, department, url, pinned, explanation, attachment }: FoundRecord,
  terms: ReadonlySet<string>,
  analyzer: TextAnalyzer,
  vocabulary: VocabularyService,
): SearchHit {
  return {
    ...listedHit({ row, department, url }, vocabulary),
    snippet: attachment?.snippet ?? snippetOf(row, terms, analyzer),
    attachment: attachment && { title: attachment.title, url: attachment.url },
    highlights: highlightsOf(row, terms, analyzer),
    score,
    pinned,
    explanation,
  };
}

/** What a record says of itself in a list, whatever was asked. Pure. */
export function listedHit(
  { row, department, url }: Pick<FoundRecord, 'row' | 'department' | 'url'>,
  vocabulary: VocabularyService,
): ListedHit {
  const profile = row.profile as Profile;
  const labelOf = (field: CodedField, value: unknown) => (typeof value === 'string' ? vocabulary.label(CODED_FIELDS[field], value) : null);
  return {
    identifier: row.identifier,
    kind: row.kind,
    title: row.title,
    department,
    topic: labelOf('topic', row.topic),
    region: labelOf('region', row.region),
    publishedOn: row.publishedOn,
    modifiedOn: row.modifiedOn,
    validity: row.kind === 'document' ? labelOf('validity', row.validity) : null,
    documentNumber: textOf(profile.documentNumber),
    documentType: labelOf('documentType', profile.documentType),
    openness: labelOf('openness', profile.openness),
    updateCycle: labelOf('updateCycle', profile.updateCycle),
    formats: Array.isArray(profile.formats) ? (profile.formats as string[]) : [],
    url,
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The title with its matches marked, when it has any, and data items with words that it lacks. */
function highlightsOf(row: HitRow, terms: ReadonlySet<string>, analyzer: TextAnalyzer): Highlight[] {
  if (terms.size === 0) return [];
  const title = highlight(row.title, analyzer, terms);
  return [
    ...(title.includes('<mark>') ? [{ field: 'title', html: title }] : []),
    ...itemHits(itemNames(row), row.title, terms, analyzer).map((html) => ({ field: 'item', html })),
  ];
}

const itemNames = ({ profile }: HitRow): string[] =>
  (((profile as Profile).items as { name: string }[] | undefined) ?? []).map(({ name }) => name);

/** The best excerpt of abstract, body and data items. */
function snippetOf(row: HitRow, terms: ReadonlySet<string>, analyzer: TextAnalyzer): string | null {
  const text = describingText(row);
  return text === '' ? null : snippet(text, analyzer, terms, { length: SNIPPET_LENGTH });
}

/** What the record itself says beside its title. */
export function describingText(row: HitRow): string {
  const abstract = row.abstract === row.title ? '' : row.abstract;
  const body = plainBody(row.body);
  const items = itemNames(row).join('、');
  return [abstract, body, items && `信息项：${items}`].filter(Boolean).join('\n');
}
