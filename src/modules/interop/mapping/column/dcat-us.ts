import type { Column } from './column.js';

/** Members of a dataset in DCAT-US 3. */
export const DCAT_US: Column = {
  identifier: 'identifier',
  uri: '@id',
  title: 'title',
  abstract: 'description',
  keywords: 'keyword',
  agents: 'publisher',
  contact: 'contactPoint',
  topic: 'theme',
  region: 'spatial',
  publishedOn: 'issued',
  modifiedOn: 'modified',
  accessRights: 'accessRights',
  page: 'landingPage',
  sourceUrl: 'page',
  distributions: 'distribution',
  openCondition: 'rights',
  updateCycle: 'accrualPeriodicity',
  license: 'license',
  temporal: 'temporal',
  tables: 'distribution',
  documentNumber: 'otherIdentifier',
  resourceCode: 'otherIdentifier',
  indexNumber: 'otherIdentifier',
};
