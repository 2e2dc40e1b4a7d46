import type { Column } from './column.js';

/**
 * Properties of schema.org, of Dataset and of Legislation. Documents that are no legislation are DigitalDocument and have the
 * words of CreativeWork instead (schema-org/record-node.ts).
 */
export const SCHEMA_ORG: Column = {
  identifier: 'identifier',
  uri: '@id',
  title: 'name',
  abstract: 'description',
  keywords: 'keywords',
  agents: 'publisher',
  contact: 'publisher.contactPoint',
  topic: 'about',
  region: 'spatialCoverage',
  publishedOn: 'datePublished',
  modifiedOn: 'dateModified',
  accessRights: 'isAccessibleForFree',
  page: 'url',
  sourceUrl: 'isBasedOn',
  distributions: 'distribution',
  openCondition: 'conditionsOfAccess',
  license: 'license',
  items: 'variableMeasured',
  spatial: 'spatialCoverage',
  temporal: 'temporalCoverage',
  tables: 'distribution',
  documentNumber: 'legislationIdentifier',
  indexNumber: 'identifier',
  resourceCode: 'identifier',
  writtenOn: 'legislationDate',
  effectiveOn: 'legislationDateOfApplicability',
  expiresOn: 'expires',
  documentType: 'genre',
  legislationType: 'legislationType',
  validity: 'legislationLegalForce',
};
