import type { Book } from './book.js';

export type RelationType = 'replaces' | 'repeals' | 'amends' | 'basedOn' | 'forwards' | 'interprets' | 'relatesTo';

/** A link to another record of the catalog, by its identifier. */
export interface Relation {
  type: RelationType;
  target: string;
  note?: string;
}

/** A document before numbers are given out; its text is written last, when every number it cites is known. */
export interface Plan {
  id: string;
  theme?: string;
  title: string;
  /** Short codes of the issuing departments, the lead first. */
  issuers: string[];
  documentType: string;
  /** Whether it takes a 发文字号, and in which series. */
  series?: 'normative' | 'general' | 'letter';
  writtenOn: string;
  publishedOn: string;
  effectiveOn?: string;
  expiresOn?: string;
  topic: string;
  keywords: string[];
  audience: string[];
  article20: string;
  relations: Relation[];
  body: (book: Book) => string;
}

/** A plan with the numbers the book gave it. */
export interface Entry extends Plan {
  identifier: string;
  documentNumber?: string;
  indexNumber: string;
}
