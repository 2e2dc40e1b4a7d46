/** The columns of a record that hold what its department says of it, whatever its kind; the rest stands in `profile`. */
export const CORE_COLUMNS = [
  'identifier',
  'title',
  'abstract',
  'keywords',
  'topic',
  'region',
  'publishedOn',
  'modifiedOn',
  'sourceUrl',
  'body',
] as const;

export type CoreColumn = (typeof CORE_COLUMNS)[number];
