import type { Column } from './column.js';

/** Members of a Croissant 1.0 data set. */
export const CROISSANT: Column = {
  identifier: 'identifier',
  title: 'name',
  abstract: 'description',
  keywords: 'keywords',
  agents: 'creator',
  publishedOn: 'datePublished',
  modifiedOn: 'dateModified',
  page: 'url',
  license: 'license',
  tables: 'distribution',
};
