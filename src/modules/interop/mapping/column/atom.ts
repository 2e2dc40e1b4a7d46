import type { Column } from './column.js';

/** Elements of an Atom entry (RFC 4287); links by their relation. */
export const ATOM: Column = {
  uri: 'id',
  title: 'title',
  abstract: 'summary',
  keywords: 'category',
  agents: 'author',
  topic: 'category',
  publishedOn: 'published',
  updatedAt: 'updated',
  page: 'link:alternate',
  sourceUrl: 'link:via',
  distributions: 'link:enclosure',
  license: 'rights',
};
