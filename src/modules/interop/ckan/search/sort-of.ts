import type { FieldOrder, SearchSort } from '../../../search/index.js';
import { searchQueryError } from './search-query-error.js';

const ORDERS: Record<string, FieldOrder['by'] | 'score'> = {
  score: 'score',
  relevance: 'score',
  // In the order in which records came: those that come during a harvest push no other onto the next page.
  id: 'createdAt',
  name: 'identifier',
  title: 'title',
  title_string: 'title',
  metadata_modified: 'updatedAt',
  metadata_created: 'createdAt',
  issued: 'publishedOn',
};

const USUAL = 'score desc, metadata_modified desc';
const MOST = 10;

/**
 * The order that `sort` asks for: the first that says something counts, since ties are broken by identifier; a score says nothing
 * without words. Pure. @throws AppError for a field that nothing is ordered by
 */
export function sortOf(sort: string | undefined, hasWords: boolean): SearchSort | FieldOrder {
  const asked = sort?.trim() ? sort : USUAL;
  const parts = asked.slice(0, 1_000).split(',');
  if (asked.length > 1_000 || parts.length > MOST) throw searchQueryError('sort', `最多 ${MOST} 个`, `more than ${MOST} orders`);
  const orders = parts.map((part) => {
    const [name = '', direction = 'asc', more] = part.trim().split(/\s+/u);
    const by = Object.hasOwn(ORDERS, name) ? ORDERS[name]! : undefined;
    if (by === undefined)
      throw searchQueryError(
        'sort',
        `不能按“${name.slice(0, 40)}”排序，可用的有 ${Object.keys(ORDERS).join('、')}`,
        `can not sort by ${name.slice(0, 40)}`,
      );
    if (more !== undefined || !/^(asc|desc)$/i.test(direction))
      throw searchQueryError('sort', `“${part.trim().slice(0, 60)}”应写成 字段 asc 或 字段 desc`, 'write field asc or field desc');
    return { by, descending: direction.toLowerCase() === 'desc' };
  });
  const first = orders.find(({ by }) => by !== 'score' || hasWords);
  if (!first) return { by: 'updatedAt', descending: true };
  return first.by === 'score' ? 'relevance' : (first as FieldOrder);
}
