import { asciiKey } from '../sniff/column-key.js';

/** A name for a table that none of the others has: pinyin of its title. Pure. */
export function freeName(title: string, taken: ReadonlySet<string>): string {
  const name = asciiKey(title, 'table');
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name}_${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}
