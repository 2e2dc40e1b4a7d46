/** Longer sentences are cut at a pause: a lead is read in one breath. */
const LONGEST = 120;
const END = /[。！？!?\n]|\.(?=\s)/u;
const PAUSE = /[，、；：,;:]/u;

/** What a record is for, in one sentence. */
export interface Purpose {
  sentence: string;
  /** Whether the abstract says more. */
  more: boolean;
}

/** The first sentence of an abstract, at most 120 characters long; undefined without one. Pure. */
export function purposeOf(abstract: string | null | undefined): Purpose | undefined {
  const whole = abstract?.trim();
  if (!whole) return undefined;
  const start = [...whole.slice(0, LONGEST * 4)];
  const ends = start.findIndex((letter, place) => END.test(letter === '.' ? letter + (start[place + 1] ?? '') : letter));
  const first = (ends === -1 ? start : start.slice(0, ends + 1)).join('').trim();
  const sentence = shortened(first);
  return { sentence, more: sentence !== whole };
}

function shortened(sentence: string): string {
  const letters = [...sentence];
  if (letters.length <= LONGEST) return sentence;
  const kept = letters.slice(0, LONGEST - 1);
  const pause = kept.findLastIndex((letter) => PAUSE.test(letter));
  return `${kept.slice(0, pause > LONGEST / 2 ? pause : undefined).join('')}…`;
}
