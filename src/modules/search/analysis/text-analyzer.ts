import { Injectable } from '@nestjs/common';
import { documentNumberSpans } from './document-number-spans.js';
import { latinAt } from './latin-token.js';
import { normaliseText, normaliseWithOffsets } from './normalised-text.js';
import { cut, innerWords } from './segmenter.js';
import { STOP_WORDS } from './stop-word.js';
import type { Token } from './token.js';

const HAN = /\p{Script=Han}/u;

/**
 * Turns text into the words it is found by: every dictionary word, the words inside it, document numbers and codes
 * whole. What no dictionary knows becomes single characters and their neighbouring pairs, the same in record and query.
 */
@Injectable()
export class TextAnalyzer {
  /** Words in order, duplicates kept. */
  tokens(text: string): string[] {
    const tokens: string[] = [];
    analyse(normaliseText(text), (token) => tokens.push(token));
    return tokens;
  }

  /** Words with their places in the text as given; of those `wanted` alone when it is given, which spares cutting clauses that hold none. */
  tokensWithOffsets(text: string, wanted?: ReadonlySet<string>): Token[] {
    const normalised = normaliseWithOffsets(text);
    const tokens: Token[] = [];
    const emit: Emit = (token, start, end) => {
      if (!wanted || wanted.has(token)) tokens.push({ token, start: normalised.toStart(start), end: normalised.toEnd(end) });
    };
    analyse(normalised.text, emit, wanted);
    return tokens;
  }
}

type Emit = (token: string, start: number, end: number) => void;

/** Words never reach over these. */
const CLAUSE = /[^，。；：、！？,;!?\s]+/gu;

function analyse(text: string, emit: Emit, wanted?: ReadonlySet<string>): void {
  const analyseText = wanted ? (part: string, offset: number) => analyseClauses(part, offset, emit, wanted) : analysePiece;
  let done = 0;
  for (const number of documentNumberSpans(text)) {
    analyseText(text.slice(done, number.start), done, emit);
    emit(number.token, number.start, number.end);
    done = number.end;
  }
  analyseText(done === 0 ? text : text.slice(done), done, emit);
}

function analyseClauses(text: string, offset: number, emit: Emit, wanted: ReadonlySet<string>): void {
  const terms = [...wanted];
  for (const { 0: clause, index } of text.matchAll(CLAUSE)) {
    if (terms.some((term) => clause.includes(term))) analysePiece(clause, offset + index, emit);
  }
}

function analysePiece(text: string, offset: number, emit: Emit): void {
  let position = 0;
  let skipUntil = 0;
  /** The unknown character right before, whose pair with the next one is a word too. */
  let single = '';
  for (const word of cut(text)) {
    const start = position;
    position += word.length;
    if (start < skipUntil) continue;
    const code = text.charCodeAt(start);
    if (word.length > 1 && code >= 0x3400 && code !== 0x3007) {
      single = '';
      emitWord(word, offset + start, emit);
    } else if (code < 0x80 ? isAlphanumeric(code) : !HAN.test(word)) {
      single = '';
      const latin = latinAt(text, start);
      for (const { token, start: from, end } of latin?.tokens ?? []) emit(token, offset + from, offset + end);
      skipUntil = latin?.end ?? 0;
    } else if (code < 0x80 || STOP_WORDS.has(word)) {
      single = '';
    } else {
      if (single) emit(single + word, offset + start - single.length, offset + position);
      emit(word, offset + start, offset + position);
      single = word;
    }
  }
}

function emitWord(word: string, start: number, emit: Emit): void {
  if (STOP_WORDS.has(word)) return;
  if (word.length === 2) return emit(word, start, start + 2);
  let wholeDone = false;
  for (const inner of innerWords(word)) {
    if (inner.start > 0 && !wholeDone) {
      wholeDone = true;
      emit(word, start, start + word.length);
    }
    emit(inner.token, start + inner.start, start + inner.start + inner.token.length);
  }
  if (!wholeDone) emit(word, start, start + word.length);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
}
