import { normaliseText, type TextAnalyzer, toSimplified } from '../analysis/index.js';
import type { AnalysedQuery, InterpretationPiece, Lexicon, TermGroup } from './analysed-query.js';
import { groupOf } from './component/group-words.js';
import { type PlacedGroup, readWords } from './component/read-words.js';
import { recogniseIdentifiers } from './component/recognise-identifiers.js';
import { recogniseKinds } from './component/recognise-kinds.js';
import { recogniseOperators } from './component/recognise-operators.js';
import { recognisePlaces } from './component/recognise-places.js';
import { recogniseYears } from './component/recognise-years.js';
import { alternative } from './component/term-alternative.js';
import type { Knowledge } from './knowledge.js';
import { standsAlone, wordEdges } from './query-text.js';
import { Reading } from './span.js';

/** Longer queries say nothing more: what follows is not read. */
const LONGEST = 500;
const YEAR_IMPORTANCE = 0.5;

export interface Understanding {
  analyzer: TextAnalyzer;
  knowledge: Knowledge;
  lexicon: Lexicon;
  thisYear: number;
}

/** What a query asks for: numbers, operators, years, organs and regions first, then phrases known from the synonyms, then words. */
export async function understandQuery(typed: string, { analyzer, knowledge, lexicon, thisYear }: Understanding): Promise<AnalysedQuery> {
  const text = typed.trim();
  const plain = text.toWellFormed().normalize('NFKC').toLowerCase().slice(0, LONGEST);
  const folded = normaliseText(plain);
  const reading = new Reading(folded);
  const pieces: InterpretationPiece[] = toSimplified(plain) === plain ? [] : [{ type: 'traditional', text: plain, meaning: folded }];

  const operators = recogniseOperators(reading);
  const numbers = recogniseIdentifiers(reading);
  const years = recogniseYears(reading, thisYear);
  const places = recognisePlaces(reading, knowledge, analyzer);
  const kinds = recogniseKinds(folded);
  pieces.push(...operators.pieces, ...numbers.pieces, ...years.pieces, ...places.pieces, ...kinds.pieces);

  const phrases = claimPhrases(reading, knowledge, analyzer, pieces);
  const edges = wordEdges(folded);
  for (const span of knowledge.questionWords.find(reading)) if (standsAlone(span, edges)) reading.claim(span.start, span.end);
  const words = await readWords(reading, { analyzer, knowledge, lexicon }, pieces);
  const yearGroups = years.named.map(({ year, text: shown }): PlacedGroup => ({
    start: folded.indexOf(shown),
    group: { text: shown, importance: YEAR_IMPORTANCE, alternatives: [{ tokens: [year], weight: 1, source: 'typed' }] },
  }));
  const groups = [...places.groups, ...yearGroups, ...phrases, ...words].sort((a, b) => a.start - b.start).map(({ group }) => group);
  return {
    text,
    identifiers: numbers.identifiers,
    groups: raised(groups),
    phrases: operators.phrases.map((phrase) => analyzer.tokens(phrase)),
    excluded: operators.excluded.flatMap((word) => alternative(word, 1, 'typed', analyzer).tokens),
    boosts: [...years.boosts, ...places.boosts, ...kinds.boosts],
    filters: operators.filters,
    interpretation: pieces,
  };
}

/** Phrases of the synonym files, where they begin and end with words and not within one (上学 is not in 网上学习). */
function claimPhrases(reading: Reading, knowledge: Knowledge, analyzer: TextAnalyzer, pieces: InterpretationPiece[]): PlacedGroup[] {
  const edges = wordEdges(reading.text);
  const groups: PlacedGroup[] = [];
  for (const { start, end, value } of knowledge.synonymPhrases.find(reading)) {
    if (!standsAlone({ start, end }, edges) || !reading.claim(start, end)) continue;
    groups.push({ start, group: groupOf(value, knowledge, analyzer) });
    pieces.push({ type: 'synonym', text: value, meaning: (knowledge.synonyms.get(value) ?? []).slice(0, 4).join('、') });
  }
  return groups;
}

/** When nothing in the query is of full importance, the most important becomes it: weak words are then all there is. */
function raised(groups: readonly TermGroup[]): TermGroup[] {
  const most = Math.max(0, ...groups.map(({ importance }) => importance));
  if (most === 0 || most >= 1) return [...groups];
  return groups.map((group) => ({ ...group, importance: group.importance / most }));
}
