import { Module } from '@nestjs/common';
import { DcatModule } from './dcat/dcat.module.js';
import { IdentifierController } from './identifier/identifier.controller.js';
import { ReadingModule } from './reading/reading.module.js';

/** The catalog in the vocabularies and protocols of others. */
@Module({
  imports: [ReadingModule, DcatModule],
  controllers: [IdentifierController],
  exports: [ReadingModule],
})
export class InteropModule {}
