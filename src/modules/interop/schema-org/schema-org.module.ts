import { Module } from '@nestjs/common';
import { ReadingModule } from '../reading/reading.module.js';
import { SchemaOrg } from './schema-org.js';

/** Pages in the words of schema.org. */
@Module({ imports: [ReadingModule], providers: [SchemaOrg], exports: [SchemaOrg] })
export class SchemaOrgModule {}
