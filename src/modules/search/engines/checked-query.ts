import { AppError } from '../../kernel/app-error.js';
import { checkedCondition } from '../checked-condition.js';
import type { FieldOrder } from '../condition.js';
import type { EngineQuery, SearchSort } from '../search-engine.js';

const MOST_HITS = 1000;
/** Elasticsearch opens its window as far as this and a page more. */
export const FARTHEST = 100_000;
export const LARGEST_WINDOW = FARTHEST + MOST_HITS;
const MOST_FACET_VALUES = 10_000;
/** Values of a facet when nobody says how many. */
export const USUAL_FACET_VALUES = 100;

/** The query as engines take it, with its conditions in normal form. @throws AppError BAD_REQUEST */
export function checkedQuery(asked: EngineQuery): EngineQuery {
  const { limit, offset = 0, after, sort, facetLimit = USUAL_FACET_VALUES, where } = asked;
  inRange('limit', limit, 0, MOST_HITS);
  inRange('offset', offset, 0, FARTHEST);
  inRange('facetLimit', facetLimit, 1, MOST_FACET_VALUES);
  if (after !== undefined && (offset > 0 || isFieldOrder(sort)))
    throw refused('offset', '按序号翻页时不能同时给出 cursor', 'A page by number takes no cursor');
  return where === undefined ? asked : { ...asked, where: checkedCondition(where) };
}

export function isFieldOrder(sort: SearchSort | FieldOrder): sort is FieldOrder {
  return typeof sort === 'object';
}

function inRange(field: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw refused(field, `${field} 应是 ${least} 到 ${most} 的整数`, `${field} is a whole number from ${least} to ${most}`);
}

function refused(field: string, message: string, english: string): AppError {
  return new AppError('BAD_REQUEST', `${message}。`, { english: `${english}.`, fields: [{ field, message }] });
}
