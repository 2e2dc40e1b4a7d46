import { type Interpretation, type SearchInput } from '../../search/index.js';
import { searchLink } from './search-link.js';

/** What one can do about a piece of the input that was taken for something. */
export interface Remedy {
  /** Leave the piece out, or have it exactly as typed. */
  kind: 'remove' | 'exactly';
  href: string;
}

/** Words that were taken for others too are kept by themselves; anything else is taken out. */
const KEPT = new Set(['synonym', 'correction']);

/** The way out of what a piece was taken for; none when it does not stand in the input as it was read. Pure. */
export function remedyOf({ type, text }: Interpretation, input: SearchInput): Remedy | undefined {
  const q = input.q ?? '';
  if (type === 'traditional' || text === '' || !q.includes(text)) return undefined;
  const link = (by: string) =>
    searchLink(input, {
      q: q.split(text).join(by).replace(/\s+/g, ' ').trim(),
    });
  return KEPT.has(type) ? { kind: 'exactly', href: link(` "${text}" `) } : { kind: 'remove', href: link(' ') };
}

/** Types whose meaning only repeats the text in a sentence. */
const SAID_BY_TYPE = new Set(['phrase', 'excluded', 'field']);

/** What is shown of a piece: the words, and what they were taken for where that is something else. Pure. */
export function shownOf({ type, text, meaning }: Interpretation): { text: string; meaning?: string } {
  const bare = type === 'phrase' || type === 'excluded' ? text.replace(/^[-"“”「『]|["“”」』]$/g, '') : text;
  return SAID_BY_TYPE.has(type) || meaning === text || meaning === '' ? { text: bare } : { text: bare, meaning };
}
