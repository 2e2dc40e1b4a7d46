import sanitizeHtml from 'sanitize-html';
import { tells } from '../office/telling.js';

const BLOCKS = ['p', 'br', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'table', 'section', 'article', 'blockquote'];
const CELLS = ['td', 'th'];
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** Attributes that browsers show, now or on a touch. */
const SHOWN = new Set(['title', 'alt', 'placeholder', 'value', 'label', 'summary', 'content', 'srcdoc', 'aria-label', 'aria-description']);

/** What a page says, hidden elements, templates and fields too, and what its attributes say. Pure. */
export function htmlText(html: string): { text: string; attributes: string[] } {
  const attributes = new Set<string>();
  const text = sanitizeHtml(html, {
    allowedTags: [...BLOCKS, ...CELLS],
    allowedAttributes: {},
    nonTextTags: ['script', 'style'],
    onOpenTag: (_, given) => {
      for (const [name, value] of Object.entries(given)) if (SHOWN.has(name) || tells(value)) attributes.add(value.trim());
    },
  })
    .replace(new RegExp(`</?(?:${BLOCKS.join('|')})\\s*/?>`, 'g'), '\n')
    .replace(new RegExp(`</?(?:${CELLS.join('|')})>`, 'g'), ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  attributes.delete('');
  return { text, attributes: [...attributes] };
}
