import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import {
  AccountIdentityRow,
  AccountRoleRow,
  AccountRow,
  ApiKeyRow,
  IdempotencyKeyRow,
  SessionRow,
  SpentStateRow,
} from './modules/identity/index.js';
import { AuditEvent, AuditRootRow } from './modules/audit/index.js';
import {
  DutyRow,
  FileUploadRow,
  GateWordRow,
  IndexNumberSerialRow,
  NoticeRow,
  RecordRow,
  RecordSignatureRow,
  RelationRow,
  RevisionRow,
  StoredFileRow,
  SubmissionRow,
  SubmissionStepRow,
  WorkYearRow,
} from './modules/catalog/index.js';
import {
  CatalogChangeRow,
  AccessApplicationRow,
  DataBudgetRow,
  DataConversionRow,
  DataExportRow,
  DataKeyIssueRow,
  DataKeyRow,
  DataKeyUsageRow,
  DataTableRow,
  DataUsageRow,
  DataVersionRow,
  WebhookRow,
} from './modules/data/index.js';
import { DepartmentRow } from './modules/department/index.js';
import { DisclosureEntryRow } from './modules/disclosure/index.js';
import { FeedbackOriginRow, FeedbackRow } from './modules/feedback/index.js';
import type { Config } from './modules/platform/config/index.js';
import { acquireInstanceLock, startEmbeddedPostgres } from './modules/platform/database/embedded/index.js';
import { SigningKeyRow } from './modules/platform/signing/index.js';
import { openDatabase } from './modules/platform/database/index.js';
import { JobRow } from './modules/platform/job/index.js';
import { OutboxConsumer, OutboxMessage } from './modules/platform/outbox/index.js';
import { SubscriptionCountRow, SubscriptionRow } from './modules/subscription/index.js';
import { SEARCH_POOL_OPTIONS } from './modules/search/index.js';

/** Every entity, listed by hand: a glob through a URL path silently finds nothing. */
export const entities = [
  AccessApplicationRow,
  AccountIdentityRow,
  AccountRoleRow,
  AccountRow,
  ApiKeyRow,
  AuditEvent,
  AuditRootRow,
  CatalogChangeRow,
  DataBudgetRow,
  DataConversionRow,
  DataExportRow,
  DataKeyIssueRow,
  DataKeyRow,
  DataKeyUsageRow,
  DataTableRow,
  DataUsageRow,
  DataVersionRow,
  DepartmentRow,
  DisclosureEntryRow,
  DutyRow,
  FeedbackOriginRow,
  FeedbackRow,
  FileUploadRow,
  GateWordRow,
  IdempotencyKeyRow,
  IndexNumberSerialRow,
  JobRow,
  NoticeRow,
  OutboxConsumer,
  OutboxMessage,
  RecordRow,
  RecordSignatureRow,
  RelationRow,
  RevisionRow,
  SessionRow,
  SigningKeyRow,
  SpentStateRow,
  StoredFileRow,
  SubmissionRow,
  SubmissionStepRow,
  SubscriptionCountRow,
  SubscriptionRow,
  WebhookRow,
  WorkYearRow,
];

/** A connected database, and how to let go of it. */
export interface Runtime {
  source: DataSource;
  databaseUrl: string;
  /** Connections of the embedded search engine, which wants its own planner settings. */
  searchPool: Pool;
  /** Stops the embedded server too, unless another process uses it. */
  close(): Promise<void>;
}

/** Opens the database that the configuration names; as a server, refuses when another one serves the same DATA_DIR. */
export async function openRuntime(config: Config, role: 'server' | 'command', log?: (line: string) => void): Promise<Runtime> {
  if (config.databaseUrl) return connect(config, config.databaseUrl, () => Promise.resolve());
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataPath, log });
  try {
    const instance = role === 'server' ? await acquireInstanceLock(postgres.url, config.dataPath, log) : undefined;
    return await connect(config, postgres.url, async () => {
      await instance?.release();
      await postgres.stop();
    });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Pools first, then locks, then the server: whoever still waits for an answer gets it. */
async function connect(config: Config, databaseUrl: string, release: () => Promise<void>): Promise<Runtime> {
  const source = await openDatabase({ url: databaseUrl, pool: config.databasePool, entities });
  const searchPool = new Pool({
    connectionString: databaseUrl,
    max: config.databasePool,
    options: SEARCH_POOL_OPTIONS,
    application_name: 'haozhao search',
  });
  searchPool.on('error', () => undefined);
  const close = async () => {
    await searchPool.end();
    await source.destroy();
    await release();
  };
  return { source, databaseUrl, searchPool, close };
}
