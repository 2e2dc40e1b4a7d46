import { DatasetResolver } from './dataset.resolver.js';
import { DepartmentRecordsResolver } from './department-records.resolver.js';
import { DocumentResolver } from './document.resolver.js';
import { RecordLoaders } from './record.loader.js';
import { RecordResolver } from './record.resolver.js';
import { RecordWritingResolver } from './record-writing.resolver.js';
import { RelatedRecordResolver, WriteResultResolver } from './related-record.resolver.js';

/** The GraphQL side of the catalog. */
export const catalogResolvers = [
  RecordLoaders,
  RecordResolver,
  DatasetResolver,
  DocumentResolver,
  RecordWritingResolver,
  RelatedRecordResolver,
  WriteResultResolver,
  DepartmentRecordsResolver,
];
