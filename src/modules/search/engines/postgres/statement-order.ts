import type { FieldOrder } from '../../condition.js';
import type { SearchSort } from '../../search-engine.js';
import { isFieldOrder } from '../checked-query.js';

/** How rows of a statement are ordered. */
export interface StatementOrder {
  /** Expression over the entry `e`, or `rank`. */
  key: string;
  type: 'float4' | 'text';
  direction: 'ASC' | 'DESC';
  /** Column that decides between equals, in the same direction. */
  tie: 'record_id' | 'identifier';
}

/** As Chinese is read. */
const READ = 'COLLATE "zh-Hans-CN-x-icu"';

const SORTS: Record<SearchSort, StatementOrder> = {
  relevance: { key: 'rank', type: 'float4', direction: 'DESC', tie: 'record_id' },
  newest: { key: 'e.published_on', type: 'text', direction: 'DESC', tie: 'record_id' },
  updated: { key: 'e.modified_on', type: 'text', direction: 'DESC', tie: 'record_id' },
  title: { key: `e.title ${READ}`, type: 'text', direction: 'ASC', tie: 'record_id' },
};

/** Each is the beginning of an index, so that a page is read from it in order. */
const FIELDS: Record<FieldOrder['by'], string> = {
  identifier: 'e.identifier',
  title: `"left"(e.title, 200) ${READ}`,
  createdAt: 'e.created_at',
  updatedAt: 'e.updated_at',
  publishedOn: 'e.published_on',
};

export function orderOf(sort: SearchSort | FieldOrder): StatementOrder {
  if (!isFieldOrder(sort)) return SORTS[sort];
  return { key: FIELDS[sort.by], type: 'text', direction: sort.descending ? 'DESC' : 'ASC', tie: 'identifier' };
}
