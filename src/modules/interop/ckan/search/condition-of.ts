import { nearestName } from '../../../kernel/field/index.js';
import type { Condition } from '../../../search/index.js';
import type { Expression, Term, TermValue } from './expression.js';
import { instantOf } from './instant-of.js';
import { SEARCH_FIELDS, searchField, type SearchField } from './search-field.js';
import { searchQueryError } from './search-query-error.js';
import type { SearchTerms } from './search-terms.js';

/** What an expression is held against. */
export interface ConditionContext {
  terms: SearchTerms;
  now: Date;
  /** Where the expression stood. */
  parameter: string;
}

const NOTHING: Condition = { any: [] };
const EVERYTHING: Condition = { all: [] };

/** The condition that an expression without words of its own means. Pure. @throws AppError for fields and values that there are not */
export function conditionOf(expression: Expression, context: ConditionContext): Condition {
  switch (expression.kind) {
    case 'and':
      return { all: expression.parts.map((part) => conditionOf(part, context)) };
    case 'or':
      return { any: joined(expression.parts.map((part) => conditionOf(part, context))) };
    case 'not':
      return { not: conditionOf(expression.part, context) };
    default:
      return termCondition(expression, context);
  }
}

/** Values of one field with OR between them are one condition: lists of hundreds are usual. */
function joined(conditions: Condition[]): Condition[] {
  const lists = new Map<string, { field: string; is: string[] }>();
  const rest: Condition[] = [];
  for (const condition of conditions) {
    if (!('is' in condition)) rest.push(condition);
    else {
      const known = lists.get(condition.field) ?? { field: condition.field, is: [] };
      known.is.push(...condition.is);
      lists.set(condition.field, known);
    }
  }
  return [...([...lists.values()] as Condition[]), ...rest];
}

function termCondition({ field: name, value }: Term, context: ConditionContext): Condition {
  const { parameter } = context;
  if (name === undefined)
    throw searchQueryError(
      parameter,
      `词“${shown(value)}”不能与带字段的条件一起放在括号、OR 或 NOT 里，请写成 字段:值`,
      'words cannot stand within brackets, OR or NOT together with fields; write field:value',
    );
  const field = searchField(name);
  if (!field) {
    const near = nearestName(name, Object.keys(SEARCH_FIELDS));
    throw searchQueryError(
      parameter,
      `没有名为“${name.slice(0, 60)}”的字段${near ? `，是否指 ${near}` : `，可用的有 ${Object.keys(SEARCH_FIELDS).join('、')}`}`,
      `undefined field ${name.slice(0, 60)}${near ? `; did you mean ${near}?` : ''}`,
    );
  }
  return fieldCondition(name, field, value, context);
}

function fieldCondition(name: string, field: SearchField, value: TermValue, context: ConditionContext): Condition {
  const { terms } = context;
  switch (field.by) {
    case 'date':
      return dateCondition(name, field.date, value, context);
    case 'constant':
      if (value.kind === 'range') throw noRange(name, context);
      return value.kind === 'any' || (value.kind === 'text' ? value.text === field.value : field.value.startsWith(value.text))
        ? EVERYTHING
        : NOTHING;
    case 'title':
      if (value.kind === 'range') throw noRange(name, context);
      if (value.kind === 'any') return { field: 'title', exists: true };
      return value.kind === 'text' && value.quoted ? { field: 'title', is: [value.text] } : { field: 'title', startsWith: value.text };
    default:
      if (value.kind === 'range') throw noRange(name, context);
      if (value.kind === 'any') return { field: field.term, exists: true };
      if (value.kind === 'prefix') return { field: field.term, startsWith: value.text };
      return { field: field.term, is: field.spellings(value.text, terms) };
  }
}

/** Instants of records have milliseconds. */
function dateCondition(
  name: string,
  date: Extract<SearchField, { by: 'date' }>['date'],
  value: TermValue,
  { now, parameter }: ConditionContext,
): Condition {
  if (value.kind === 'any') return { field: date, exists: true };
  if (value.kind === 'prefix')
    throw searchQueryError(parameter, `日期字段 ${name} 不能用 *，请用范围`, `${name} takes ranges, no wildcard`);
  const instant = (text: string): number => {
    const time = instantOf(text, now);
    if (time !== undefined) return time;
    throw searchQueryError(
      parameter,
      `${name} 的“${text.slice(0, 40)}”不是时刻，应如 2024-05-01T00:00:00Z 或 NOW-7DAYS`,
      `${text.slice(0, 40)} is no instant; write 2024-05-01T00:00:00Z or NOW-7DAYS`,
    );
  };
  const { from, to, fromExcluded, toExcluded } =
    value.kind === 'range' ? value : { from: value.text, to: value.text, fromExcluded: false, toExcluded: false };
  const isDay = date === 'publishedOn' || date === 'modifiedOn';
  const step = isDay ? 86_400_000 : 1;
  const bound = (text: string | undefined, change: number) => {
    if (text === undefined) return undefined;
    const written = new Date(instant(text) + change).toISOString();
    return isDay ? written.slice(0, 10) : written;
  };
  return { field: date, from: bound(from, fromExcluded ? step : 0), to: bound(to, toExcluded ? -step : 0) };
}

const noRange = (name: string, { parameter }: ConditionContext) =>
  searchQueryError(
    parameter,
    `字段 ${name} 不能按范围查；能按范围查的是 metadata_created、metadata_modified、issued、modified`,
    `${name} has no ranges`,
  );

const shown = (value: TermValue) => ('text' in value ? value.text.slice(0, 40) : '[…]');
