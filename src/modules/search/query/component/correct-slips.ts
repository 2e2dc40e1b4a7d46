import { isWord } from '../../analysis/index.js';
import type { Lexicon } from '../analysed-query.js';
import { adjacent, type QueryPiece } from '../query-text.js';
import { soundOf, type SoundingTerms } from '../sounding-terms.js';
import { syllableKeys } from './sound-key.js';

/** Pieces side by side in the query that were probably meant to be one known term. */
export interface Correction {
  /** Index of the first piece and of the piece after the last. */
  from: number;
  to: number;
  typed: string;
  meant: string;
  /** False when every piece typed is a word, so that it may have been meant. */
  certain: boolean;
}

/** A run of words that may be a slip. */
interface Window {
  from: number;
  to: number;
  typed: string;
  /** For each character: whether it stands in a piece that no dictionary word holds. */
  doubtful: boolean[];
  /** A word in it is in the dictionary and in no record. */
  absent: boolean;
  /** How it sounds, as `SoundingTerms.alike` wants it. */
  sound: string;
}

interface Judged {
  term: string;
  frequency: number;
  shared: number;
  sounds: 'same' | 'near' | 'other';
}

const HAN = /^\p{Script=Han}+$/u;
const LONGEST = 8;
const MOST_PIECES = 6;
const MOST_LOOKUPS = 24;
/** Never taken for a slip of another character. */
const PARTICLES = new Set('的了和与在是等或');
/** In longer questions single characters are mostly words of their own, so only listed terms are tried there. */
const SHORT_QUERY = 20;
/** A pair of characters resembles many words: only a common one is believed. */
const COMMON = 20;
const KNOWN = 2;
/** A term that sounds different is believed only when it is long and the typed character is strange. */
const LONG = 4;
const STRANGE = 50;

/**
 * Finds slips of input: characters that no dictionary word holds and that a known term of the same length
 * would explain, by its sound above all (营业执兆 → 营业执照).
 */
export async function correctSlips(words: readonly QueryPiece[], lexicon: Lexicon, sounding: SoundingTerms): Promise<Correction[]> {
  const indexed = await lexicon.frequencies([...new Set(words.map(({ text }) => text))]);
  const windows = windowsOf(words, indexed);
  if (windows.length === 0) return [];
  const characters = windows.flatMap(({ typed, doubtful }) => [...typed].filter((_, index) => doubtful[index]));
  const known = await lexicon.frequencies([...new Set([...windows.map(({ typed }) => typed), ...characters])]);
  const short = words.reduce((sum, { text }) => sum + text.length, 0) <= SHORT_QUERY;
  const corrections: Correction[] = [];
  let lookups = short ? MOST_LOOKUPS : 0;
  for (const window of windows) {
    if (known.has(window.typed) || corrections.some(({ from, to }) => window.from < to && window.to > from)) continue;
    const best = await bestOf(window, known, (isDoubtful(window) || window.absent) && lookups-- > 0, lexicon, sounding);
    if (best) corrections.push({ from: window.from, to: window.to, typed: window.typed, meant: best, certain: isDoubtful(window) });
  }
  return corrections.sort((a, b) => a.from - b.from);
}

/** Runs of adjacent pieces with a doubtful one in them, or long enough to be known by their sound alone; the longest first. */
function windowsOf(words: readonly QueryPiece[], indexed: ReadonlyMap<string, number>): Window[] {
  const windows: Window[] = [];
  const sounds = words.map(({ text }) => (HAN.test(text) ? soundOf(text) : ''));
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_PIECES); to++) {
      const part = words.slice(from, to);
      const last = part.at(-1)!;
      const previous = part.at(-2);
      if (!HAN.test(last.text) || (previous && !adjacent(previous, last))) break;
      const typed = part.map(({ text }) => text).join('');
      if (typed.length > LONGEST) break;
      const doubtful = part.flatMap(({ text, known }) => Array.from(text, () => !known && !PARTICLES.has(text)));
      const absent = part.some(({ text, known }) => known && !indexed.has(text));
      if (
        typed.length < 2 ||
        !(doubtful.includes(true) || absent || (part.length > 1 && typed.length >= LONG)) ||
        (isWord(typed) && indexed.has(typed))
      )
        continue;
      windows.push({ from, to, typed, doubtful, absent, sound: sounds.slice(from, to).join(' ') });
    }
  }
  return windows.sort((a, b) => b.typed.length - a.typed.length);
}

function isDoubtful({ doubtful }: Window): boolean {
  return doubtful.includes(true);
}

async function bestOf(
  window: Window,
  known: ReadonlyMap<string, number>,
  searchIndex: boolean,
  lexicon: Lexicon,
  sounding: SoundingTerms,
): Promise<string | undefined> {
  const listed = sounding.alike(window.sound).filter((term) => term !== window.typed);
  const indexed = searchIndex ? await lexicon.similar(window.typed) : [];
  const candidates = new Map(indexed.map(({ term, frequency }) => [term, frequency]));
  const frequencies = listed.length > 0 ? await lexicon.frequencies(listed) : new Map<string, number>();
  for (const term of listed) candidates.set(term, Math.max(candidates.get(term) ?? 0, frequencies.get(term) ?? 0, KNOWN));
  const judged = [...candidates].flatMap(([term, frequency]) => judge(window, term, frequency, known) ?? []);
  const rank = { same: 2, near: 1, other: 0 };
  judged.sort((a, b) => rank[b.sounds] - rank[a.sounds] || b.shared - a.shared || b.frequency - a.frequency);
  return judged[0]?.term;
}

/** The candidate with its likeness, undefined when it is not believable. */
function judge(
  { typed, doubtful, absent }: Window,
  term: string,
  frequency: number,
  known: ReadonlyMap<string, number>,
): Judged | undefined {
  if (term.length !== typed.length || term === typed || frequency < (typed.length === 2 ? COMMON : KNOWN)) return undefined;
  const changed = [...typed].flatMap((character, index) => (character === term[index] ? [] : [index]));
  const shared = typed.length - changed.length;
  if (shared * 2 < typed.length) return undefined;
  const heard = syllableKeys(typed);
  const meant = syllableKeys(term);
  const same = changed.every((index) => heard[index]?.full === meant[index]?.full);
  const near = changed.every((index) => heard[index]?.near === meant[index]?.near);
  // A word that the dictionary knows was meant as it was typed, unless the whole sounds exactly like a longer term, or no record has it.
  if (changed.some((index) => !doubtful[index]) && !(same && (typed.length > 2 || absent))) return undefined;
  if (same || near) return { term, frequency, shared, sounds: same ? 'same' : 'near' };
  const strange = changed.length === 1 && (known.get(typed[changed[0]!]!) ?? 0) * STRANGE < frequency;
  return typed.length >= LONG && strange ? { term, frequency, shared, sounds: 'other' } : undefined;
}
