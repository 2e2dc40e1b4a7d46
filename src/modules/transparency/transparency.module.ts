import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { DataModule } from '../data/index.js';
import { DepartmentModule } from '../department/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { FigureAnswers } from './api/figure-answers.js';
import { TransparencyController } from './api/transparency.controller.js';
import { TransparencyResolver } from './api/transparency.resolver.js';
import { BookRepository } from './book/book.repository.js';
import { FigureBook } from './book/figure-book.js';
import { DatasetFigures } from './dataset/dataset-figures.js';
import { DatasetRepository } from './dataset/dataset.repository.js';
import { FeedbackFigures } from './feedback/feedback-figures.js';
import { FeedbackFigureRepository } from './feedback/feedback.repository.js';
import { DocumentFigures } from './publishing/document-figures.js';
import { PublishingRepository } from './publishing/publishing.repository.js';
import { RequestFigures } from './request/request-figures.js';
import { RequestRepository } from './request/request.repository.js';
import { UpcomingReader } from './upcoming/upcoming-reader.js';
import { UpcomingRepository } from './upcoming/upcoming.repository.js';
import { TransparencyReader } from './transparency-reader.js';

/** Figures that hold departments to account. */
@Module({
  imports: [CatalogModule, DataModule, DepartmentModule, VocabularyModule],
  controllers: [TransparencyController],
  providers: [
    ...[PublishingRepository, DocumentFigures, DatasetRepository, DatasetFigures, RequestRepository, RequestFigures],
    ...[FeedbackFigureRepository, FeedbackFigures],
    ...[BookRepository, FigureBook, TransparencyReader, FigureAnswers, TransparencyResolver],
    ...[UpcomingRepository, UpcomingReader],
  ],
  exports: [TransparencyReader, UpcomingReader],
})
export class TransparencyModule {}
