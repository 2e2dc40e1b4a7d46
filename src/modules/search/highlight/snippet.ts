import { highlight, type PlacingAnalyzer } from './highlight.js';

export interface SnippetOptions {
  /** Characters of text, without markup. */
  length?: number;
}

/** Only the beginning of a very long text is looked through. */
const LONGEST_TEXT = 100_000;
const MOST_PLACES = 500;
const MOST_TERMS = 50;
const ELLIPSIS = '…';
const SENTENCE_END = /[。！？；!?;\n]/u;

/**
 * The passage in which most of the terms stand together, as escaped HTML with `<mark>`; it starts at a sentence
 * where one starts near by. Without any term it is the beginning of the text.
 */
export function snippet(text: string, analyzer: PlacingAnalyzer, terms: Iterable<string>, { length = 120 }: SnippetOptions = {}): string {
  const whole = text.slice(0, LONGEST_TEXT).toWellFormed().replaceAll(/\s+/gu, ' ').trim();
  const wanted = [...terms].filter((term) => term !== '').slice(0, MOST_TERMS);
  const start = startOfSentence(whole, densest(placesOf(whole, wanted), length), length);
  const end = unbroken(whole, Math.min(whole.length, start + length));
  const before = start > 0 ? ELLIPSIS : '';
  const after = end < whole.length ? ELLIPSIS : '';
  return before + highlight(whole.slice(start, end), analyzer, wanted) + after;
}

interface Place {
  at: number;
  term: string;
}

/** Where terms stand, letter by letter: cutting a whole body into words would cost more than the search. */
function placesOf(text: string, terms: string[]): Place[] {
  if (terms.length === 0) return [];
  const longestFirst = [...terms].sort((a, b) => b.length - a.length).map((term) => term.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const places: Place[] = [];
  for (const match of text.matchAll(new RegExp(longestFirst.join('|'), 'gi'))) {
    places.push({ at: match.index, term: match[0].toLowerCase() });
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

/** The first place of the window with the most characters of different terms; repetitions hardly count. */
function densest(places: Place[], length: number): number {
  let best = 0;
  let bestWorth = 0;
  places.forEach(({ at }, index) => {
    const seen = new Set<string>();
    let worth = 0;
    for (let next = index; next < places.length && places[next]!.at + places[next]!.term.length - at <= length * 0.8; next++) {
      const { term } = places[next]!;
      worth += seen.has(term) ? 0.1 : term.length;
      seen.add(term);
    }
    if (worth > bestWorth) [best, bestWorth] = [at, worth];
  });
  return best;
}

/** Back to where the sentence begins, if that leaves the place well inside; else a few characters before it. */
function startOfSentence(text: string, place: number, length: number): number {
  const latest = Math.max(0, text.length - length);
  const reach = Math.floor(length / 3);
  for (let start = place; start >= Math.max(0, place - reach); start--) {
    if (start === 0 || SENTENCE_END.test(text[start - 1]!)) return start;
  }
  return unbroken(text, Math.min(latest, Math.max(0, place - Math.floor(length / 8))));
}

/** Never between the halves of a surrogate pair. */
function unbroken(text: string, position: number): number {
  return position > 0 && position < text.length && /[\udc00-\udfff]/.test(text[position]!) ? position - 1 : position;
}
