import { plainBody } from '../../catalog/index.js';
import { type Heading, headingsOf } from './body-outline.js';

/** A body with anchors in it. */
export interface AnchoredHtml {
  html: string;
  headings: Heading[];
}

const RANKS: Record<string, number> = { h2: 1, h3: 3, h4: 4 };
/** What is in tables is no heading; the tags of a sanitised body have no attributes here. */
const BLOCK = /<table>[\s\S]*?<\/table>|<(h[2-4]|p)>([\s\S]*?)<\/\1>/g;
const OPENING = /^(?:\s|<(?:strong|b|em)>)*/;

/** Gives the headings and articles of a sanitised body their anchors; nothing else of it changes. Pure. */
export function anchoredHtml(body: string): AnchoredHtml {
  const lines: string[] = [];
  const marked = new Map<number, number>();
  for (const [, tag, inner] of body.matchAll(BLOCK)) {
    if (tag !== undefined && tag !== 'p') marked.set(lines.length, RANKS[tag]!);
    lines.push(tag === undefined ? '' : plainBody(`<p>${inner!}</p>`).trim());
  }
  const headings = headingsOf(lines, marked);
  let place = -1;
  const html = body.replace(BLOCK, (whole, tag: string | undefined, inner: string) => {
    place += 1;
    const heading = headings.get(place);
    return heading && tag ? `<${tag} id="${heading.id}">${linked(inner, heading)}</${tag}>` : whole;
  });
  return { html, headings: [...headings.values()] };
}

/** The number, or a whole heading without one, is the link to itself. */
function linked(inner: string, { id, label }: Heading): string {
  const before = OPENING.exec(inner)![0];
  const rest = inner.slice(before.length);
  const link = (text: string) => `<a class="anchor" href="#${id}">${text}</a>`;
  if (label !== '') return rest.startsWith(label) ? before + link(label) + rest.slice(label.length) : inner;
  return /<a\b|<br\b/.test(inner) ? inner : link(inner);
}
