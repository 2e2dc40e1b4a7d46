import { conditionSql } from './condition-sql.js';
import { countedTerms, facetCounts, facetCountsOfAll, knowsCounts } from './facet-statement.js';
import { page, type StatementOptions } from './search-statement.js';
import { orderOf } from './statement-order.js';
import { type Statement, Values } from './values.js';

/**
 * One page of everything that a condition allows, in the order of a field: read from an index in that order where the
 * condition is broad, and counted apart, so that no row is stored to be ordered. Facets of everything are known without
 * reading entries. Nothing is ranked.
 */
export function browseStatement(options: Pick<StatementOptions, 'where' | 'sort' | 'limit' | 'offset' | 'facets'>): Statement {
  const values = new Values();
  const condition = options.where === undefined ? 'e.alive' : `e.alive AND ${conditionSql(options.where, values)}`;
  const { key, direction } = orderOf(options.sort);
  const counted = { ...options, filters: [] };
  const counts = knowsCounts(counted) ? facetCountsOfAll(options.facets, values) : facetCounts(counted, values);
  const facets = options.facets.length > 0 ? `UNION ALL ${counts}` : '';
  const text = `
    WITH matched AS (SELECT 0 AS fail, ${countedTerms(options.facets)} AS facets FROM search_entry e WHERE ${condition}),
    hit AS (
      SELECT e.id, e.record_id, e.identifier, e.title, e.facets, e.published_on, e.modified_on
      FROM search_entry e WHERE ${condition} ORDER BY ${key} ${direction}, e.identifier ${direction} ${page(options, values)}
    )
    SELECT 'total' AS tag, count(*)::int AS n, NULL::text AS value, NULL::text AS identifier, NULL::text AS title, NULL::text AS facets,
      NULL::text AS published_on, NULL::text AS modified_on, NULL::float4 AS rank
    FROM search_entry e WHERE ${condition}
    ${facets}
    UNION ALL SELECT 'hit', id, record_id, identifier, title, array_to_string(facets, chr(31)), published_on, modified_on, 0 FROM hit`;
  return { text, values: values.list };
}
