import type { Column } from './column.js';

/** Members of a dataset in data.json, the Project Open Data schema 1.1 (DCAT-US 1.1). */
export const DATA_JSON: Column = {
  identifier: 'identifier',
  title: 'title',
  abstract: 'description',
  keywords: 'keyword',
  agents: 'publisher',
  contact: 'contactPoint',
  topic: 'theme',
  region: 'spatial',
  publishedOn: 'issued',
  modifiedOn: 'modified',
  accessRights: 'accessLevel',
  page: 'landingPage',
  sourceUrl: 'references',
  distributions: 'distribution',
  openCondition: 'rights',
  updateCycle: 'accrualPeriodicity',
  license: 'license',
  temporal: 'temporal',
  tables: 'distribution',
};
