import type { estypes } from '@elastic/elasticsearch';
import type { PlannedGroup } from '../../match-plan.js';
import { namedWorks, pairsOf, plainTitle } from '../../title-likeness.js';
import { anyOf, hasWords } from './word-clause.js';

type Query = estypes.QueryDslQueryContainer;

/** Shares of the query's rarity. */
export interface TitleWeights {
  /** Each group that the title names. */
  said: number;
  /** Pairs of characters shared with what was typed. */
  alike: number;
  /** Nearly all pairs shared. */
  nearlyAll: number;
  /** The title is what was typed. */
  exact: number;
  /** The title has the work named in 《》 and does not only comment on it. */
  work: number;
}

const NEARLY_ALL = [
  { least: '75%', share: 0.5 },
  { least: '95%', share: 0.5 },
];
const LONGEST_LIKENESS = 60;

/** What the title adds: its words, its likeness to what was typed, the work named in it. */
export function titleScore(text: string, groups: readonly PlannedGroup[], full: number, weights: TitleWeights): Query[] {
  const said = groups
    .filter(({ alternatives, idf }) => alternatives.length > 0 && idf > 0)
    .map((group): Query =>
      constant(anyOf(group.alternatives.map(({ tokens }) => hasWords(tokens, 'title'))), weights.said * group.importance * group.idf),
    );
  const plain = plainTitle(text).slice(0, LONGEST_LIKENESS);
  if (plain.length < 2) return said;
  const pairs = [...pairsOf(plain)];
  const alike: Query = { match: { titlePairs: { query: pairs.join(' '), boost: (weights.alike * full) / pairs.length } } };
  const nearly = NEARLY_ALL.map(({ least, share }) =>
    constant({ match: { titlePairs: { query: pairs.join(' '), minimum_should_match: least } } }, weights.nearlyAll * share * full),
  );
  const exact = constant({ term: { titleKey: plain } }, weights.exact * full);
  const works = namedWorks(text).map((work) =>
    constant(
      { bool: { filter: [hasWords([...pairsOf(work)], 'titlePairs')], must_not: [{ term: { commentary: true } }] } },
      weights.work * full,
    ),
  );
  return [...said, alike, ...nearly, exact, ...works];
}

function constant(filter: Query, boost: number): Query {
  return { constant_score: { filter, boost: Math.max(boost, 0.0001) } };
}
