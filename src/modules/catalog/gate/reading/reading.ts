import { expansionOf, figureOf, LIST_NUMBER, Sign, signOf } from './sign-table.js';

/** A text as people read it, with the way back: every rule of the gate looks at `text`, every finding names places of the original. */
export interface Reading {
  /** Half width, simplified, without what draws nothing, with one space, border (tab) or line end between words. */
  text: string;
  /** Where a place of `text` begins and ends in the original. */
  start: (place: number) => number;
  end: (place: number) => number;
}

/** Digits written as words, eleven and more in a row: no year and no amount is that long. */
const SPELT_NUMBER = /[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{11,}/g;
const SPELT = new Map([...'〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖'].map((sign, index) => [sign, '0001234567891123456789'[index]!]));

/** Reads a text; costs one pass over it. Pure. */
export function readingOf(original: string): Reading {
  const { length } = original;
  const pages = new Pages(length);
  let gap: number = Sign.DROPPED;
  let gapAt = 0;
  for (let at = 0; at < length; at++) {
    const code = original.charCodeAt(at);
    const sign = signOf(code);
    if (sign === Sign.SPACE || sign === Sign.BORDER || sign === Sign.LINE) {
      if (gap === Sign.DROPPED) gapAt = at;
      gap = wider(gap, sign);
      continue;
    }
    if (sign === Sign.DROPPED) continue;
    const from = at;
    let read: string | undefined;
    if (sign < Sign.BORDER) {
      if (sign === Sign.FIGURE) read = figureAmongFigures(original, at);
      else if (sign === Sign.EXPANDED) read = expansionOf(code);
      else {
        const whole = original.codePointAt(at)!;
        if (whole > 0xffff) at++;
        // Half a pair is no sign.
        read = whole > 0xffff ? expansionOf(whole) : '';
      }
      if (read === '') continue;
    }
    if (gap !== Sign.DROPPED) {
      if (pages.size > 0) pages.put(gap, gapAt);
      gap = Sign.DROPPED;
    }
    if (read === undefined) pages.put(sign, from);
    else for (let index = 0; index < read.length; index++) pages.put(read.charCodeAt(index), from);
  }
  return pages.reading(original);
}

/** Of the blanks between two words the strongest counts: line end, border of a cell, space. */
function wider(one: number, other: number): number {
  if (one === Sign.LINE || other === Sign.LINE) return Sign.LINE;
  return one === Sign.BORDER || other === Sign.BORDER ? Sign.BORDER : Sign.SPACE;
}

function figureAmongFigures(text: string, at: number): string {
  const among = [at - 1, at + 1].some((beside) => beside >= 0 && beside < text.length && signOf(text.charCodeAt(beside)) === Sign.FIGURE);
  return among ? figureOf(text[at]!)! : LIST_NUMBER;
}

/** Signs and their places, growing where one sign stands for several. */
class Pages {
  size = 0;
  private signs: Uint16Array;
  private places: Uint32Array;

  constructor(length: number) {
    this.signs = new Uint16Array(length + 32);
    this.places = new Uint32Array(length + 32);
  }

  put(sign: number, place: number): void {
    if (this.size === this.signs.length) this.grow();
    this.signs[this.size] = sign;
    this.places[this.size++] = place;
  }

  reading(original: string): Reading {
    const { places, size } = this;
    const text = Buffer.from(this.signs.buffer, 0, size * 2)
      .toString('utf16le')
      .replace(SPELT_NUMBER, (run) => Array.from(run, (sign) => SPELT.get(sign)!).join(''));
    const start = (place: number) => (place < size ? places[place]! : original.length);
    const end = (place: number) => {
      if (place === 0) return 0;
      const last = places[place - 1]!;
      return last + (original.codePointAt(last)! > 0xffff ? 2 : 1);
    };
    return { text, start, end };
  }

  private grow(): void {
    const { signs, places } = this;
    this.signs = new Uint16Array(signs.length * 2);
    this.signs.set(signs);
    this.places = new Uint32Array(places.length * 2);
    this.places.set(places);
  }
}
