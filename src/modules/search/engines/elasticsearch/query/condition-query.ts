import type { estypes } from '@elastic/elasticsearch';
import { type Condition, isDateField, isInstantField, type Range, type TermField } from '../../../condition.js';
import { dateBounds } from '../../date-bounds.js';
import { storable } from '../../tsvector-literal.js';

type Query = estypes.QueryDslQueryContainer;

/** A condition as a filter, node by node; values of the caller are values of the body and nothing else. */
export function conditionQuery(condition: Condition): Query {
  if ('all' in condition) return condition.all.length === 0 ? { match_all: {} } : { bool: { filter: condition.all.map(conditionQuery) } };
  if ('any' in condition)
    return condition.any.length === 0
      ? { match_none: {} }
      : { bool: { should: condition.any.map(conditionQuery), minimum_should_match: 1 } };
  if ('not' in condition) return { bool: { must_not: [conditionQuery(condition.not)] } };
  if ('is' in condition) return { terms: { [termField(condition.field)]: condition.is.filter(Boolean).map(storable) } };
  if ('startsWith' in condition && condition.startsWith !== '')
    return { prefix: { [termField(condition.field)]: { value: storable(condition.startsWith) } } };
  const { field } = condition;
  if (!isDateField(field)) return hasValue(termField(field));
  if (isInstantField(field)) return rangeQuery(field, 'exists' in condition ? { field } : (condition as Range));
  const bounds = inclusive('exists' in condition ? { field } : (condition as Range));
  return { range: { [field]: bounds.gte === undefined ? { gt: '', ...bounds } : bounds } };
}

/** Where the value of a field stands whole. */
function termField(field: TermField): string {
  if (field === 'identifier') return field;
  return field === 'title' ? 'titleExact' : `facet.${field}`;
}

function hasValue(field: string): Query {
  return { bool: { filter: [{ exists: { field } }], must_not: [{ term: { [field]: '' } }] } };
}

function rangeQuery(field: string, range: Range): Query {
  const bounds = inclusive(range);
  return Object.keys(bounds).length === 0 ? { exists: { field } } : { range: { [field]: bounds } };
}

function inclusive(range: Range): { gte?: string; lte?: string } {
  const { from, to } = dateBounds(range);
  return { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) };
}
