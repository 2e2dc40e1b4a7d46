import { cut, innerWords, isWord, STOP_WORDS, type TextAnalyzer } from '../analysis/index.js';

const WORD = /[\p{L}\p{N}]/u;
const SINGLE_HAN = /^\p{Script=Han}$/u;

/** A word of the query; `known` is false for characters that the dictionary could not join. */
export interface QueryWord {
  text: string;
  start: number;
  known: boolean;
}

/** Words of a normalised query side by side; single characters that follow each other are one unknown word. */
export function wordsOf(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  let position = 0;
  for (const piece of cut(text)) {
    const start = position;
    position += piece.length;
    if (!WORD.test(piece) || STOP_WORDS.has(piece)) continue;
    const last = words.at(-1);
    const single = SINGLE_HAN.test(piece);
    if (single && last && !last.known && last.start + last.text.length === start) last.text += piece;
    else words.push({ text: piece, start, known: !single });
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

/** The index tokens of a phrase that must all be there: its longest words, and the pairs of characters no word joins. */
export function tokensOf(phrase: string, analyzer: TextAnalyzer): string[] {
  const tokens = [...new Set(analyzer.tokens(phrase))];
  return tokens.filter((token) => !tokens.some((longer) => longer !== token && longer.includes(token)));
}

/** The dictionary words within a compound that no other of them contains; empty when it is not made of several. */
export function partsOf(word: string): string[] {
  const inner = [...new Set(innerWords(word).map(({ token }) => token))];
  const outermost = inner.filter((part) => !inner.some((longer) => longer !== part && longer.includes(part)));
  return outermost.length > 1 ? outermost : [];
}

export { isWord };
