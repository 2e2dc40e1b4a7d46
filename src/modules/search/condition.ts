import type { Facet } from './query/analysed-query.js';

/** Facets that only other programs ask for, beside those of the search contract. */
export const FURTHER_FACETS = ['keyword', 'license'] as const;
/** What can be counted. */
export type CountedFacet = Facet | (typeof FURTHER_FACETS)[number];

/** What a condition can compare whole, or by how it begins. */
export type TermField = CountedFacet | 'identifier' | 'title';
export const INSTANT_FIELDS = ['createdAt', 'updatedAt'] as const;
export const DAY_FIELDS = ['publishedOn', 'modifiedOn'] as const;
export type DateField = (typeof INSTANT_FIELDS)[number] | (typeof DAY_FIELDS)[number];

/** What narrows a search beyond facets: any shape of and, or, not. All of nothing is true, any of nothing is false. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  /** Equals any of them, exactly. */
  | { field: TermField; is: string[] }
  | { field: TermField; startsWith: string }
  /** Has a value that is not empty. */
  | { field: TermField | DateField; exists: true }
  /** Inclusive: ISO instants for createdAt and updatedAt, `YYYY[-MM[-DD]]` for the others, where a date without its day counts as its first. */
  | { field: DateField; from?: string; to?: string };

/** An order by one field; ties by identifier in the same direction, so that pages by offset are one list. */
export interface FieldOrder {
  by: 'identifier' | 'title' | 'createdAt' | 'updatedAt' | 'publishedOn';
  descending: boolean;
}

export type Range = Extract<Condition, { from?: string }>;

/** A condition that asks for a day or an instant. */
export function isDateField(field: string): field is DateField {
  return isInstantField(field) || (DAY_FIELDS as readonly string[]).includes(field);
}

export function isInstantField(field: string): field is (typeof INSTANT_FIELDS)[number] {
  return (INSTANT_FIELDS as readonly string[]).includes(field);
}
