import type { AnalysedQuery, TermGroup } from '../query/analysed-query.js';
import { exactIdentifierTerm, isSpecial, reversedIdentifierTerm } from './special-terms.js';
import { quoteLexeme, storable } from './tsvector-literal.js';

/** An alternative of a group with what the index knows about its words. */
export interface PlannedAlternative {
  tokens: string[];
  weight: number;
  /** Rarity of the alternative within its group; never above the rarity of the group. */
  idf: number;
}

/** A group with its rarity and its `tsquery`; `expression` is empty when no record has any of its words. */
export interface PlannedGroup {
  text: string;
  importance: number;
  required: boolean;
  idf: number;
  expression: string;
  alternatives: PlannedAlternative[];
}

/** How a query is matched: pure data from which statements and ranking are made. */
export interface MatchPlan {
  groups: PlannedGroup[];
  /** Exact numbers, and numbers of which only the end was typed, as `tsquery`; empty when none was typed. */
  identifiers: string;
  /** Phrases and exclusions that every hit obeys, as `tsquery`; empty when there are none. */
  restriction: string;
  phrases: string[][];
  /** True when nothing was asked, so everything matches. */
  everything: boolean;
}

/** Every word is asked for when that alone brings a page of results. */
export const ENOUGH = 10;
/** Shares of the total rarity that a record must cover when not every group is found; the first with enough records is taken. */
export const COVER_LEVELS = [0.85, 0.7, 0.55, 0.35];
/** A level is taken when it brings so many: the right record often covers less of a long question than others do. */
export const ENOUGH_AT_LEVEL = 100;

/** More groups than this only repeat what the rarest already say. */
const MOST_GROUPS = 24;
/** A word in fewer records than this share tells no more than that, so one unknown word never outweighs all the others. */
const RAREST = 0.001;
const MOST_ALTERNATIVES = 12;
const MOST_TOKENS = 8;

/** Rarity as in BM25: large for words of few records, never negative. */
export function inverseFrequency(total: number, frequency: number): number {
  return Math.log(1 + (total - Math.min(frequency, total) + 0.5) / (Math.min(frequency, total) + 0.5));
}

/** All tokens whose frequency the plan wants to know. */
export function tokensOf(query: AnalysedQuery): string[] {
  return [...new Set(query.groups.flatMap((group) => group.alternatives.flatMap(({ tokens }) => tokens)))];
}

export function planMatch(query: AnalysedQuery, total: number, frequencies: Map<string, number>): MatchPlan {
  const known = ({ alternatives }: TermGroup) => alternatives.some(({ tokens }) => tokens.every((token) => frequencies.has(token)));
  // What no record has cannot be asked for: then the weaker words decide, and the answer says what it lacks.
  const important = query.groups.some((group) => group.importance >= 1 && known(group));
  const groups = query.groups
    .map((group) => planGroup(group, group.importance >= 1 || !important, total, frequencies))
    .filter(({ alternatives }) => alternatives.length > 0);
  const phrases = query.phrases.map((phrase) => phrase.filter(isSearchable)).filter((phrase) => phrase.length > 0);
  const excluded = query.excluded.filter(isSearchable);
  return {
    groups: mostTelling(groups),
    identifiers: query.identifiers.flatMap(({ value, partial }) => identifierExpressions(value, partial)).join(' | '),
    restriction: [...new Set(phrases.flat())]
      .map(quoteLexeme)
      .concat(excluded.map((token) => `!${quoteLexeme(token)}`))
      .join(' & '),
    phrases: phrases.filter(({ length }) => length > 1),
    everything: query.text === '' || (groups.length === 0 && query.identifiers.length === 0 && query.filters.length > 0),
  };
}

/** What a group adds to the cover of a record. */
export function coverOf({ required, idf, importance }: PlannedGroup): number {
  return required ? idf * importance : 0;
}

/** The expression that asks for every required group; empty when one of them is in no record. */
export function strictExpression(plan: MatchPlan): string {
  const required = plan.groups.filter((group) => group.required);
  if (required.length === 0 || required.some(({ expression }) => expression === '')) return '';
  return required.map(({ expression }) => `(${expression})`).join(' & ');
}

/** Any word of any group, for ranking on the head. */
export function anyExpression(plan: MatchPlan): string {
  return plan.groups
    .filter(({ expression }) => expression !== '')
    .map(({ expression }) => `(${expression})`)
    .join(' | ');
}

function planGroup(group: TermGroup, required: boolean, total: number, frequencies: Map<string, number>): PlannedGroup {
  const known = group.alternatives
    .map(({ tokens, weight }) => ({ tokens: tokens.filter(isSearchable).slice(0, MOST_TOKENS), weight }))
    .filter(({ tokens }) => tokens.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_ALTERNATIVES)
    .map((alternative) => ({ ...alternative, frequency: Math.min(...alternative.tokens.map((token) => frequencies.get(token) ?? 0)) }));
  // A group is as rare as its alternatives together; a weak part of a compound counts only by its weight.
  const together = known.reduce((sum, { frequency, weight }) => sum + frequency * weight, 0);
  const idf = inverseFrequency(total, Math.max(together, total * RAREST));
  const found = known.filter(({ frequency }) => frequency > 0);
  return {
    text: group.text,
    importance: group.importance,
    required,
    idf,
    expression: found.map(({ tokens }) => `(${[...new Set(tokens)].map(quoteLexeme).join(' & ')})`).join(' | '),
    alternatives: known.map(({ tokens, weight, frequency }) => ({
      tokens,
      weight,
      idf: Math.min(idf, inverseFrequency(total, frequency)),
    })),
  };
}

/** Something is left of it when stored, and it is no term of the index's own making. */
function isSearchable(token: string): boolean {
  return storable(token) !== '' && !isSpecial(token);
}

function mostTelling(groups: PlannedGroup[]): PlannedGroup[] {
  if (groups.length <= MOST_GROUPS) return groups;
  const kept = new Set([...groups].sort((a, b) => b.importance * b.idf - a.importance * a.idf).slice(0, MOST_GROUPS));
  return groups.filter((group) => kept.has(group));
}

function identifierExpressions(value: string, partial: boolean): string[] {
  if (!partial) return [quoteLexeme(exactIdentifierTerm(value))];
  const endings = value.endsWith('号') ? [value] : [value, `${value}号`];
  return endings.map((ending) => `${quoteLexeme(reversedIdentifierTerm(ending))}:*`);
}
