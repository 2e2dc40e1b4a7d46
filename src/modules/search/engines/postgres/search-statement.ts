import {
  anyExpression,
  COVER_LEVELS,
  coverOf,
  ENOUGH_AT_LEVEL,
  type MatchPlan,
  type PlannedGroup,
  strictExpression,
} from '../match-plan.js';
import type { Condition, CountedFacet, FieldOrder } from '../../condition.js';
import type { FacetBoost, FacetFilter } from '../../query/analysed-query.js';
import type { SearchSort } from '../../search-engine.js';
import { facetTerm } from '../special-terms.js';
import { quoteLexeme } from '../tsvector-literal.js';
import { conditionSql } from './condition-sql.js';
import { countedTerms, facetCounts, facetCountsOfAll, failures, knowsCounts } from './facet-statement.js';
import { orderOf } from './statement-order.js';
import { type Statement, Values } from './values.js';
import { encodePhrase } from './word-stream.js';

export interface StatementOptions {
  filters: FacetFilter[];
  where?: Condition;
  facets: CountedFacet[];
  boosts: FacetBoost[];
  /** Record ids that editors want first, found whatever the words say, and last. */
  pinned: string[];
  buried: string[];
  sort: SearchSort | FieldOrder;
  /** Number of candidates that come back, best first. */
  limit: number;
  /** Candidates to leave out first. */
  offset?: number;
  /** Sort key and record id of the last row seen, to go on behind it. */
  after?: { key: string; recordId: string };
}

/** Weights of D, C, B, A for ranking on the head. */
const HEAD_WEIGHTS = `'{0.25,0.3,0.45,1}'`;
/** Above an exact number, and small enough for what float4 tells apart. */
const PINNED_RANK = 10_000;

/** All required groups at once: one scan of the index, ranked on the head. */
export function strictStatement(plan: MatchPlan, options: StatementOptions): Statement {
  const values = new Values();
  const words = plan.everything
    ? ''
    : [strictExpression(plan), plan.identifiers]
        .filter(Boolean)
        .map((part) => `(${part})`)
        .join(' | ');
  const rank = anyExpression(plan);
  const known = plan.everything && plan.restriction === '' && knowsCounts(options);
  const matched = `
    SELECT e.id, ${carried(known ? { ...options, facets: [] } : options, values)},
      (${rank === '' ? '0' : `ts_rank(${HEAD_WEIGHTS}, head, ${values.add(rank)}::tsquery)`}
        ${identifierRank(plan, values)}${boostRank(options.boosts, values)}${preferenceRank(options, values)})::float4 AS rank
    FROM search_entry e
    WHERE ${withPinned(words === '' && !plan.everything && plan.restriction === '' ? [] : conditions(words, plan, options, values), plan, options, values)}`;
  return answer(matched, '', known ? facetCountsOfAll(options.facets, values) : facetCounts(options, values), options, values);
}

/**
 * As many groups as possible: one scan a group, summed by rarity. A record counts when it covers
 * the highest of COVER_LEVELS that brings enough of them.
 */
export function relaxedStatement(plan: MatchPlan, options: StatementOptions): Statement {
  const values = new Values();
  const groups = plan.groups.filter(({ expression }) => expression !== '');
  const full = plan.groups.reduce((sum, group) => sum + coverOf(group), 0);
  const decisive = decisiveGroups(groups, COVER_LEVELS.at(-1)! * full);
  const decided = [...decisive].map(({ expression }) => `(${expression})`).join(' | ');
  const scans = groups.map((group) => {
    const weight = values.add(group.idf * group.importance);
    const expression = values.add(group.expression);
    const words = decisive.has(group) ? group.expression : `(${group.expression}) & (${decided})`;
    return `
      SELECT id, ${group.required ? `${weight}::float4` : '0::float4'} AS cover,
        (${weight}::float4 * (0.4 + ts_rank(${HEAD_WEIGHTS}, head, ${expression}::tsquery)))::float4 AS rank
      FROM search_entry e WHERE ${conditions(words, plan, options, values).join(' AND ')}`;
  });
  if (plan.identifiers !== '') {
    scans.push(`
      SELECT id, ${values.add(full)}::float4, 100::float4
      FROM search_entry e WHERE ${conditions(plan.identifiers, plan, options, values).join(' AND ')}`);
  }
  if (options.pinned.length > 0) {
    scans.push(`SELECT id, ${values.add(full)}::float4, 0::float4 FROM search_entry e WHERE ${withPinned([], plan, options, values)}`);
  }
  const levels = COVER_LEVELS.map((level) => values.add(level * full));
  const chosen = levels
    .slice(0, -1)
    .map((level) => `WHEN count(*) FILTER (WHERE cover >= ${level}::float4) >= ${ENOUGH_AT_LEVEL} THEN ${level}::float4`)
    .join(' ');
  const covered = `
    covered AS MATERIALIZED (
      SELECT id, sum(cover) AS cover, sum(rank) AS rank FROM (${scans.join(' UNION ALL ')}) AS scan GROUP BY id
    ),
    level AS (SELECT CASE ${chosen} ELSE ${levels.at(-1)}::float4 END AS least FROM covered),`;
  const matched = `
    SELECT e.id, ${carried(options, values)}, (covered.rank / ${values.add(Math.max(full, 0.01))}::float4${boostRank(options.boosts, values)}${preferenceRank(options, values)})::float4 AS rank
    FROM covered JOIN search_entry e USING (id)
    WHERE covered.cover >= (SELECT least FROM level) * 0.9999`;
  return answer(matched, covered, facetCounts(options, values), options, values);
}

/**
 * The groups without any of which a record cannot reach the lowest level. The others, the commonest, are looked
 * for only where one of these is found, which spares reading thousands of records that could not count.
 */
