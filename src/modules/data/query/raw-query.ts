import type { Aggregate, Comparison } from './table-query.js';

/** A name as the caller wrote it, and where. */
export interface Named {
  name: string;
  at?: Place;
}

/** Where something stands in what the caller sent. */
export interface Place {
  parameter: string;
  text: string;
  /** Characters before it. */
  offset: number;
}

export interface RawValue {
  text: string;
  /** Stood in quotes, or cannot be anything but a text. */
  quoted: boolean;
  at?: Place;
}

export type RawCondition =
  | { kind: 'and' | 'or'; parts: RawCondition[] }
  | { kind: 'not'; part: RawCondition }
  | { kind: 'compare'; column: Named; comparison: Comparison; values: RawValue[] }
  | { kind: 'near'; longitude: RawValue; latitude: RawValue; metres: RawValue };

export interface RawSelect {
  aggregate?: Aggregate;
  column?: Named;
  /** Name in the answer, when the caller gives one. */
  as?: string;
}

export interface RawOrder extends Named {
  descending: boolean;
}

/** A question as it was asked, before the table is looked at. */
export interface RawQuery {
  select: RawSelect[];
  where: RawCondition[];
  q?: string;
  groupBy: Named[];
  orderBy: RawOrder[];
}
