import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DepartmentModule } from '../department/index.js';
import { IdentityModule } from '../identity/index.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { DatasetController } from './api/dataset.controller.js';
import { DocumentController } from './api/document.controller.js';
import { ResourceController } from './api/resource.controller.js';
import { RecordController } from './api/record.controller.js';
import { RecordApiService } from './api/record-api.service.js';
import { RecordExporter } from './exchange/record-exporter.js';
import { RecordImporter } from './exchange/record-importer.js';
import { RecordLoaders } from './api/record.loader.js';
import { catalogResolvers } from './api/resolvers.js';
import { RecordReader } from './read/record-reader.js';
import { RecordRepository } from './read/record.repository.js';
import { HistoryRepository } from './read/history.repository.js';
import { RecordHistory } from './read/record-history.js';
import { RelationRepository } from './relation/relation.repository.js';
import { ChangeLog } from './write/change-log.js';
import { RecordWriter } from './write/record-writer.js';
import { WriteRepository } from './write/write.repository.js';
import { SigningModule } from '../platform/signing/index.js';
import { ProofController } from './proof/proof.controller.js';
import { ProofService } from './proof/proof.service.js';
import { RecordSigner } from './proof/record-signer.js';
import { SignatureRepository } from './proof/signature.repository.js';
import { RowImporter } from './spreadsheet/row-importer.js';
import { SpreadsheetController } from './spreadsheet/spreadsheet.controller.js';
import { SpreadsheetService } from './spreadsheet/spreadsheet.service.js';
import { BoardRepository } from './workflow/board.repository.js';
import { DepartmentBoard } from './workflow/department-board.js';
import { SubmissionLog } from './workflow/submission-log.js';
import { SubmissionPublisher } from './workflow/submission-publisher.js';
import { SubmissionController } from './workflow/submission.controller.js';
import { SubmissionRepository } from './workflow/submission.repository.js';
import { WorkflowService } from './workflow/workflow.service.js';

/** Records: the one way to write them and the ways to read them. */
@Module({
  imports: [AuditModule, DepartmentModule, IdentityModule, OutboxModule, VocabularyModule, SigningModule],
  controllers: [
    DatasetController,
    DocumentController,
    RecordController,
    ResourceController,
    SpreadsheetController,
    SubmissionController,
    ProofController,
  ],
  providers: [
    ...catalogResolvers,
    RecordApiService,
    RecordReader,
    RecordRepository,
    RelationRepository,
    ChangeLog,
    RecordWriter,
    WriteRepository,
    RecordImporter,
    RecordExporter,
    ProofService,
    RecordSigner,
    SignatureRepository,
    RowImporter,
    SpreadsheetService,
    HistoryRepository,
    RecordHistory,
    BoardRepository,
    DepartmentBoard,
    SubmissionLog,
    SubmissionPublisher,
    SubmissionRepository,
    WorkflowService,
  ],
  exports: [
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
    DepartmentBoard,
    SubmissionPublisher,
    WorkflowService,
  ],
})
export class CatalogModule {}
