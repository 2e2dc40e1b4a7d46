import type { Lexicon } from '../analysed-query.js';

const SYLLABLE =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|iu|ie|in|un|ai|ei|ao|ou|an|en|er|ia|ua|uo|ui|ue|ve|a|o|e|i|u|v)/y;
const LONGEST_INPUT = 40;
const SHORTEST_INITIALS = 2;
/** A second reading is kept when it is at least so common beside the first. */
const RIVAL = 0.4;

/** One stretch of a pinyin text and the terms it may stand for, most likely first. */
export interface PinyinReading {
  typed: string;
  terms: string[];
}

/** Syllables of a full pinyin text, or undefined when it is not one. */
export function syllablesOf(text: string): string[] | undefined {
  const syllables: string[] = [];
  for (let position = 0; position < text.length;) {
    SYLLABLE.lastIndex = position;
    const syllable = SYLLABLE.exec(text)?.[0];
    if (!syllable) return undefined;
    syllables.push(syllable);
    position += syllable.length;
  }
  return syllables;
}

/** Reads letters as full pinyin or initials of indexed terms; empty when they are neither. */
export async function readPinyin(letters: string, lexicon: Lexicon): Promise<PinyinReading[]> {
  if (letters.length < SHORTEST_INITIALS || letters.length > LONGEST_INPUT) return [];
  const whole = await termsOf(letters, lexicon);
  if (whole.length > 0) return [{ typed: letters, terms: whole }];
  const syllables = syllablesOf(letters);
  if (!syllables || syllables.length < 2) return [];
  const readings: PinyinReading[] = [];
  for (let start = 0; start < syllables.length;) {
    const reading = await longestFrom(syllables, start, lexicon);
    if (!reading) return [];
    readings.push({ typed: reading.typed, terms: reading.terms });
    start = reading.end;
  }
  return readings;
}

async function longestFrom(
  syllables: readonly string[],
  start: number,
  lexicon: Lexicon,
): Promise<(PinyinReading & { end: number }) | undefined> {
  for (let end = Math.min(syllables.length, start + 4); end > start + 1; end--) {
    const typed = syllables.slice(start, end).join('');
    const terms = await termsOf(typed, lexicon);
    if (terms.length > 0) return { typed, terms, end };
  }
  return undefined;
}

async function termsOf(letters: string, lexicon: Lexicon): Promise<string[]> {
  const [first, ...others] = (await lexicon.byPinyin(letters)).filter(({ term }) => term.length > 1);
  if (!first) return [];
  return [first, ...others.filter(({ frequency }) => frequency >= first.frequency * RIVAL)].slice(0, 3).map(({ term }) => term);
}
