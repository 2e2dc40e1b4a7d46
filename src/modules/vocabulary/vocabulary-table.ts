/** One entry of a code table. */
export class VocabularyItem {
  /** The code that records store; words rather than numbers wherever portals number differently. */
  code: string;
  label: string;
  english?: string;
  /** Code of the entry above it. */
  parent?: string;
  /** Other labels in use for the same thing. */
  aliases: string[];
  /** What the table says besides names: days of an update cycle, media type of a format, level of a region. */
  attributes?: Record<string, string | number | boolean | undefined>;
}

/** A code table (代码表) of the catalog, named after the record field that it serves. */
export class VocabularyTable {
  name: string;
  /** Chinese name. */
  label: string;
  /** Standard or practice that it follows. */
  source: string;
  items: VocabularyItem[];
}
