/** Characters that take two columns: Chinese, Japanese, Korean, full-width forms, most pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Nothing that came from elsewhere may move the cursor or colour the screen. Pure. */
// eslint-disable-next-line no-control-regex
export const harmless = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');

const widthOfSign = (sign: string): number => (NONE.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1);

/** Columns that a text takes in a terminal. Pure. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += widthOfSign(sign);
  return width;
}

/** A text of at most so many columns; what was longer ends in …. Pure. */
export function shortened(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let kept = '';
  let width = 0;
  for (const sign of text) {
    width += widthOfSign(sign);
    if (width > most - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}
