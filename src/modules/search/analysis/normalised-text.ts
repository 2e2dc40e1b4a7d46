import { hasTraditional, toSimplified } from './simplified.js';

/** Text as it is segmented, and where each of its characters stood in the original. */
export interface NormalisedText {
  text: string;
  /** Original offset of a position of `text`; `toEnd` is the end of the character before it. */
  toStart: (position: number) => number;
  toEnd: (position: number) => number;
}

const MARK = /\p{M}/u;
const CLUSTER = /.\p{M}*/gsu;
const HAN_RUN = /\p{Script=Han}+/gu;
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/** Half width, lower case, simplified. */
export function normaliseText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  return toSimplified(ZERO_WIDTH.test(folded) ? folded.replaceAll(new RegExp(ZERO_WIDTH, 'g'), '') : folded);
}

/** The same with the way back to the original, for highlights. */
export function normaliseWithOffsets(original: string): NormalisedText {
  const text = normaliseText(original);
  const identity = (position: number) => position;
  if (text === original && !MARK.test(original)) return { text, toStart: identity, toEnd: identity };
  // Folding only lengthens where nothing is composed, so equal lengths mean that every character kept its place.
  if (text.length === original.length && !MARK.test(original) && !hasTraditional(original) && !ZERO_WIDTH.test(original))
    return { text, toStart: identity, toEnd: identity };
  return mapped(original);
}

function mapped(original: string): NormalisedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  const push = (piece: string, start: number, end: number) => {
    text += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const folded = cluster.normalize('NFKC').toLowerCase().replaceAll(new RegExp(ZERO_WIDTH, 'g'), '');
    push(folded, index, index + cluster.length);
  }
  return hasTraditional(text) ? simplifyMapped(text, starts, ends) : view(text, starts, ends);
}

/** Runs that keep their length keep their places; in others the characters between the equal ends share one span. */
function simplifyMapped(text: string, starts: number[], ends: number[]): NormalisedText {
  const newStarts: number[] = [];
  const newEnds: number[] = [];
  let result = '';
  let done = 0;
  const copy = (until: number) => {
    result += text.slice(done, until);
    for (; done < until; done++) {
      newStarts.push(starts[done]!);
      newEnds.push(ends[done]!);
    }
  };
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    const simplified = toSimplified(run);
    copy(index);
    if (simplified.length === run.length) copySame(simplified, index);
    else copyStretched(simplified, run, index);
    done = index + run.length;
  }
  copy(text.length);
  return view(result, newStarts, newEnds);

  function copySame(simplified: string, index: number) {
    result += simplified;
    for (let i = 0; i < simplified.length; i++) {
      newStarts.push(starts[index + i]!);
      newEnds.push(ends[index + i]!);
    }
  }
  function copyStretched(simplified: string, run: string, index: number) {
    const [front, back] = equalEnds(run, simplified);
    const last = index + run.length - 1;
    result += simplified;
    for (let i = 0; i < simplified.length; i++) {
      const fromBack = simplified.length - 1 - i;
      const inFront = i < front;
      const inBack = fromBack < back;
      newStarts.push(starts[inFront ? index + i : inBack ? last - fromBack : index + front]!);
      newEnds.push(ends[inFront ? index + i : inBack ? last - fromBack : last - back]!);
    }
  }
}

function equalEnds(a: string, b: string): [number, number] {
  const most = Math.min(a.length, b.length);
  let front = 0;
  while (front < most && toSimplified(a[front]!) === b[front]) front++;
  let back = 0;
  while (back < most - front && toSimplified(a.at(-1 - back)!) === b.at(-1 - back)) back++;
  return [Math.min(front, most - 1), Math.min(back, most - 1 - Math.min(front, most - 1))];
}

function view(text: string, starts: number[], ends: number[]): NormalisedText {
  return { text, toStart: (position) => starts[position] ?? 0, toEnd: (position) => (position === 0 ? 0 : (ends[position - 1] ?? 0)) };
}
