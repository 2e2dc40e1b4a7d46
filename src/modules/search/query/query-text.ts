import { cut, innerWords, STOP_WORDS, type TextAnalyzer } from '../analysis/index.js';

const WORD = /[\p{L}\p{N}]/u;
const HAN = /^\p{Script=Han}+$/u;
const SINGLE_HAN = /^\p{Script=Han}$/u;

/** A piece of the query as segmentation leaves it. */
export interface QueryPiece {
  text: string;
  start: number;
  /** False for a character that the dictionary could not join to its neighbours. */
  known: boolean;
  /** A function word, of no use unless it is a slip. */
  stop: boolean;
}

/** The pieces of a normalised query side by side, marks and spaces left out. */
export function piecesOf(text: string): QueryPiece[] {
  const pieces: QueryPiece[] = [];
  let position = 0;
  for (const piece of cut(text)) {
    if (WORD.test(piece)) pieces.push({ text: piece, start: position, known: !SINGLE_HAN.test(piece), stop: STOP_WORDS.has(piece) });
    position += piece.length;
  }
  return pieces;
}

/** True when the second piece follows the first without a gap. */
export function adjacent(first: QueryPiece, second: QueryPiece): boolean {
  return first.start + first.text.length === second.start;
}

/** Words of a query: function words left out, single characters that follow each other taken as one unknown word. */
export function joinSingles(pieces: readonly QueryPiece[]): QueryPiece[] {
  const words: QueryPiece[] = [];
  for (const piece of pieces) {
    const last = words.at(-1);
    if (piece.stop) continue;
    if (last && !piece.known && !last.known && adjacent(last, piece)) words[words.length - 1] = { ...last, text: last.text + piece.text };
    else words.push(piece);
  }
  return words;
}

/** Places of a text where a dictionary word begins or ends. */
export function wordEdges(text: string): Set<number> {
  const edges = new Set([0]);
  let position = 0;
  for (const piece of cut(text)) edges.add((position += piece.length));
  return edges;
}

/** Long phrases are themselves wherever they stand; shorter ones only where words begin and end (海南 is not in 上海南站). */
const UNMISTAKABLE = 4;

export function standsAlone({ start, end }: { start: number; end: number }, edges: ReadonlySet<number>): boolean {
  return end - start >= UNMISTAKABLE || (edges.has(start) && edges.has(end));
}

/** The index tokens of a phrase that must all be there: its longest words, and the pairs of characters no word joins. */
export function tokensOf(phrase: string, analyzer: TextAnalyzer): string[] {
  const tokens = [...new Set(analyzer.tokens(phrase))];
  return tokens.filter((token) => !tokens.some((longer) => longer !== token && longer.includes(token)));
}

/** The dictionary words within a compound that no other of them contains; empty when it is not made of several. */
export function partsOf(word: string): string[] {
  if (!HAN.test(word)) return [];
  const inner = [...new Set(innerWords(word).map(({ token }) => token))];
  const outermost = inner.filter((part) => !inner.some((longer) => longer !== part && longer.includes(part)));
  return outermost.length > 1 ? outermost : [];
}
