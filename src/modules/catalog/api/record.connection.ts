import { ObjectType } from '@nestjs/graphql';
import { connectionType } from '../../platform/graphql/index.js';
import { CatalogRecord, Dataset, Document } from '../record/record.model.js';

/** Pages of records of any kind. */
@ObjectType()
export class RecordConnection extends connectionType('Record', () => CatalogRecord) {}

/** Pages of datasets. */
@ObjectType()
export class DatasetConnection extends connectionType('Dataset', () => Dataset) {}

/** Pages of documents. */
@ObjectType()
export class DocumentConnection extends connectionType('Document', () => Document) {}
