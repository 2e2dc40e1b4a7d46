import { RECORD_KINDS, type RecordKind, STATE_LABELS, type SubmissionConditions, type SubmissionState } from '../../catalog/index.js';

/** What a list of submissions is asked for, as it stands in its address. */
export interface SubmissionQuery {
  state?: SubmissionState | 'open';
  kind?: RecordKind;
  text?: string;
  light?: 'green' | 'amber' | 'red';
  department?: string;
  rule?: string;
  punctual?: 'late' | 'onTime';
  page: number;
}

const OPEN: readonly SubmissionState[] = ['draft', 'submitted', 'reviewed', 'scheduled'];

const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined => known.find((one) => one === value);
const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;

/** The query of an address; what it does not understand is left out. Pure. */
export function submissionQuery(query: Record<string, unknown>): SubmissionQuery {
  const page = typeof query.page === 'string' && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1;
  return {
    state: oneOf(query.state, [...(Object.keys(STATE_LABELS) as SubmissionState[]), 'open']),
    kind: oneOf(query.kind, RECORD_KINDS),
    text: wordOf(query.text),
    light: oneOf(query.light, ['green', 'amber', 'red']),
    department: wordOf(query.department),
    rule: wordOf(query.rule),
    punctual: oneOf(query.punctual, ['late', 'onTime']),
    page,
  };
}

/** Days and moments that the conditions of a query are counted from. */
export interface QueryDays {
  today: string;
  /** The last day of what is amber. */
  amberUntil: string;
  aYearAgo: Date;
}

/** What a query asks of the store; lights are periods of days. Pure. */
export function conditionsOf(query: SubmissionQuery, { today, amberUntil, aYearAgo }: QueryDays): SubmissionConditions {
  const { state, kind, text, light, department, rule, punctual } = query;
  const open = state === 'open' || (state === undefined && light !== undefined);
  return {
    states: punctual ? ['published'] : open ? OPEN : state ? [state] : undefined,
    kind,
    text,
    rule,
    departments: department ? [department] : undefined,
    dueFrom: light === 'green' ? dayAfter(amberUntil) : light === 'amber' ? dayAfter(today) : undefined,
    dueTo: light === 'red' ? today : light === 'amber' ? amberUntil : undefined,
    late: punctual && punctual === 'late',
    since: punctual || rule ? aYearAgo : undefined,
  };
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The same list with some conditions changed; the first page unless a page is named. Pure. */
export function submissionsUrl(query: Partial<SubmissionQuery>): string {
  const parameters = Object.entries(query).filter(([name, value]) => value !== undefined && !(name === 'page' && value === 1));
  const text = new URLSearchParams(parameters.map(([name, value]) => [name, String(value)])).toString();
  return `/workbench/submissions${text ? `?${text}` : ''}`;
}
