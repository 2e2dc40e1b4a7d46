import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditModule } from '../audit/index.js';
import { CatalogModule } from '../catalog/index.js';
import { DataModule } from '../data/index.js';
import { DepartmentModule } from '../department/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { IdentityModule } from '../identity/index.js';
import { InteropModule } from '../interop/index.js';
import { TransparencyModule } from '../transparency/index.js';
import { SubscriptionModule } from '../subscription/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { AssetController } from './asset/asset.controller.js';
import { SiteService } from './layout/site.service.js';
import { AdorningLists } from './answer/adorning-lists.js';
import { PageAnswers } from './answer/page-answers.js';
import { ApiPages } from './dataset/api-pages.service.js';
import { DatasetController } from './dataset/dataset.controller.js';
import { DatasetJudge } from './dataset/dataset-judge.service.js';
import { DatasetPages } from './dataset/dataset-pages.service.js';
import { TablePreviews } from './dataset/table-previews.js';
import { DepartmentController } from './department/department.controller.js';
import { DepartmentPages } from './department/department-pages.service.js';
import { DisclosurePagesController } from './disclosure/disclosure.controller.js';
import { DisclosurePages } from './disclosure/disclosure-pages.service.js';
import { EmbedController } from './disclosure/embed.controller.js';
import { EmbedHeadersMiddleware } from './disclosure/embed-headers.middleware.js';
import { DocumentController } from './document/document.controller.js';
import { DocumentPages } from './document/document-pages.service.js';
import { PortalErrorPages } from './error/portal-error-pages.js';
import { HomeController } from './home/home.controller.js';
import { HomePages } from './home/home-pages.service.js';
import { InformationController } from './information/information.controller.js';
import { LanguageLinkMiddleware } from './reading/language-link.middleware.js';
import { ReadingController } from './reading/reading.controller.js';
import { ResultsController } from './results/results.controller.js';
import { ResultReader } from './search-export/result-pages.js';
import { SubscriptionPagesController } from './subscription/subscription-pages.controller.js';
import { SubscriptionPages } from './subscription/subscription-pages.service.js';
import { SearchExportController } from './search-export/search-export.controller.js';
import { ResultsPages } from './results/results-pages.service.js';
import { AccessPagesController } from './access/access-pages.controller.js';
import { AccessPages } from './access/access-pages.service.js';
import { VersionController } from './version/version.controller.js';
import { VersionPages } from './version/version-pages.service.js';
import { SimilarRecords } from './answer/similar-records.js';
import { AccessController } from './workbench/access.controller.js';
import { FeedbackPagesController } from './feedback/feedback-pages.controller.js';
import { FeedbackPages } from './feedback/feedback-pages.service.js';
import { FeedbackDeskController } from './workbench/feedback-desk.controller.js';
import { TransparencyPagesController } from './transparency/transparency-pages.controller.js';
import { TransparencyPages } from './transparency/transparency-pages.service.js';
import { TablePagesController } from './table/table-pages.controller.js';
import { TablePages } from './table/table-pages.service.js';
import { AccountPagesController } from './workbench/administration/account-pages.controller.js';
import { AccountPages } from './workbench/administration/account-pages.service.js';
import { AuditPagesController } from './workbench/administration/audit-pages.controller.js';
import { DepartmentPagesController } from './workbench/administration/department-pages.controller.js';
import { KeyPagesController } from './workbench/administration/key-pages.controller.js';
import { WordPagesController } from './workbench/administration/word-pages.controller.js';
import { OidcController } from './workbench/oidc.controller.js';
import { SignInController } from './workbench/sign-in.controller.js';
import { WorkbenchNoticeController } from './workbench/notice.controller.js';
import { UnreadNoticesInterceptor } from './workbench/unread-notices.js';
import { AttachmentUploadController } from './workbench/attachment-upload.controller.js';
import { TablesController } from './workbench/tables.controller.js';
import { FileFormMiddleware } from './workbench/file-form.middleware.js';
import { AutosaveController } from './workbench/autosave.controller.js';
import { BulkService } from './workbench/bulk.service.js';
import { ChoiceService } from './workbench/choice.service.js';
import { DepartmentDeskController } from './workbench/department-desk.controller.js';
import { EditorController } from './workbench/editor.controller.js';
import { EditorPresenter } from './workbench/editor.presenter.js';
import { PeopleService } from './workbench/people.js';
import { HistoryController } from './workbench/history.controller.js';
import { PreviewController } from './workbench/preview.controller.js';
import { PreviewService } from './workbench/preview.service.js';
import { SpreadsheetPageController } from './workbench/spreadsheet-page.controller.js';
import { SubmissionPageController } from './workbench/submission-page.controller.js';
import { SubmissionFileService } from './workbench/submission-files.service.js';
import { SubmissionPresenter } from './workbench/submission.presenter.js';
import { TaskController } from './workbench/task.controller.js';
import { VisitorService } from './workbench/visitor.service.js';
import { WithdrawalController } from './workbench/withdrawal.controller.js';
import { WorkbenchService } from './workbench/workbench.service.js';

/** The public pages and the workbench of departments: server-rendered, useful without JavaScript. */
@Module({
  imports: [
    AuditModule,
    CatalogModule,
    DataModule,
    DepartmentModule,
    DisclosureModule,
    IdentityModule,
    InteropModule,
    SubscriptionModule,
    FeedbackModule,
    TransparencyModule,
    VocabularyModule,
  ],
  controllers: [
    AssetController,
    HomeController,
    ResultsController,
    DocumentController,
    VersionController,
    DatasetController,
    FeedbackPagesController,
    DepartmentController,
    TransparencyPagesController,
    DisclosurePagesController,
    EmbedController,
    InformationController,
    ReadingController,
    SearchExportController,
    SubscriptionPagesController,
    TablePagesController,
    AccessPagesController,
    OidcController,
    SignInController,
    AccountPagesController,
    AuditPagesController,
    DepartmentPagesController,
    KeyPagesController,
    WordPagesController,
    WorkbenchNoticeController,
    AccessController,
    FeedbackDeskController,
    TaskController,
    EditorController,
    PreviewController,
    AutosaveController,
    AttachmentUploadController,
    WithdrawalController,
    SubmissionPageController,
    HistoryController,
    TablesController,
    DepartmentDeskController,
    SpreadsheetPageController,
  ],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: UnreadNoticesInterceptor },
    AccountPages,
    AdorningLists,
    PageAnswers,
    PortalErrorPages,
    HomePages,
    ResultsPages,
    DocumentPages,
    VersionPages,
    SimilarRecords,
    DatasetPages,
    DatasetJudge,
    TablePreviews,
    ApiPages,
    DepartmentPages,
    TransparencyPages,
    DisclosurePages,
    ResultReader,
    SubscriptionPages,
    TablePages,
    AccessPages,
    FeedbackPages,
    SiteService,
    WorkbenchService,
    VisitorService,
    PeopleService,
    ChoiceService,
    BulkService,
    PreviewService,
    EditorPresenter,
    SubmissionPresenter,
    SubmissionFileService,
  ],
})
export class PortalModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(LanguageLinkMiddleware).forRoutes('{*path}');
    consumer.apply(EmbedHeadersMiddleware).forRoutes('embed/{*path}');
    consumer
      .apply(FileFormMiddleware)
      .forRoutes(
        { path: 'workbench/submissions/:id/attachments', method: RequestMethod.POST },
        { path: 'workbench/spreadsheet', method: RequestMethod.POST },
      );
  }
}
