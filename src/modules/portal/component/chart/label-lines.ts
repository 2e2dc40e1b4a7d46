const WIDE = /[\u2e80-\uffef]/u;
const MOST_LINES = 3;

/** Width of a text in Chinese characters; others are about half as wide. Pure. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : 0.55), 0);

/** A label in one line, or in as many as it needs where there is room for `most` characters in each; words of Latin letters stay whole. Pure. */
export function labelLines(label: string, most: number): string[] {
  const count = Math.min(MOST_LINES, Math.max(1, Math.ceil(widthOf(label) / Math.max(2, most))));
  if (count === 1) return label === '' ? [] : [label];
  const pieces = label.includes(' ') ? label.split(/(?<= )/) : [...label];
  const each = widthOf(label) / count;
  const lines: string[] = [''];
  for (const piece of pieces) {
    const last = lines.at(-1)!;
    if (last !== '' && lines.length < count && widthOf(last) + widthOf(piece) / 2 > each) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.map((line) => line.trim());
}
