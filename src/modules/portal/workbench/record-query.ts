import { RECORD_KINDS, type RecordKind } from '../../catalog/index.js';

/** What a list of published records is asked for, as it stands in its address. */
export interface RecordQuery {
  kind?: RecordKind;
  status?: 'published' | 'withdrawn';
  lack?: 'abstract' | 'keywords';
  text?: string;
  department?: string;
  page: number;
}

const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined => known.find((one) => one === value);
const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;

/** The query of an address; what it does not understand is left out, and what lacks something is looked for among published records. Pure. */
export function recordQuery(query: Record<string, unknown>): RecordQuery {
  const lack = oneOf(query.lack, ['abstract', 'keywords']);
  return {
    kind: oneOf(query.kind, RECORD_KINDS),
    status: lack ? 'published' : oneOf(query.status, ['published', 'withdrawn']),
    lack,
    text: wordOf(query.text),
    department: wordOf(query.department),
    page: typeof query.page === 'string' && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1,
  };
}

/** The address of a list. Pure. */
export function recordsUrl(query: Partial<RecordQuery>): string {
  const said = Object.entries(query).filter(([name, value]) => value !== undefined && !(name === 'page' && value === 1));
  const text = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return `/workbench/records${text ? `?${text}` : ''}`;
}
