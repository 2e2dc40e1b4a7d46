import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { DataModule } from '../data/index.js';
import { DepartmentModule } from '../department/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { EntryBuilder } from './mapping/entry-builder.js';
import { IdentifierController } from './identifier/identifier.controller.js';
import { CatalogVersion } from './reading/catalog-version.js';
import { EntryReader } from './reading/entry-reader.js';

/** The catalog in the vocabularies and protocols of others. */
@Module({
  imports: [CatalogModule, DataModule, DepartmentModule, VocabularyModule],
  controllers: [IdentifierController],
  providers: [EntryBuilder, EntryReader, CatalogVersion],
  exports: [EntryReader, CatalogVersion],
})
export class InteropModule {}
