/** Signs that no XML document may hold, halves of pairs, and marks that turn the direction of writing. */
// eslint-disable-next-line no-control-regex
const UNFIT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text of a file as one line that a drawing may hold. Pure. */
export const lineOf = (text: string): string => text.replace(UNFIT, '').replace(/\s+/g, ' ').trim();

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
