import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DepartmentModule } from '../department/index.js';
import { IdentityModule } from '../identity/index.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { SigningModule } from '../platform/signing/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { DatasetController } from './api/dataset.controller.js';
import { DocumentController } from './api/document.controller.js';
import { RecordApiService } from './api/record-api.service.js';
import { RecordController } from './api/record.controller.js';
import { RecordLoaders } from './api/record.loader.js';
import { catalogResolvers } from './api/resolvers.js';
import { ResourceController } from './api/resource.controller.js';
import { AttachmentTextRepository } from './attachment/attachment-text.repository.js';
import { AttachmentController } from './attachment/attachment.controller.js';
import { AttachmentResolver } from './attachment/attachment.resolver.js';
import { AttachmentFetcher } from './attachment/attachment-fetcher.js';
import { AttachmentRepository } from './attachment/attachment.repository.js';
import { AttachmentService } from './attachment/attachment.service.js';
import { FileGrants } from './attachment/file-grants.js';
import { KeptFileReader } from './attachment/kept-file-reader.js';
import { ScanPolicy } from './attachment/scan-policy.js';
import { UnreadFileRepository } from './attachment/unread-file.repository.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import { CalendarService } from './calendar/calendar.service.js';
import { CurrentCalendar } from './calendar/current-calendar.js';
import { WorkYearRepository } from './calendar/work-year.repository.js';
import { ClockWatch } from './duty/clock-watch.js';
import { DutyKeeper } from './duty/duty-keeper.js';
import { DutyController } from './duty/duty.controller.js';
import { DutyResolver } from './duty/duty.resolver.js';
import { DutyRepository } from './duty/duty.repository.js';
import { DutyService } from './duty/duty.service.js';
import { Nightly } from './duty/nightly.js';
import { ValidityFlip } from './duty/validity-flip.js';
import { ValidityRepository } from './duty/validity.repository.js';
import { RecordExporter } from './exchange/record-exporter.js';
import { RecordImporter } from './exchange/record-importer.js';
import { PublicationGate } from './gate/publication-gate.js';
import { TextGate } from './gate/text-gate.js';
import { GateWordController } from './gate/word/gate-word.controller.js';
import { GateWordResolver } from './gate/word/gate-word.resolver.js';
import { GateWordRepository } from './gate/word/gate-word.repository.js';
import { RowGate } from './attachment/row-gate.js';
import { GateWordService } from './gate/word/gate-word.service.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeResolver } from './notice/notice.resolver.js';
import { NoticeRepository } from './notice/notice.repository.js';
import { NoticeService } from './notice/notice.service.js';
import { Notifier } from './notice/notifier.js';
import { ProofController } from './proof/proof.controller.js';
import { ProofResolver } from './proof/proof.resolver.js';
import { ProofService } from './proof/proof.service.js';
import { RecordSigner } from './proof/record-signer.js';
import { SignatureRepository } from './proof/signature.repository.js';
import { HistoryRepository } from './read/history.repository.js';
import { PublicHistory } from './read/public-history.js';
import { RecordHistory } from './read/record-history.js';
import { RecordReader } from './read/record-reader.js';
import { RecordRepository } from './read/record.repository.js';
import { RelationRepository } from './relation/relation.repository.js';
import { RowImporter } from './spreadsheet/row-importer.js';
import { SpreadsheetController } from './spreadsheet/spreadsheet.controller.js';
import { SpreadsheetService } from './spreadsheet/spreadsheet.service.js';
import { BoardRepository } from './workflow/board.repository.js';
import { ClockRecount } from './workflow/clock-recount.js';
import { SubmissionClock } from './workflow/submission-clock.js';
import { DepartmentBoardController } from './workflow/department-board.controller.js';
import { DepartmentBoardResolver } from './workflow/department-board.resolver.js';
import { DepartmentBoard } from './workflow/department-board.js';
import { DraftOwnership } from './workflow/draft-ownership.js';
import { IndexNumberRepository } from './workflow/index-number.repository.js';
import { SubmissionBase } from './workflow/submission-base.js';
import { submissionFieldResolvers } from './submission-file/submission-field.resolvers.js';
import { SubmissionFileController } from './submission-file/submission-file.controller.js';
import { SubmissionFileResolver } from './submission-file/submission-file.resolver.js';
import { SubmissionFileService } from './submission-file/submission-file.service.js';
import { SubmissionLoaders } from './submission-file/submission.loaders.js';
import { SubmissionPartRepository } from './submission-file/submission-part.repository.js';
import { SubmissionLog } from './workflow/submission-log.js';
import { SubmissionPublisher } from './workflow/submission-publisher.js';
import { SubmissionController } from './workflow/submission.controller.js';
import { SubmissionRepository } from './workflow/submission.repository.js';
import { SubmissionResolver } from './workflow/submission.resolver.js';
import { WorkflowService } from './workflow/workflow.service.js';
import { ChangeLog } from './write/change-log.js';
import { RecordWriter } from './write/record-writer.js';
import { WriteRepository } from './write/write.repository.js';

