import type { TableColumn } from '../table/table-schema.js';

export const AGGREGATES = ['count', 'sum', 'avg', 'min', 'max', 'median', 'distinct'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export const COMPARISONS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'startsWith', 'isNull', 'between'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A value of a condition; exact numbers, dates and times are text. */
export type QueryValue = string | boolean;

/** A condition on rows, held against the schema. */
export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'compare'; column: TableColumn; comparison: Comparison; values: QueryValue[] }
  | { kind: 'near'; longitude: number; latitude: number; metres: number };

/** What an answer has in one place of a row: a column, or what is counted over a group. */
export type Selected =
  { name: string; column: TableColumn; aggregate?: undefined } | { name: string; aggregate: Aggregate; column?: TableColumn };

export interface Order {
  /** Place in `select` for grouped answers; a column otherwise. */
  by: TableColumn | number;
  descending: boolean;
}

/** A question to a table that is known to make sense. */
export interface TableQuery {
  select: Selected[];
  where?: Condition;
  /** Words that must stand in some column of text. */
  words: string[];
  grouped: boolean;
  groupBy: TableColumn[];
  orderBy: Order[];
}
