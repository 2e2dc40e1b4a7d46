import { Injectable } from '@nestjs/common';
import { findDocumentNumbers } from '../../kernel/identifier/index.js';
import { foldWithOffsets } from './folded-text.js';
import { linesOf } from './lines.js';
import { Segmenter } from './segmenter.js';
import { fold } from './simplified.js';

/** A word of a text and where it stands in the original. */
export interface PlacedToken {
  token: string;
  start: number;
  end: number;
}

/** Codes such as gb/t33600, covid-19, 3.5 or 11370812004339255b/2020-22849, kept whole beside their parts. */
const CODE = /[a-z0-9]+(?:[-./_][a-z0-9]+)+/g;
const WORD = /[\p{L}\p{N}]/u;
/** A document number shows by its year in brackets; only the text around it is looked at, since looking everywhere is slow. */
const NUMBER = /[〔[(]\s?(?:19|20)\d{2}\s?[〕\])]\s?第?\d{1,5}\s?号/g;
const BEFORE_NUMBER = 24;

/** Chinese text as the index and the query see it. */
@Injectable()
export class TextAnalyzer {
  private readonly segmenter = Segmenter.shared();
  private readonly stopWords: ReadonlySet<string> = new Set(linesOf(new URL('./stop-word.txt', import.meta.url)));

  /** Words in order, with the shorter words within them, codes and document numbers whole; repeated as often as they stand. */
  tokens(text: string): string[] {
    const folded = fold(text);
    const found = this.segmenter.searchWords(folded).filter((token) => this.isWord(token));
    return [...found, ...codesOf(folded), ...numbersOf(folded)];
  }

  /** Words side by side, none within another; for queries. */
  words(folded: string): string[] {
    return this.segmenter.words(folded).filter((word) => WORD.test(word));
  }

  /** The shorter words within a word, without itself. */
  partsOf(word: string): string[] {
    return [...new Set(this.segmenter.searchWords(word))].filter((part) => part !== word && this.isWord(part));
  }

  isStopWord(word: string): boolean {
    return this.stopWords.has(word);
  }

  /** Whether the government dictionary lists the term. */
  isTerm(term: string): boolean {
    return this.segmenter.isTerm(term);
  }

  terms(): ReadonlySet<string> {
    return this.segmenter.terms();
  }

  /** The same words with their places in the original text, for highlights. */
  tokensWithOffsets(text: string): PlacedToken[] {
    const { text: folded, offsets } = foldWithOffsets(text);
    const placed: PlacedToken[] = [];
    const place = (token: string, start: number) => {
      placed.push({ token, start: offsets[start]!, end: offsets[start + token.length]! });
    };
    let position = 0;
    for (const word of this.segmenter.words(folded)) {
      const start = folded.indexOf(word, position);
      if (start < 0) continue;
      position = start + word.length;
      if (!this.isWord(word)) continue;
      place(word, start);
      for (const part of this.partsOf(word)) place(part, start + word.indexOf(part));
    }
    for (const code of folded.matchAll(CODE)) place(code[0], code.index);
    return placed;
  }

  private isWord(token: string): boolean {
    return WORD.test(token) && !this.stopWords.has(token);
  }
}

function codesOf(folded: string): string[] {
  return folded.match(CODE) ?? [];
}

/** Keys of the document numbers that a text mentions. */
function numbersOf(folded: string): string[] {
  const keys: string[] = [];
  for (const { 0: number, index } of folded.matchAll(NUMBER)) {
    const around = folded.slice(Math.max(0, index - BEFORE_NUMBER), index + number.length);
    keys.push(...findDocumentNumbers(around).map(({ key }) => key.toLowerCase()));
  }
  return keys;
}
