import { simplifiedSigns } from './simplified-signs.js';

/** What a sign can be read as, beside being another sign. */
export const Sign = {
  /** Draws nothing, or only adorns the sign before it. */
  DROPPED: 0,
  /** Several signs; `expansionOf` has them. */
  EXPANDED: 1,
  /** A figure in a circle or raised: a list number, unless figures like it stand beside it. */
  FIGURE: 2,
  /** Half of a sign beyond the first plane. */
  SURROGATE: 3,
  BORDER: 0x09,
  LINE: 0x0a,
  SPACE: 0x20,
} as const;

/** Stands for a list number: it belongs to no number after it. */
export const LIST_NUMBER = ';';

const STARS = /[★☆⚝⭐⭑⭒✡✦✧✩✪✫✬✭✮✯✰🌟🌠⋆]/u;
const ASTERISKS = /[*＊∗⁎⁑✱✲✳✴✵✶✷✸✹✺✻✼✽❋٭﹡]/u;
const MIDDLE_DOTS = /[·•‧∙⋅・●∘◦‣⸱᛫ꞏ]/u;
const DASHES = /[\p{Pd}−➖─━ｰ]/u;
const BORDERS = /[\t|│┃¦┆┇┊┋║]/u;
const LINES = /[\n\r\v\f\u0085\u2028\u2029]/;
const SPACES = /[\s\p{Z}\u2800]/u;
const NOTHING = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;
const LOOKALIKES: Readonly<Record<string, string>> = { Х: 'X', х: 'x', Χ: 'X', χ: 'x', '✕': '×', '✖': '×', '╳': '×', '‿': '_', '⁀': '_' };

/** One sign as people read it: half width, simplified, stars, dashes and dots alike; a `Sign` that is none by number, or several signs. Pure. */
function readSign(sign: string): number | string {
  if (LINES.test(sign)) return Sign.LINE;
  if (BORDERS.test(sign)) return Sign.BORDER;
  if (SPACES.test(sign)) return Sign.SPACE;
  if (NOTHING.test(sign)) return Sign.DROPPED;
  if (STARS.test(sign)) return '★';
  if (ASTERISKS.test(sign)) return '*';
  if (DASHES.test(sign)) return '-';
  if (MIDDLE_DOTS.test(sign)) return '·';
  if (LOOKALIKES[sign]) return LOOKALIKES[sign];
  if (/\p{No}/u.test(sign)) return figureOf(sign) === undefined ? LIST_NUMBER : Sign.FIGURE;
  if (/\p{Nd}/u.test(sign)) return digitOf(sign);
  const [...signs] = sign.normalize('NFKC');
  const read = signs.map((one) => simplifiedSigns.get(one) ?? one).join('');
  if (read === '|') return Sign.BORDER;
  return read.replace(/[\s\p{Cf}\p{Mn}\p{Me}]/gu, '');
}

/** Blocks of decimal digits begin with a zero and have ten each (Unicode 4.6). */
function digitOf(sign: string): string {
  const normal = sign.normalize('NFKC');
  if (/^[0-9]$/.test(normal)) return normal;
  let before = 0;
  for (let code = sign.codePointAt(0)! - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) before++;
  return String(before % 10);
}

/** Figures in black circles and their like, which have no plain form in Unicode, by the sign for 1. */
const CIRCLED_ONES = [0x2776, 0x2780, 0x278a, 0x24f5];

/** The digit that a circled, raised or lowered figure shows; undefined for more than one digit. */
export function figureOf(sign: string): string | undefined {
  const normal = sign.normalize('NFKC');
  if (/^[0-9]$/.test(normal)) return normal;
  const code = sign.codePointAt(0)!;
  const one = CIRCLED_ONES.find((start) => code >= start && code < start + 9);
  return one === undefined ? (code === 0x24ff ? '0' : undefined) : String(code - one + 1);
}

const expansions = new Map<number, string>();

/** The signs that one sign stands for; of those beyond the first plane every one is asked for here. */
export function expansionOf(code: number): string {
  let read = expansions.get(code);
  if (read === undefined) {
    const found = readSign(String.fromCodePoint(code));
    read = typeof found === 'string' ? found : found === Sign.FIGURE ? figureOf(String.fromCodePoint(code))! : '';
    expansions.set(code, read);
  }
  return read;
}

function entryOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return Sign.SURROGATE;
  const read = readSign(String.fromCharCode(code));
  if (typeof read === 'number') return read;
  if (read.length === 1) return read.charCodeAt(0);
  return read === '' ? Sign.DROPPED : Sign.EXPANDED;
}

/** Stands where nobody has asked yet; it is no sign itself. */
const UNREAD = 0xffff;
const signs = new Uint16Array(0x10000).fill(UNREAD);

/** What a sign of the first plane is read as. Looked up once each: a text has few signs, and every file is read in a thread of its own. */
export function signOf(code: number): number {
  const sign = signs[code]!;
  return sign === UNREAD ? (signs[code] = entryOf(code)) : sign;
}
