import { Module } from '@nestjs/common';
import { CkanModule } from './ckan/ckan.module.js';
import { CroissantModule } from './croissant/croissant.module.js';
import { DataJsonModule } from './data-json/data-json.module.js';
import { DcatModule } from './dcat/dcat.module.js';
import { IdentifierController } from './identifier/identifier.controller.js';
import { ReadingModule } from './reading/reading.module.js';

/** The catalog in the vocabularies and protocols of others. */
@Module({
  imports: [ReadingModule, CkanModule, DcatModule, DataJsonModule, CroissantModule],
  controllers: [IdentifierController],
  exports: [ReadingModule],
})
export class InteropModule {}
