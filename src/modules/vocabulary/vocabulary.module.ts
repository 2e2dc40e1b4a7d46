import { Module } from '@nestjs/common';
import { VocabularyController } from './api/vocabulary.controller.js';
import { VocabularyResolver } from './api/vocabulary.resolver.js';
import { VocabularyService } from './vocabulary.service.js';

/** The code tables. */
@Module({ controllers: [VocabularyController], providers: [VocabularyService, VocabularyResolver], exports: [VocabularyService] })
export class VocabularyModule {}
