import { Module } from '@nestjs/common';
import { DepartmentModule } from '../../department/index.js';
import { VocabularyModule } from '../../vocabulary/index.js';
import { ReadingModule } from '../reading/reading.module.js';
import { FeedController } from './feed.controller.js';
import { FeedService } from './feed.service.js';

/** Atom feeds of the catalog and of searches. */
@Module({
  imports: [ReadingModule, DepartmentModule, VocabularyModule],
  controllers: [FeedController],
  providers: [FeedService],
})
export class FeedModule {}
