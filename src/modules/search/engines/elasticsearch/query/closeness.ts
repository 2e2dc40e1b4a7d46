import type { estypes } from '@elastic/elasticsearch';
import type { PlannedGroup } from '../../match-plan.js';

type Query = estypes.QueryDslQueryContainer;
type Intervals = estypes.QueryDslIntervalsContainer;

const FIELDS = ['body', 'abstract', 'title'];
/** Words that may stand between two groups that belong together. */
const GAPS = 8;
const MOST_PAIRS = 6;

/** What a passage that speaks of neighbouring groups together adds; `share` of their rarity. */
export function closeness(groups: readonly PlannedGroup[], share: number): Query[] {
  const known = groups.filter(({ alternatives, idf }) => alternatives.length > 0 && idf > 0);
  const pairs = known.slice(1).map((group, index) => [known[index]!, group] as const);
  return pairs.slice(0, MOST_PAIRS).map(([first, second]) => ({
    constant_score: {
      filter: { bool: { should: FIELDS.map((field) => together(field, first, second)) } },
      boost: Math.max(share * (first.importance * first.idf + second.importance * second.idf), 0.0001),
    },
  }));
}

function together(field: string, first: PlannedGroup, second: PlannedGroup): Query {
  return { intervals: { [field]: { all_of: { ordered: false, max_gaps: GAPS, intervals: [wordsOf(first), wordsOf(second)] } } } };
}

function wordsOf({ alternatives }: PlannedGroup): Intervals {
  const phrases = alternatives.map(({ tokens }): Intervals => ({ match: { query: tokens.join(' '), ordered: false, max_gaps: GAPS } }));
  return phrases.length === 1 ? phrases[0]! : { any_of: { intervals: phrases } };
}
