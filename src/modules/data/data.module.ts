import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { CatalogModule } from '../catalog/index.js';
import { DepartmentModule } from '../department/index.js';
import { IdentityModule } from '../identity/index.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { AccessApplicationController } from './access/access-application.controller.js';
import { AccessApplicationRepository } from './access/access-application.repository.js';
import { AccessApplicationResolver } from './access/access-application.resolver.js';
import { AccessApplications } from './access/access-applications.js';
import { AccessDecisionController } from './access/access-decision.controller.js';
import { ApplicationWatch } from './access/application-watch.js';
import { GrantedFiles } from './access/granted-files.js';
import { OwnApplicationController } from './access/own-application.controller.js';
import { TableAccess } from './access/table-access.js';
import { RecogniseViewer } from './api/recognise-viewer.js';
import { TableController } from './api/table.controller.js';
import { DatasetTablesResolver, TableVersionsResolver } from './api/table.resolver.js';
import { ChangeController } from './change/change.controller.js';
import { ChangeRecorder } from './change/change-recorder.js';
import { ChangeRepository } from './change/change.repository.js';
import { ChangeResolver } from './change/change.resolver.js';
import { ChangeService } from './change/change.service.js';
import { ConversionJob } from './conversion/conversion-job.js';
import { ConversionController } from './conversion/conversion.controller.js';
import { ConversionLog } from './conversion/conversion-log.js';
import { ConversionResolver } from './conversion/conversion.resolver.js';
import { ConversionScheduler } from './conversion/conversion-scheduler.js';
import { ConversionRepository } from './conversion/conversion.repository.js';
import { Converter } from './conversion/converter.js';
import { QueryEngine } from './engine/query-engine.js';
import { ChartReader } from './chart/chart-reader.js';
import { DescriptionController } from './description/description.controller.js';
import { ExportMaker } from './export/export-maker.js';
import { ExportController } from './export/export.controller.js';
import { ExportRepository } from './export/export.repository.js';
import { ExportService } from './export/export.service.js';
import { PushController } from './push/push.controller.js';
import { PushResolver } from './push/push.resolver.js';
import { PushTurns } from './push/push-turns.js';
import { PushedTables } from './push/pushed-tables.js';
import { RowPusher } from './push/row-pusher.js';
import { TableDefiner } from './push/table-definer.js';
import { VersionMaker } from './push/version-maker.js';
import { RowController } from './row/row.controller.js';
import { RowReader } from './row/row-reader.js';
import { RowResolver } from './row/row.resolver.js';
import { BudgetRepository } from './fair-use/budget.repository.js';
import { FairUse } from './fair-use/fair-use.js';
import { DataKeyController } from './key/data-key.controller.js';
import { DataKeyRepository } from './key/data-key.repository.js';
import { DataKeyResolver } from './key/data-key.resolver.js';
import { DataKeys } from './key/data-key.service.js';
import { StatisticsJob } from './statistics/statistics-job.js';
import { TableFiles } from './table/table-files.js';
import { TablePublisher } from './table/table-publisher.js';
import { TableReader } from './table/table-reader.js';
import { TableRepository } from './table/table.repository.js';
import { KeyUsageController } from './usage/key-usage.controller.js';
import { UsageLog } from './usage/usage-log.js';
import { UsageReader } from './usage/usage-reader.js';
import { UsageController } from './usage/usage.controller.js';
import { UsageRepository } from './usage/usage.repository.js';
import { UsageResolver } from './usage/usage.resolver.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookDelivery } from './webhook/webhook-delivery.js';
import { WebhookDispatcher } from './webhook/webhook-dispatcher.js';
import { WebhookRepository } from './webhook/webhook.repository.js';
import { WebhookResolver } from './webhook/webhook.resolver.js';
import { WebhookService } from './webhook/webhook.service.js';

/** What each folder brings. */
const PARTS = {
  table: [TableFiles, TablePublisher, TableReader, TableRepository],
  access: [AccessApplicationRepository, AccessApplicationResolver, AccessApplications, ApplicationWatch, GrantedFiles, TableAccess],
  api: [DatasetTablesResolver, TableVersionsResolver],
  conversion: [ConversionJob, ConversionLog, ConversionRepository, ConversionResolver, ConversionScheduler, Converter],
  change: [ChangeRecorder, ChangeRepository, ChangeResolver, ChangeService],
  engine: [QueryEngine],
  chart: [ChartReader],
  export: [ExportMaker, ExportRepository, ExportService],
  push: [PushedTables, PushResolver, PushTurns, RowPusher, TableDefiner, VersionMaker],
  row: [RowReader, RowResolver],
  'fair-use': [BudgetRepository, FairUse],
  key: [DataKeyRepository, DataKeyResolver, DataKeys],
  statistics: [StatisticsJob],
  usage: [UsageLog, UsageReader, UsageRepository, UsageResolver],
  webhook: [WebhookDelivery, WebhookDispatcher, WebhookRepository, WebhookResolver, WebhookService],
};

/** Open data: attached files as tables, row by row. */
@Module({
  imports: [AuditModule, CatalogModule, DepartmentModule, IdentityModule, OutboxModule],
  controllers: [
    TableController,
    RowController,
    ExportController,
    DescriptionController,
    DataKeyController,
    ChangeController,
    PushController,
    ConversionController,
    AccessApplicationController,
    OwnApplicationController,
    AccessDecisionController,
    UsageController,
    KeyUsageController,
    WebhookController,
  ],
  providers: Object.values(PARTS).flat(),
  exports: [
    ChangeService,
    ConversionLog,
    UsageReader,
    AccessApplications,
    ChartReader,
    DataKeys,
    FairUse,
    RowReader,
    TableReader,
    QueryEngine,
    TableFiles,
    WebhookDispatcher,
  ],
})
export class DataModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(RecogniseViewer).forRoutes('{*path}');
  }
}
