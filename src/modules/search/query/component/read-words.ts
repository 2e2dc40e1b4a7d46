import type { TextAnalyzer } from '../../analysis/index.js';
import type { InterpretationPiece, Lexicon, TermGroup } from '../analysed-query.js';
import type { Knowledge } from '../knowledge.js';
import { adjacent, joinSingles, partsOf, piecesOf, type QueryPiece, tokensOf } from '../query-text.js';
import type { Reading } from '../span.js';
import { type Correction, correctSlips } from './correct-slips.js';
import { groupOf } from './group-words.js';
import { readPinyin, syllablesOf } from './read-pinyin.js';
import { alternative } from './term-alternative.js';

/** A group and where its words stand in the query. */
export interface PlacedGroup {
  start: number;
  group: TermGroup;
}

interface Reader {
  analyzer: TextAnalyzer;
  knowledge: Knowledge;
  lexicon: Lexicon;
}

/** Pieces beyond this many are not read. */
const MOST_PIECES = 160;
const CORRECTION = 0.9;
/** What was typed stays possible beside its correction, unless the index could hold only half of it. */
const AS_TYPED = 0.5;
const PINYIN = [0.95, 0.6, 0.4];
/** Letters that the index knows are still read as pinyin when the reading is so many times as common (kejijiangli within a URL). */
const RATHER_PINYIN = 10;
const LETTERS = /^[a-z]+$/;

/** The words that no other component has taken: slips corrected, letters read as pinyin, the rest as typed. */
export async function readWords(reading: Reading, reader: Reader, notes: InterpretationPiece[]): Promise<PlacedGroup[]> {
  const pieces = joinPinyin(
    reading.free().flatMap(({ text, start }) => piecesOf(text).map((piece) => ({ ...piece, start: piece.start + start }))),
  ).slice(0, MOST_PIECES);
  const corrections = await correctSlips(pieces, reader.lexicon, reader.knowledge.sounding);
  const groups: PlacedGroup[] = [];
  let done = 0;
  for (const correction of [...corrections, undefined]) {
    for (const word of joinSingles(pieces.slice(done, correction?.from))) groups.push(...(await readWord(word, reader, notes)));
    if (!correction) break;
    groups.push({ start: pieces[correction.from]!.start, group: correctedGroup(correction, reader) });
    notes.push({ type: 'correction', text: correction.typed, meaning: correction.meant });
    done = correction.to;
  }
  return groups;
}

/** `yi bao` is one pinyin text: syllables typed with spaces between. */
function joinPinyin(pieces: readonly QueryPiece[]): QueryPiece[] {
  const joined: QueryPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const gap = last && piece.start - last.start - last.text.length;
    if (last && gap === 1 && isSyllables(last.text) && isSyllables(piece.text))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else if (last && adjacent(last, piece) && LETTERS.test(last.text) && LETTERS.test(piece.text))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function isSyllables(text: string): boolean {
  return LETTERS.test(text) && syllablesOf(text) !== undefined;
}

async function readWord({ text, start }: QueryPiece, reader: Reader, notes: InterpretationPiece[]): Promise<PlacedGroup[]> {
  const groups = LETTERS.test(text) ? await pinyinGroups(text, reader, notes) : [];
  return (groups.length > 0 ? groups : [groupOf(text, reader.knowledge, reader.analyzer)]).map((group) => ({ start, group }));
}

function correctedGroup({ typed, meant, certain }: Correction, { knowledge, analyzer }: Reader): TermGroup {
  const corrected = groupOf(meant, knowledge, analyzer).alternatives.map((one) => ({
    ...one,
    weight: one.weight * CORRECTION,
    source: one.source === 'typed' ? ('correction' as const) : one.source,
  }));
  const asTyped = alternative(typed, certain ? AS_TYPED : 1, 'typed', analyzer);
  const whole = [...typed].every((character) => asTyped.tokens.some((token) => token.includes(character)));
  return { text: typed, importance: 1, alternatives: [...corrected, ...(whole ? [asTyped] : [])] };
}

async function pinyinGroups(letters: string, { lexicon, knowledge, analyzer }: Reader, notes: InterpretationPiece[]): Promise<TermGroup[]> {
  const readings = await readPinyin(letters, { lexicon, sounding: knowledge.sounding, tokensOf: (term) => tokensOf(term, analyzer) });
  if (readings.length === 0) return [];
  const best = readings.map(({ terms }) => terms[0]!);
  const frequencies = await lexicon.frequencies([letters, ...best.flatMap((term) => [term, ...partsOf(term)])]);
  const typed = frequencies.get(letters) ?? 0;
  const most = Math.min(
    ...best.map((term) => frequencies.get(term) ?? Math.min(...partsOf(term).map((part) => frequencies.get(part) ?? 0))),
  );
  if (typed > 0 && (!isSyllables(letters) || typed * RATHER_PINYIN > most)) return [];
  return readings.map((found) => {
    notes.push({ type: 'pinyin', text: found.typed, meaning: found.terms.join('、') });
    const alternatives = found.terms.flatMap((term, rank) =>
      groupOf(term, knowledge, analyzer).alternatives.map((one) => ({
        ...one,
        weight: one.weight * PINYIN[rank]!,
        source: one.source === 'typed' ? ('pinyin' as const) : one.source,
      })),
    );
    return { text: found.typed, importance: 1, alternatives };
  });
}
