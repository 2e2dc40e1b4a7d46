import { isWord } from '../../analysis/index.js';
import type { Lexicon } from '../analysed-query.js';
import { partsOf, type QueryWord } from '../query-text.js';
import { soundKey } from './sound-key.js';

/** Words side by side in the query that were probably meant to be one known term. */
export interface Correction {
  /** Index of the first word and of the word after the last. */
  from: number;
  to: number;
  typed: string;
  meant: string;
}

const HAN = /^\p{Script=Han}+$/u;
const SHORTEST = 2;
const LONGEST = 8;
/** A term with a different sound is believed only when it is long and well known. */
const LONG = 4;
const WELL_KNOWN = 5;

/** Finds homophones and single-character slips: pieces that the index does not know, or single characters left over by segmentation. */
export async function correctSlips(
  words: readonly QueryWord[],
  frequencies: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Promise<Correction[]> {
  const corrections: Correction[] = [];
  for (let index = 0; index < words.length; index++) {
    if (!isSuspect(words[index]!, frequencies) || corrections.some(({ from, to }) => index >= from && index < to)) continue;
    const taken = corrections.at(-1)?.to ?? 0;
    for (const [from, to] of windowsAround(index, words.length)) {
      if (from < taken) continue;
      const typed = joined(words.slice(from, to));
      if (typed.length < SHORTEST || typed.length > LONGEST || !HAN.test(typed)) continue;
      const meant = await bestOf(typed, to - from > 1, lexicon);
      if (!meant) continue;
      corrections.push({ from, to, typed, meant });
      break;
    }
  }
  return corrections;
}

function isSuspect({ text, known }: QueryWord, frequencies: ReadonlyMap<string, number>): boolean {
  if (!HAN.test(text)) return false;
  if (!known) return true;
  // A compound that the index lacks may well be made of words that it has; a word that no record has is asked for as it is.
  return !frequencies.has(text) && partsOf(text).length === 0;
}

/** The text of words that follow each other without a gap; empty when they do not. */
function joined(words: readonly QueryWord[]): string {
  const adjacent = words.every((word, index) => index === 0 || words[index - 1]!.start + words[index - 1]!.text.length === word.start);
  return adjacent ? words.map(({ text }) => text).join('') : '';
}

/** Longer readings first: 营业执兆 before 执兆. */
function windowsAround(index: number, length: number): [number, number][] {
  const windows: [number, number][] = [
    [index - 1, index + 2],
    [index - 1, index + 1],
    [index, index + 2],
    [index - 2, index + 1],
    [index, index + 3],
    [index, index + 1],
  ];
  return windows.filter(([from, to]) => from >= 0 && to <= length);
}

async function bestOf(typed: string, several: boolean, lexicon: Lexicon): Promise<string | undefined> {
  if (isWord(typed) || (await lexicon.frequencies([typed])).has(typed)) return undefined;
  const candidates = await lexicon.similar(typed);
  const sound = soundKey(typed);
  const alike = candidates.filter(({ term }) => term.length === typed.length && soundKey(term) === sound);
  // Two words that happen to sound like a rare third are left alone.
  const believable = several ? alike.filter(({ term, frequency }) => frequency >= 2 && sharesCharacter(term, typed)) : alike;
  if (believable[0]) return believable[0].term;
  return candidates.find(({ term, frequency }) => term.length === typed.length && typed.length >= LONG && frequency >= WELL_KNOWN)?.term;
}

function sharesCharacter(a: string, b: string): boolean {
  return [...a].some((character, index) => b[index] === character);
}
