import type { FacetBoost } from '../../query/analysed-query.js';
import type { Preferences, ScorePart } from '../../search-engine.js';
import { type Occurrences, StreamReader } from './field-statistics.js';
import type { MatchPlan, PlannedAlternative, PlannedGroup } from '../match-plan.js';
import { preferenceScore } from '../preference-score.js';
import { facetTerm } from '../special-terms.js';
import { isCommentary, namedWorks, pairsOf, plainTitle, titleLikeness } from '../title-likeness.js';
import { STREAM_FIELDS, type StreamField } from './word-stream.js';

/** A record of the first pass with what the close ranking reads. */
export interface Candidate {
  recordId: string;
  title: string;
  /** Terms of the form `@facet=value`. */
  facets: string[];
  publishedOn: string;
  words: Uint32Array;
  /** Score of the first pass; 100 and more for an exact number. */
  rank: number;
}

/** Field weight, how strongly the field's length counts, and its usual length in words. */
interface FieldRule {
  weight: number;
  lengthShare: number;
  usual: number;
}

export interface RankingWeights {
  fields: Record<StreamField, FieldRule>;
  saturation: number;
  /** Shares of the parts of the score. */
  closeness: number;
  title: number;
  focus: number;
  likeness: number;
  work: number;
  boost: number;
  recency: number;
  outOfForce: number;
  /** Words in the window in which closeness is measured. */
  window: number;
}

export const RANKING: RankingWeights = {
  fields: {
    title: { weight: 4, lengthShare: 0.4, usual: 12 },
    keywords: { weight: 2.5, lengthShare: 0.5, usual: 6 },
    items: { weight: 1, lengthShare: 0.6, usual: 20 },
    organizations: { weight: 1, lengthShare: 0.3, usual: 6 },
    abstract: { weight: 1.2, lengthShare: 0.5, usual: 30 },
    body: { weight: 1, lengthShare: 0.4, usual: 1200 },
    attachments: { weight: 0.25, lengthShare: 0.4, usual: 1200 },
  },
  saturation: 1.5,
  closeness: 0.4,
  title: 0.3,
  focus: 0.2,
  likeness: 0.5,
  work: 1,
  boost: 0.3,
  recency: 0.02,
  outOfForce: 0.15,
  window: 30,
};

/** A field far shorter than usual is not yet a better match. */
const SHORTEST_SHARE = 0.25;
/** Identifier hits stand above everything that words can score. */
const IDENTIFIER_RANK = 100;
const OUT_OF_FORCE = /^@validity=(expired|repealed|.*失效|.*废止)$/u;

/** Scores candidates closely; pure, so that the same records always come in the same order. */
export class Ranking {
  private readonly pinned: ReadonlySet<string>;
  private readonly preference: (recordId: string) => number;
  private readonly reader: StreamReader;
  private readonly full: number;
  private readonly queryPairs: Set<string>;
  private readonly works: string[];

  constructor(
    text: string,
    private readonly plan: MatchPlan,
    private readonly boosts: FacetBoost[],
    private readonly today: string,
    preferences?: Preferences,
    private readonly weights: RankingWeights = RANKING,
  ) {
    this.pinned = new Set(preferences?.pinned);
    this.preference = preferenceScore(preferences);
    this.reader = new StreamReader(plan.groups);
    this.full = Math.max(
      plan.groups.reduce((sum, group) => sum + group.importance * group.idf, 0),
      0.01,
    );
    this.queryPairs = pairsOf(plainTitle(text));
    this.works = namedWorks(text);
  }

  /** The score, part by part. */
  parts(candidate: Candidate): ScorePart[] {
    const { weights } = this;
    const found = this.reader.read(candidate.words);
    const words = this.plan.groups.length > 0;
    // A pinned record ranks higher than that in the first pass for being pinned.
    const exact = candidate.rank >= IDENTIFIER_RANK && !this.pinned.has(candidate.recordId);
    return [
      { part: 'number', value: exact ? IDENTIFIER_RANK : 0 },
      { part: 'words', value: words ? this.fieldScore(found) : 0 },
      { part: 'closeness', value: words ? weights.closeness * this.closeness(found) : 0 },
      { part: 'title', value: words ? this.titleScore(found) : 0 },
      { part: 'likeness', value: this.likeness(candidate.title) },
      { part: 'boost', value: this.boostScore(candidate) },
      { part: 'recency', value: this.recency(candidate) },
      { part: 'validity', value: this.validity(candidate) },
      { part: 'preference', value: this.preference(candidate.recordId) },
    ];
  }

  score(candidate: Candidate): number {
    return this.parts(candidate).reduce((sum, { value }) => sum + value, 0);
  }

  /** Groups that matter and that a record lacks altogether. */
  missing(words: Uint32Array): string[] {
    const found = this.reader.read(words);
    const present = (term: number) => this.saturated(found, term);
    return this.plan.groups
      .filter((group) => group.required && !group.alternatives.some((alternative) => this.complete(alternative, present)))
      .map(({ text }) => text);
  }

