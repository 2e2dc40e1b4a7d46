/** Signs that may stand between the groups of a number, in texts as people read them; a tab is the border of a cell. */
export const BETWEEN = String.raw`[ \t\n\-.·_/~★*,、。;:+=|'"()]{0,3}`;

/** A number as it stands in a text, split or not. */
export interface WrittenNumber {
  start: number;
  end: number;
  digits: string;
  /** Lengths of its groups. */
  groups: number[];
  /** All that stands between them. */
  between: string;
  /** Up to 24 signs of the same line before it. */
  before: string;
}

const NEAR_NUMBER = 24;
const WHOLE = /^[0-9A-Za-z×]+$/;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const NUMBER_NAME = /(?:tel|phone|mobile|mob|id|no|card|sfz|sj|dh|hm|kh)$/i;

/** Every run of digits that the pattern (a global one) sees from any place, also where one overlaps another. */
export function* writtenNumbers(text: string, pattern: RegExp, accept: (number: WrittenNumber) => boolean): Generator<WrittenNumber> {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [written] = found;
    const start = found.index;
    const whole = WHOLE.test(written);
    const groups = whole ? [written] : written.match(/[0-9A-Za-z×]+/g)!;
    const number: WrittenNumber = {
      start,
      end: start + written.length,
      digits: whole ? written : groups.join(''),
      groups: groups.map(({ length }) => length),
      between: whole ? '' : written.replace(/[0-9A-Za-z×]+/g, ''),
      before: text.slice(Math.max(0, start - NEAR_NUMBER), start),
    };
    if (accept(number)) yield number;
    // What was no number may hide one that begins a little later.
    else pattern.lastIndex = start + 1;
  }
}

/** Whether a number is part of a longer code: a hash, an identifier, a UUID. Letters alone in front of it are its name. */
export function isPartOfCode(text: string, { start, end }: WrittenNumber): boolean {
  if (!/[0-9A-Za-z-]/.test(text.charAt(start - 1) + text.charAt(end))) return false;
  const before = /[0-9A-Za-z]*$/.exec(text.slice(Math.max(0, start - 64), start))![0];
  const after = /^[0-9A-Za-z]*/.exec(text.slice(end, end + 64))![0];
  if (/[0-9]/.test(after) || (/[0-9]/.test(before) && !NUMBER_NAME.test(before))) return true;
  const from = Math.max(0, start - 36);
  for (const { index, 0: uuid } of text.slice(from, end + 36).matchAll(UUID))
    if (from + index < end && from + index + uuid.length > start) return true;
  return false;
}

/** Whether no other number stands beside it in the same row: in a table of figures numbers stand beside numbers. */
export function standsApart(text: string, { start, end }: WrittenNumber): boolean {
  return !/[0-9][0-9.,%]*[ \t]$/.test(text.slice(Math.max(0, start - 24), start)) && !/^[ \t]-?[0-9]/.test(text.slice(end, end + 3));
}
