import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { DepartmentModule } from '../department/index.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { DisclosureController } from './api/disclosure.controller.js';
import { DisclosureResolver } from './api/disclosure.resolver.js';
import { DisclosureService } from './column/disclosure.service.js';
import { DisclosureEntryRepository } from './entry/entry.repository.js';
import { EntryPlacer } from './entry/entry-placer.js';

/** The 政府信息公开 column in the prescribed form. */
@Module({
  imports: [CatalogModule, DepartmentModule, OutboxModule, VocabularyModule],
  controllers: [DisclosureController],
  providers: [DisclosureEntryRepository, DisclosureResolver, DisclosureService, EntryPlacer],
  exports: [DisclosureService, EntryPlacer],
})
export class DisclosureModule {}