  private complete({ tokens }: PlannedAlternative, presence: (term: number) => number): boolean {
    return tokens.every((token) => presence(this.reader.numbers.get(token)!) > 0);
  }

  /** BM25 over weighted fields; a group counts by its best alternative. */
  private fieldScore(found: Occurrences): number {
    let sum = 0;
    for (const group of this.plan.groups) {
      sum += group.importance * this.bestAlternative(group, (term) => this.saturated(found, term));
    }
    return sum / this.full;
  }

  private bestAlternative(group: PlannedGroup, presence: (term: number) => number): number {
    let best = 0;
    for (const alternative of group.alternatives)
      best = Math.max(best, alternative.weight * alternative.idf * this.together(alternative, presence));
    return best;
  }

  /** All tokens: their mean presence; some of them: less than their share. */
  private together({ tokens }: PlannedAlternative, presence: (term: number) => number): number {
    let sum = 0;
    let present = 0;
    for (const token of tokens) {
      const value = presence(this.reader.numbers.get(token)!);
      sum += value;
      if (value > 0) present++;
    }
    return present === tokens.length ? sum / tokens.length : (0.5 * sum * present) / (tokens.length * tokens.length);
  }

  private saturated({ counts, lengths }: Occurrences, term: number): number {
    let frequency = 0;
    for (let field = 0; field < STREAM_FIELDS.length; field++) {
      const count = counts[term * STREAM_FIELDS.length + field]!;
      if (count === 0) continue;
      const { weight, lengthShare, usual } = this.weights.fields[STREAM_FIELDS[field]!];
      frequency += (weight * count) / (1 - lengthShare + lengthShare * Math.max(lengths[field]! / usual, SHORTEST_SHARE));
    }
    return frequency / (frequency + this.weights.saturation);
  }

  /** The largest share of the query found within one window of words: a passage that speaks of all of it. */
  private closeness({ positions, terms }: Occurrences): number {
    const groupsOf = this.groupsOfTerm();
    const inside = new Int32Array(this.plan.groups.length);
    let sum = 0;
    let best = 0;
    let start = 0;
    for (let end = 0; end < positions.length; end++) {
      for (const { group, value } of groupsOf[terms[end]!]!) if (inside[group]!++ === 0) sum += value;
      while (positions[end]! - positions[start]! > this.weights.window) {
        for (const { group, value } of groupsOf[terms[start]!]!) if (--inside[group]! === 0) sum -= value;
        start++;
      }
      if (sum > best) best = sum;
    }
    return best / this.full;
  }

  private groupsOfTerm(): { group: number; value: number }[][] {
    const groupsOf: { group: number; value: number }[][] = Array.from({ length: this.reader.numbers.size }, () => []);
    this.plan.groups.forEach((group, index) => {
      const tokens = new Set(group.alternatives.flatMap((alternative) => alternative.tokens));
      for (const token of tokens) groupsOf[this.reader.numbers.get(token)!]!.push({ group: index, value: group.importance * group.idf });
    });
    return groupsOf;
  }

  /** How much of the query the title says, and how much of the title the query is. */
  private titleScore(found: Occurrences): number {
    let said = 0;
    for (const group of this.plan.groups) {
      said += group.importance * this.bestAlternative(group, (term) => (found.counts[term * STREAM_FIELDS.length]! > 0 ? 1 : 0));
    }
    const share = said / this.full;
    const focus = found.lengths[0]! === 0 ? 0 : Math.min(1, found.titleHits / found.lengths[0]!);
    return this.weights.title * share + this.weights.focus * share * focus;
  }

  private likeness(title: string): number {
    const plain = plainTitle(title);
    const commentary = isCommentary(title);
    const pairs = pairsOf(plain);
    let best = this.alike(this.queryPairs, pairs);
    let named = 0;
    // A work named in 《》 is what is wanted; what only speaks about it comes after.
    if (!commentary) {
      for (const work of this.works) {
        best = Math.max(best, this.alike(pairsOf(work), pairs));
        if (plain.includes(work)) named = 1;
      }
    }
    return this.weights.likeness * best + this.weights.work * named;
  }

  private alike(asked: Set<string>, title: Set<string>): number {
    const { contained, covered } = titleLikeness(asked, title);
    return contained * contained * (0.5 + 0.5 * covered);
  }

  private boostScore({ facets }: Candidate): number {
    let sum = 0;
    for (const { facet, value, weight } of this.boosts) if (facets.includes(facetTerm(facet, value))) sum += weight;
    return this.weights.boost * sum;
  }

  private recency({ publishedOn }: Candidate): number {
    const age = Number(this.today.slice(0, 4)) - Number(publishedOn.slice(0, 4) || 0);
    return publishedOn === '' ? 0 : this.weights.recency / (1 + Math.max(0, age) / 5);
  }

  private validity({ facets }: Candidate): number {
    return facets.some((term) => OUT_OF_FORCE.test(term)) ? -this.weights.outOfForce : 0;
  }
}
