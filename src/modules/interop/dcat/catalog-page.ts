import type { RecordKind } from '../../catalog/index.js';

/** Which records a list is narrowed to. */
export interface CatalogFilter {
  kind?: RecordKind;
  department?: string;
  topic?: string;
}

/** A page of the catalog, and how others are found from it. */
export interface CatalogPage {
  filter: CatalogFilter;
  /** From 1; pages behind a cursor know theirs. */
  number: number;
  limit: number;
  total: number;
  /** Cursor of the page after this one; undefined at the end. */
  next?: string;
  /** Cursor that this page was asked for by. */
  after?: string;
}

/** Where pages are found, relative to the catalog's own address. */
export interface PageQueries {
  collection: string;
  view: string;
  first: string;
  previous?: string;
  next?: string;
  last: string;
}

const MOST = 100;

/**
 * Queries of this page and those around it. The next one is named by a cursor, which stays where it is while records come and go;
 * the others by number. Pure.
 */
export function pageQueries({ filter, number, limit, total, next, after }: CatalogPage): PageQueries {
  const query = (more: Record<string, string | number | undefined>) => {
    const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== undefined && value !== '');
    return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
  };
  const size = limit === MOST ? undefined : limit;
  const at = (page: number) => query({ page: page === 1 ? undefined : page, limit: size });
  return {
    collection: query({}),
    view: after ? query({ after, limit: size }) : at(number),
    first: at(1),
    previous: number > 1 ? at(number - 1) : undefined,
    next: next === undefined ? undefined : query({ after: next, limit: size }),
    last: at(Math.max(1, Math.ceil(total / limit))),
  };
}
