import sanitizeHtml from 'sanitize-html';

const NAME = 'p|div|br|table|tr|td|span|ul|ol|li|h[1-6]|a|b|strong|em|img|section|article|html|body';
const ATTRIBUTE = String.raw`\s+[a-z][\w:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?`;
/** A whole tag: `a<b && c>d` has none. */
const MARKUP = new RegExp(String.raw`</?(?:${NAME})(?:${ATTRIBUTE})*\s*/?>`, 'i');

/** Whether a body is HTML; plain text may well hold `<` without being markup. */
export function isHtml(body: string): boolean {
  return MARKUP.test(body);
}

/** HTML with only structure, emphasis, tables and web links left; plain text is returned as it is, with line ends made `\n`. */
export function cleanBody(body: string): string {
  if (!isHtml(body)) return body.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();
  const cleaned = sanitizeHtml(body, {
    allowedTags: [
      'p',
      'br',
      'h2',
      'h3',
      'h4',
      'h5',
      'ul',
      'ol',
      'li',
      'table',
      'caption',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'strong',
      'b',
      'em',
      'sub',
      'sup',
      'blockquote',
      'a',
    ],
    allowedAttributes: { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan', 'scope'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: { h1: 'h2', div: 'p' },
  }).trim();
  // What is left must still be known for HTML, or its entities would be shown as they are.
  return cleaned === '' || isHtml(cleaned) ? cleaned : `<p>${cleaned}</p>`;
}

const BREAKS = /<\/(p|div|h[1-6]|li|tr|table|blockquote|caption)>|<br\s*\/?>/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words of a body without markup, for search and excerpts. */
export function plainBody(body: string): string {
  if (!isHtml(body)) return body;
  return body
    .replace(BREAKS, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