function decisiveGroups(groups: PlannedGroup[], least: number): Set<PlannedGroup> {
  const decisive = new Set(groups);
  let without = 0;
  for (const group of [...groups].sort((a, b) => coverOf(a) - coverOf(b))) {
    without += coverOf(group);
    if (without >= least * 0.999 || decisive.size === 1) break;
    decisive.delete(group);
  }
  return decisive;
}

/** What a match keeps beside its rank: the filters it fails, what it is ordered by and the facets to count. */
function carried(options: StatementOptions, values: Values): string {
  const { key, tie } = orderOf(options.sort);
  const columns = [`${failures(options, values)} AS fail`, 'e.record_id'];
  if (key !== 'rank') columns.push(`${key} AS key`);
  if (tie === 'identifier') columns.push('e.identifier');
  if (options.facets.length > 0) columns.push(`${countedTerms(options.facets)} AS facets`);
  return columns.join(', ');
}

/** Total, counted facets and candidates of one set of matches, in one answer with a leading tag a row. */
function answer(matched: string, before: string, counts: string, options: StatementOptions, values: Values): Statement {
  const { type, direction, tie, ...order } = orderOf(options.sort);
  const key = order.key === 'rank' ? 'rank' : 'key';
  const by = (tieColumn: string) => `ORDER BY ${key} ${direction}, ${tieColumn} ${direction}`;
  const behind = options.after
    ? `AND (${key}, record_id) ${direction === 'DESC' ? '<' : '>'} (${values.add(options.after.key)}::${type}, ${values.add(options.after.recordId)})`
    : '';
  const facets = options.facets.length > 0 ? `UNION ALL ${counts}` : '';
  const text = `
    WITH ${before} matched AS MATERIALIZED (${matched}),
    best AS (SELECT * FROM matched WHERE fail = 0 ${behind} ${by(tie)} ${page(options, values)}),
    candidate AS (
      SELECT id, best.record_id, e.identifier, e.title, e.facets, e.published_on, e.modified_on, rank
      FROM best JOIN search_entry e USING (id) ${by(`best.${tie}`)}
    )
    SELECT 'total' AS tag, count(*)::int AS n, NULL::text AS value, NULL::text AS identifier, NULL::text AS title, NULL::text AS facets,
      NULL::text AS published_on, NULL::text AS modified_on, NULL::float4 AS rank
    FROM matched WHERE fail = 0
    ${facets}
    UNION ALL SELECT 'hit', id, record_id, identifier, title, array_to_string(facets, chr(31)), published_on, modified_on, rank FROM candidate`;
  return { text, values: values.list };
}

/** `LIMIT` and, where something is left out, `OFFSET`. */
export function page({ limit, offset = 0 }: Pick<StatementOptions, 'limit' | 'offset'>, values: Values): string {
  return `LIMIT ${values.add(limit)}${offset > 0 ? ` OFFSET ${values.add(offset)}` : ''}`;
}

/** What the index itself can decide: words, phrases, exclusions and the filters whose facet is not counted. */
function conditions(words: string, plan: MatchPlan, options: StatementOptions, values: Values): string[] {
  const hidden = options.filters.filter(({ facet }) => !options.facets.includes(facet));
  const filters = hidden.map(({ facet, values: wanted }) => `(${wanted.map((value) => quoteLexeme(facetTerm(facet, value))).join(' | ')})`);
  const rest = [plan.restriction, ...filters].filter(Boolean).join(' & ');
  const expression = [words, rest]
    .filter(Boolean)
    .map((part) => `(${part})`)
    .join(' & ');
  const matching = expression === '' ? [] : [`e.terms @@ ${values.add(expression)}::tsquery`];
  const phrases = plan.phrases.map((phrase) => `strpos(e.words, ${values.add(encodePhrase(phrase))}) > 0`);
  const narrowed = options.where === undefined ? [] : [conditionSql(options.where, values)];
  return ['e.alive', ...matching, ...phrases, ...narrowed];
}

/** What matches, or is pinned and passes what was excluded and narrowed; without conditions only what is pinned. */
function withPinned(matching: string[], plan: MatchPlan, options: StatementOptions, values: Values): string {
  if (options.pinned.length === 0) return matching.join(' AND ');
  const pinned = [...conditions('', plan, options, values), `e.record_id = ANY(${values.add(options.pinned)}::text[])`].join(' AND ');
  return matching.length === 0 ? pinned : `((${matching.join(' AND ')}) OR (${pinned}))`;
}

/** The pinned in their order before everything, the buried behind everything. */
function preferenceRank({ pinned, buried }: StatementOptions, values: Values): string {
  const first =
    pinned.length === 0 ? '' : ` + coalesce(${PINNED_RANK} - array_position(${values.add(pinned)}::text[], e.record_id::text), 0)`;
  const last = buried.length === 0 ? '' : ` - CASE WHEN e.record_id = ANY(${values.add(buried)}::text[]) THEN ${PINNED_RANK} ELSE 0 END`;
  return first + last;
}

/** An exact number outranks every word. */
function identifierRank(plan: MatchPlan, values: Values): string {
  return plan.identifiers === '' ? '' : ` + CASE WHEN e.terms @@ ${values.add(plan.identifiers)}::tsquery THEN 100 ELSE 0 END`;
}

function boostRank(boosts: FacetBoost[], values: Values): string {
  return boosts
    .map(
      ({ facet, value, weight }) =>
        ` + CASE WHEN e.facets @> ARRAY[${values.add(facetTerm(facet, value))}] THEN ${values.add(weight * 0.3)}::float4 ELSE 0 END`,
    )
    .join('');
}
