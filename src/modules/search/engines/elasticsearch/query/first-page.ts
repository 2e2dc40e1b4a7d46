import type { estypes } from '@elastic/elasticsearch';

/** Hits fetched beyond the page, among which the last one's equals have to end. */
const MARGIN = 30;

/**
 * The first page by score alone: Elasticsearch collects the best scores much faster than it sorts by score and record id.
 * The order of equals is then ours to make.
 */
export function byScoreAlone({ sort: _, ...body }: estypes.SearchRequest): estypes.SearchRequest {
  return { ...body, size: (body.size ?? 0) + MARGIN };
}

/**
 * The first `limit` hits in the order of score and record id, with the sort values that the next page goes on behind;
 * undefined when hits as good as the last one may lie beyond what was fetched.
 */
export function firstPage<T>(hits: readonly estypes.SearchHit<T>[], limit: number): estypes.SearchHit<T>[] | undefined {
  const ordered = [...hits].sort((a, b) => b._score! - a._score! || Number(b._id) - Number(a._id));
  const page = ordered.slice(0, limit);
  const complete = hits.length < limit + MARGIN || ordered.at(-1)!._score! < page.at(-1)!._score!;
  return complete ? page.map((hit) => ({ ...hit, sort: [hit._score!, Number(hit._id)] })) : undefined;
}
