const WIDE = /[\u2e80-\uffef]/u;

/** Width of a text in Chinese characters; others are about half as wide. Pure. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : 0.55), 0);

/** A label in one line, or in as many as it needs where there is room for `most` characters in each. Pure. */
export function labelLines(label: string, most: number): string[] {
  const count = Math.min(3, Math.max(1, Math.ceil(widthOf(label) / Math.max(2, most))));
  const characters = [...label];
  const each = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, line) => characters.slice(line * each, (line + 1) * each).join('')).filter(Boolean);
}
