/** Signs that no XML document may hold, halves of pairs, and marks that nobody sees but that turn the direction of writing. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu;

/** A text of a file as one line that a drawing may hold. Pure. */
export const lineOf = (text: string): string => text.replace(/\s+/g, ' ').replace(UNFIT, '').trim();

/** The same for the inside of XML and of attributes in double quotes. */
export const escaped = (text: string): string =>
  lineOf(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** Width of a text in a sans-serif of this size: Chinese signs are square. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += sign.codePointAt(0)! < 0x2e80 ? 0.58 : 1;
  return width * size;
}

/** A text cut with … to this width. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = '';
  for (const sign of text) {
    if (textWidth(`${cut}${sign}…`, size) > width) break;
    cut += sign;
  }
  return `${cut}…`;
}
