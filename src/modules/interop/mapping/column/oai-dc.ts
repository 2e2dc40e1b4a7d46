import type { Column } from './column.js';

/** The fifteen elements of Dublin Core, as oai_dc has them. */
export const OAI_DC: Column = {
  identifier: 'dc:identifier',
  uri: 'dc:identifier',
  title: 'dc:title',
  abstract: 'dc:description',
  keywords: 'dc:subject',
  agents: 'dc:publisher',
  topic: 'dc:subject',
  region: 'dc:coverage',
  publishedOn: 'dc:date',
  accessRights: 'dc:rights',
  page: 'dc:identifier',
  sourceUrl: 'dc:source',
  relations: 'dc:relation',
  resourceCode: 'dc:identifier',
  formats: 'dc:format',
  license: 'dc:rights',
  spatial: 'dc:coverage',
  temporal: 'dc:coverage',
  indexNumber: 'dc:identifier',
  documentNumber: 'dc:identifier',
  documentType: 'dc:type',
};
