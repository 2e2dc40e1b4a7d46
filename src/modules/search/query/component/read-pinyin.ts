import type { Lexicon } from '../analysed-query.js';
import type { SoundingTerms } from '../sounding-terms.js';

const SYLLABLE =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|iu|ie|in|un|ai|ei|ao|ou|an|en|er|ia|ua|uo|ui|ue|ve|a|o|e|i|u|v)/y;
const LONGEST_INPUT = 40;
const SHORTEST_INITIALS = 2;
const MOST_SYLLABLES = 6;
/** A second reading is kept when it is at least so common beside the first. */
const RIVAL = 0.3;
const MOST_TERMS = 3;
/** People shorten terms of government services (gjj) more than other words of the same letters. */
const LISTED = 5;

/** One stretch of a pinyin text and the terms it may stand for, most likely first. */
export interface PinyinReading {
  typed: string;
  terms: string[];
}

/** What pinyin is read by: the vocabulary of the index and the listed terms. */
export interface PinyinSources {
  lexicon: Lexicon;
  sounding: SoundingTerms;
  /** Index tokens of a term. */
  tokensOf: (term: string) => string[];
}

/**
 * Every way to cut a full pinyin text into syllables at most once read: greedy first, and an `n` or `g` that could
 * open the next syllable is given to it when greed fails (`jingan` reads jing-an, `fangan` fang-an).
 */
export function syllablesOf(text: string): string[] | undefined {
  if (text === '') return [];
  SYLLABLE.lastIndex = 0;
  const greedy = SYLLABLE.exec(text)?.[0];
  if (!greedy) return undefined;
  for (let length = greedy.length; length > 0; length--) {
    const first = text.slice(0, length);
    if (!isSyllable(first)) continue;
    const rest = syllablesOf(text.slice(length));
    if (rest) return [first, ...rest];
  }
  return undefined;
}

function isSyllable(text: string): boolean {
  SYLLABLE.lastIndex = 0;
  return SYLLABLE.exec(text)?.[0] === text;
}

/** Reads letters as full pinyin or initials of known terms; empty when they are neither. */
export async function readPinyin(letters: string, sources: PinyinSources): Promise<PinyinReading[]> {
  if (letters.length < SHORTEST_INITIALS || letters.length > LONGEST_INPUT) return [];
  const whole = await termsOf(letters, sources);
  if (whole.length > 0) return [{ typed: letters, terms: whole }];
  const syllables = syllablesOf(letters);
  return syllables && syllables.length > 2 ? inStretches(syllables, sources) : [];
}

/** The longest known term from each place on; empty when a stretch is no term. */
async function inStretches(syllables: readonly string[], sources: PinyinSources): Promise<PinyinReading[]> {
  const readings: PinyinReading[] = [];
  for (let start = 0; start < syllables.length;) {
    const reading = await longestFrom(syllables, start, sources);
    if (!reading) return [];
    readings.push(reading);
    start += reading.syllables;
  }
  return readings;
}

async function longestFrom(
  syllables: readonly string[],
  start: number,
  sources: PinyinSources,
): Promise<(PinyinReading & { syllables: number }) | undefined> {
  for (let count = Math.min(syllables.length - start, MOST_SYLLABLES); count > 1; count--) {
    // One syllable left over could be anything.
    if (syllables.length - start - count === 1) continue;
    const typed = syllables.slice(start, start + count).join('');
    const terms = await termsOf(typed, sources);
    if (terms.length > 0) return { typed, terms, syllables: count };
  }
  return undefined;
}

async function termsOf(letters: string, { lexicon, sounding, tokensOf }: PinyinSources): Promise<string[]> {
  const frequencies = new Map((await lexicon.byPinyin(letters)).map(({ term, frequency }) => [term, frequency]));
  const listed = sounding.byPinyin(letters);
  const known = listed.length > 0 ? await lexicon.frequencies([...new Set(listed.flatMap(tokensOf))]) : new Map<string, number>();
  for (const term of listed) {
    const least = Math.min(...tokensOf(term).map((token) => known.get(token) ?? 0));
    if (least > 0) frequencies.set(term, least * LISTED);
  }
  const terms = [...frequencies].filter(([term]) => term.length > 1).sort((a, b) => b[1] - a[1]);
  const [, most] = terms[0] ?? ['', 0];
  return terms
    .filter(([, frequency]) => frequency >= most * RIVAL)
    .slice(0, MOST_TERMS)
    .map(([term]) => term);
}
