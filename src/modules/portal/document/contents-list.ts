import type { TocEntry } from '../component/toc.js';
import type { Heading } from './body-outline.js';

/** A text that is shorter is seen at once. */
const SHORT = 600;
const FEWEST = 3;
const MOST = 60;
const LONGEST = 22;

/** Contents of a text, the lowest headings left out where they would be too many; none for a short text. Pure. */
export function contentsList(headings: readonly Heading[], length: number): TocEntry[] {
  if (length < SHORT) return [];
  let shown = [...headings];
  while (shown.length > MOST) {
    const lowest = Math.max(...shown.map(({ rank }) => rank));
    const fewer = shown.filter(({ rank }) => rank < lowest);
    if (fewer.length < FEWEST) break;
    shown = fewer;
  }
  if (shown.length < FEWEST) return [];
  const top = Math.min(...shown.map(({ rank }) => rank));
  return shown.map(({ id, label, rest, rank }) => ({ id, title: titleOf(label, rest), level: rank === top ? 1 : 2 }));
}

/** The number with the beginning of its sentence. */
function titleOf(label: string, rest: string): string {
  const signs = [...rest.replace(/[。；：:].*$/su, '')];
  const said = signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : signs.join('');
  return /[、）)]$/u.test(label) ? label + said : [label, said].filter(Boolean).join(' ');
}
