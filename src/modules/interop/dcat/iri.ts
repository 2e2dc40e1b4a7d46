/** What no IRI may hold (RFC 3987, and IRIREF of Turtle). */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0020<>"{}|\\^`\u007f-\u009f\ufff0-\uffff\u200e\u200f\u202a-\u202e]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|%(?![0-9a-fA-F]{2})/g;

const escaped = (sign: string) =>
  [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** An address of the web as an IRI: signs that none may hold are percent-encoded; undefined for what is no such address. Pure. */
export function iriOf(address: string): string | undefined {
  const text = address.trim();
  const parts = /^(https?:\/\/[^/?#]+)(.*)$/is.exec(text);
  if (!parts || !URL.canParse(text)) return undefined;
  const [, authority = '', rest = ''] = parts;
  // A host with signs that must be escaped is none, though lenient readers take it.
  if (escapedParts(authority) !== authority) return undefined;
  const [before, ...fragments] = escapedParts(rest).replace(/[[\]]/g, escaped).split('#');
  return [authority + before, ...(fragments.length > 0 ? [fragments.join('%23')] : [])].join('#');
}

const escapedParts = (text: string) => text.replace(FORBIDDEN, escaped);

/** The same in the signs of ASCII alone, for readers that take no other. Pure. */
export const uriOf = (address: string): string | undefined => {
  const iri = iriOf(address);
  return iri && new URL(iri).href;
};
