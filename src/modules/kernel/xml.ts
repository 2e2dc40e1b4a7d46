/** Characters that XML 1.0 cannot have: control characters, and lone halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text without the characters that XML cannot have. Pure. */
export const legible = (value: string): string => value.replace(FORBIDDEN, '');

const textOf = (value: string) => legible(value).replace(/[&<>\r]/g, (sign) => ENTITIES[sign]!);
const attributeOf = (value: string) => legible(value).replace(/[&<>"\t\n\r]/g, (sign) => ENTITIES[sign]!);

/** Markup that is escaped already. */
export class Xml {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What an element holds: texts are escaped, what is missing is left out. */
export type XmlContent = Xml | string | number | null | undefined | readonly XmlContent[];

/** An element; attributes and children that are null or undefined are left out. Pure. */
export function element(name: string, attributes: Record<string, string | number | null | undefined> = {}, ...children: XmlContent[]): Xml {
  const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  const start = [name, ...given.map(([key, value]) => `${key}="${attributeOf(String(value))}"`)].join(' ');
  const inner = contentOf(children);
  return new Xml(inner === '' ? `<${start}/>` : `<${start}>${inner}</${name}>`);
}

/** Texts and elements one after the other, as they stand in an element. Pure. */
export function contentOf(content: XmlContent): string {
  if (content === null || content === undefined) return '';
  if (content instanceof Xml) return content.text;
  return Array.isArray(content) ? content.map(contentOf).join('') : textOf(String(content));
}

/** What stands before the root of a document. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
