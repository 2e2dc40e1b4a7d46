import { Module } from '@nestjs/common';
import { CatalogModule } from '../../catalog/index.js';
import { DataModule } from '../../data/index.js';
import { DepartmentModule } from '../../department/index.js';
import { VocabularyModule } from '../../vocabulary/index.js';
import { EntryBuilder } from '../mapping/entry-builder.js';
import { CatalogVersion } from './catalog-version.js';
import { EntryReader } from './entry-reader.js';

/** What every surface reads the catalog by. */
@Module({
  imports: [CatalogModule, DataModule, DepartmentModule, VocabularyModule],
  providers: [EntryBuilder, EntryReader, CatalogVersion],
  exports: [EntryBuilder, EntryReader, CatalogVersion],
})
export class ReadingModule {}