/** What each folder brings. */
const PARTS = {
  read: [RecordReader, RecordRepository, HistoryRepository, RecordHistory, PublicHistory],
  relation: [RelationRepository],
  write: [ChangeLog, RecordWriter, WriteRepository],
  exchange: [RecordImporter, RecordExporter],
  spreadsheet: [RowImporter, SpreadsheetService],
  attachment: [
    AttachmentFetcher,
    AttachmentTextRepository,
    AttachmentRepository,
    AttachmentResolver,
    AttachmentService,
    FileGrants,
    KeptFileReader,
    ScanPolicy,
    UnreadFileRepository,
  ],
  gate: [GateWordRepository, GateWordResolver, GateWordService, PublicationGate, RowGate, TextGate],
  workflow: [
    IndexNumberRepository,
    ClockRecount,
    SubmissionClock,
    DraftOwnership,
    SubmissionBase,
    BoardRepository,
    DepartmentBoard,
    DepartmentBoardResolver,
    SubmissionLoaders,
    SubmissionLog,
    SubmissionPartRepository,
    SubmissionPublisher,
    SubmissionRepository,
    SubmissionResolver,
    ...submissionFieldResolvers,
    WorkflowService,
  ],
  'submission-file': [SubmissionFileResolver, SubmissionFileService],
  calendar: [CalendarResolver, CalendarService, CurrentCalendar, WorkYearRepository],
  duty: [ClockWatch, DutyKeeper, DutyRepository, DutyResolver, DutyService, Nightly, ValidityFlip, ValidityRepository],
  notice: [NoticeRepository, NoticeResolver, NoticeService, Notifier],
  proof: [ProofResolver, ProofService, RecordSigner, SignatureRepository],
  api: [RecordApiService],
};

/** Records: the one way to write them and the ways to read them. */
@Module({
  imports: [AuditModule, DepartmentModule, IdentityModule, OutboxModule, VocabularyModule, SigningModule],
  controllers: [
    DatasetController,
    DocumentController,
    RecordController,
    ResourceController,
    GateWordController,
    // Before the submissions, whose addresses would take it for an id.
    SpreadsheetController,
    SubmissionController,
    SubmissionFileController,
    DepartmentBoardController,
    ProofController,
    AttachmentController,
    CalendarController,
    DutyController,
    NoticeController,
  ],
  providers: [...catalogResolvers, ...Object.values(PARTS).flat()],
  exports: [
    AttachmentService,
    AttachmentTextRepository,
    FileGrants,
    KeptFileReader,
    SpreadsheetService,
    RecordReader,
    RecordWriter,
    RecordRepository,
    RecordImporter,
    RecordExporter,
    RecordLoaders,
    ProofService,
    RecordSigner,
    RecordHistory,
    PublicHistory,
    DepartmentBoard,
    SubmissionPublisher,
    WorkflowService,
    CalendarService,
    CurrentCalendar,
    DutyService,
    GateWordService,
    AttachmentFetcher,
    RowGate,
    TextGate,
    Nightly,
    NoticeService,
    Notifier,
  ],
})
export class CatalogModule {}
