import { type CountedFacet, FURTHER_FACETS } from '../../condition.js';
import { type FacetFilter, FACETS } from '../../query/analysed-query.js';
import { facetTerm } from '../special-terms.js';
import type { StatementOptions } from './search-statement.js';
import type { Values } from './values.js';

type Counted = Pick<StatementOptions, 'filters' | 'facets'>;

/** The array of the entry `e` that has the values to count; keywords and licences only for those who ask for them. */
export function countedTerms(facets: readonly CountedFacet[]): string {
  const further = facets.filter((facet) => (FURTHER_FACETS as readonly string[]).includes(facet));
  if (further.length === 0) return 'e.facets';
  return further.length === facets.length ? 'e.labels' : 'e.facets || e.labels';
}

/**
 * Counts each facet over the rows that fail no filter but its own. `unnest` stands in the select list, where
 * PostgreSQL expands rows without storing each row's values first; and what nobody wants is counted and left out, since there are
 * fewer values than rows that have them.
 */
export function facetCounts(options: Counted, values: Values): string {
  const own = counted(options).map(({ facet }, index) => `(fail = ${1 << index} AND term ^@ ${values.add(facetTerm(facet, ''))})`);
  const wanted =
    options.facets.length === FACETS.length && FACETS.every((facet) => options.facets.includes(facet))
      ? []
      : options.facets.map((facet) => `term ^@ ${values.add(facetTerm(facet, ''))}`);
  return `SELECT * FROM (
      SELECT 'facet', count(*)::int, term, NULL, NULL, NULL, NULL, NULL, NULL::float4
      FROM (SELECT fail, unnest(facets) AS term FROM matched OFFSET 0) AS expanded
      ${own.length === 0 ? '' : `WHERE (fail = 0 OR ${own.join(' OR ')})`}
      GROUP BY term OFFSET 0) AS facet
      ${wanted.length === 0 ? '' : `WHERE ${wanted.join(' OR ')}`}`;
}

/** Whether how many records have each value is known without reading entries: nothing is narrowed, and no labels are counted. */
export const knowsCounts = ({ filters, where, facets }: Counted & Pick<StatementOptions, 'where'>): boolean =>
  filters.length === 0 && where === undefined && !facets.some((facet) => (FURTHER_FACETS as readonly string[]).includes(facet));

/** Facets counted over everything, as they stand among the terms; where `knowsCounts`. */
export function facetCountsOfAll(facets: readonly CountedFacet[], values: Values): string {
  const wanted = facets.map((facet) => `term ^@ ${values.add(facetTerm(facet, ''))}`);
  return `SELECT 'facet', frequency, term, NULL, NULL, NULL, NULL, NULL, NULL::float4
      FROM search_term WHERE "left"(term, 1) = '@' AND (${wanted.join(' OR ')})`;
}

/** The filters that a row fails, one bit each; only those whose facet is counted, the others hide it altogether. */
export function failures(options: Counted, values: Values): string {
  const parts = counted(options).map(
    (filter, index) =>
      `CASE WHEN e.facets && ${values.add(filter.values.map((value) => facetTerm(filter.facet, value)))}::text[] THEN 0 ELSE ${1 << index} END`,
  );
  return parts.length === 0 ? '0' : `(${parts.join(' + ')})`;
}

/** Filters on facets that are counted too: they hide a row from the hits but not from their own counts. */
function counted({ filters, facets }: Counted): FacetFilter[] {
  return filters.filter(({ facet }) => facets.includes(facet));
}
