import { type Condition, FURTHER_FACETS, isDateField, type Range, type TermField } from '../../condition.js';
import { dateBounds } from '../date-bounds.js';
import { facetTerm } from '../special-terms.js';
import { storable } from '../tsvector-literal.js';
import type { Values } from './values.js';

const COLUMNS: Record<string, string> = {
  identifier: 'e.identifier',
  title: 'e.title',
  createdAt: 'e.created_at',
  updatedAt: 'e.updated_at',
  publishedOn: 'e.published_on',
  modifiedOn: 'e.modified_on',
};

/** Stands between terms that are joined, and in none. */
const BREAK = '\u001f';

/** A condition as an expression over the entry `e`; columns are never NULL, so NOT is exact. Everything of the caller is a parameter. */
export function conditionSql(condition: Condition, values: Values): string {
  const joined = (conditions: Condition[], word: string) => `(${conditions.map((each) => conditionSql(each, values)).join(` ${word} `)})`;
  if ('all' in condition) return condition.all.length === 0 ? 'TRUE' : joined(condition.all, 'AND');
  if ('any' in condition) return condition.any.length === 0 ? 'FALSE' : joined(condition.any, 'OR');
  if ('not' in condition) return `NOT ${conditionSql(condition.not, values)}`;
  const { field } = condition;
  const column = COLUMNS[field];
  if ('is' in condition) {
    if (column) return `${column} = ANY(${values.add(condition.is.filter(Boolean).map(storable))}::text[])`;
    const terms = condition.is.filter(Boolean).map((value) => facetTerm(field, value));
    return `${arrayOf(condition.field)} && ${values.add(terms)}::text[]`;
  }
  if ('startsWith' in condition && condition.startsWith !== '') {
    if (column) return `starts_with(${column}, ${values.add(storable(condition.startsWith))})`;
    return someTerm(condition.field, facetTerm(field, condition.startsWith), values);
  }
  if (isDateField(field) && !('exists' in condition)) return rangeSql(column!, condition as Range, values);
  if (column) return `${column} <> ''`;
  return someTerm(field as TermField, facetTerm(field, ''), values);
}

function rangeSql(column: string, range: Range, values: Values): string {
  const { from, to } = dateBounds(range);
  const lower = from === undefined ? `${column} <> ''` : `${column} >= ${values.add(from)}`;
  return to === undefined ? lower : `(${lower} AND ${column} <= ${values.add(to)})`;
}

/** Some term begins so: looked for in all of them joined, which takes half the time of looking at one after the other. */
function someTerm(field: TermField, beginning: string, values: Values): string {
  if (beginning.includes(BREAK)) return 'FALSE';
  return `strpos(chr(31) || array_to_string(${arrayOf(field)}, chr(31)), ${values.add(BREAK + beginning)}) > 0`;
}

function arrayOf(field: TermField): string {
  return (FURTHER_FACETS as readonly string[]).includes(field) ? 'e.labels' : 'e.facets';
}
