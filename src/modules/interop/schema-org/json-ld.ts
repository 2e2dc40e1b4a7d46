/** A node of JSON-LD; members without a value are left out when it is written. */
export type JsonLd = Record<string, unknown>;

/** What could end the element that holds the text, or a line of a script. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/** A node as it stands in `<script type="application/ld+json">`: nothing in it can end the element. Pure. */
export function jsonLdText(node: JsonLd): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...node }).replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One value by itself, several as a list, none as nothing. Pure. */
export function oneOrMany<T>(values: readonly T[]): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}
