import { Module } from '@nestjs/common';
import { DepartmentModule } from '../../department/index.js';
import { VocabularyModule } from '../../vocabulary/index.js';
import { ReadingModule } from '../reading/reading.module.js';
import { OaiPmhController } from './oai-pmh.controller.js';
import { OaiPmhService } from './oai-pmh.service.js';
import { OaiSets } from './oai-sets.js';

/** OAI-PMH 2.0. */
@Module({
  imports: [ReadingModule, DepartmentModule, VocabularyModule],
  controllers: [OaiPmhController],
  providers: [OaiPmhService, OaiSets],
})
export class OaiPmhModule {}
