import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { CatalogModule } from '../catalog/index.js';
import { DepartmentModule } from '../department/index.js';
import { IdentityModule } from '../identity/index.js';
import { FeedbackCaseController } from './feedback-case.controller.js';
import { FeedbackCasePresenter } from './feedback-case.presenter.js';
import { FeedbackCaseResolver } from './feedback-case.resolver.js';
import { FeedbackCases } from './feedback-cases.js';
import { FeedbackIntake } from './feedback-intake.js';
import { FeedbackMail } from './feedback-mail.js';
import { FeedbackReader } from './feedback-reader.js';
import { FeedbackWatch } from './feedback-watch.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackResolver } from './feedback.resolver.js';
import { RecordFeedbackController } from './record-feedback.controller.js';

/** Questions, corrections and uses of records, and demands: from anybody, answered by departments in time. */
@Module({
  imports: [AuditModule, CatalogModule, DepartmentModule, IdentityModule],
  controllers: [RecordFeedbackController, FeedbackController, FeedbackCaseController],
  providers: [
    FeedbackCasePresenter,
    FeedbackCaseResolver,
    FeedbackCases,
    FeedbackIntake,
    FeedbackMail,
    FeedbackReader,
    FeedbackRepository,
    FeedbackResolver,
    FeedbackWatch,
  ],
  exports: [FeedbackCasePresenter, FeedbackCases, FeedbackIntake, FeedbackReader],
})
export class FeedbackModule {}
