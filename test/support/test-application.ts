import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createApplication } from '../../src/application.js';
import { Config } from '../../src/modules/platform/config/index.js';
import { Log } from '../../src/modules/platform/logging/index.js';
import { openRuntime } from '../../src/runtime.js';
import { createTestDatabase } from './test-database.js';

/** The whole application on a database and a DATA_DIR of its own; it does not listen, and nothing runs in the background. */
export interface TestApplication {
  /** `app.get(Service)`, and `request(app.getHttpServer())` of supertest. */
  app: NestExpressApplication;
  config: Config;
  /** PostgreSQL address of the database, for processes of their own. */
  databaseUrl: string;
  /** Runs one statement; `$1` … are the parameters. */
  query: <Row extends object>(sql: string, parameters?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

const QUIET = { sampleData: false, logLevel: 'silent', databasePool: 6 };

/** `settings` replace those of a catalog without sample and without logs. */
export async function createTestApplication(settings: Partial<Config> = {}): Promise<TestApplication> {
  const release: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of release.splice(0).reverse()) await step();
  };
  try {
    const database = await createTestDatabase();
    release.push(() => database.drop());
    const dataDir = await mkdtemp(path.join(tmpdir(), 'haozhao-app-'));
    release.push(() => rm(dataDir, { recursive: true, force: true }));
    const config = Object.assign(new Config(), { databaseUrl: database.url, dataDir, ...QUIET, ...settings });
    const runtime = await openRuntime(config, 'server');
    release.push(() => runtime.close());
    const app = await createApplication(config, runtime, new Log(config.logLevel));
    release.push(() => app.close());
    return { app, config, databaseUrl: database.url, query: (sql, parameters) => app.get(DataSource).query(sql, parameters), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts a test from an empty catalog: what is written once can only be emptied by somebody who may switch the triggers off. */
export async function emptyCatalog({ app }: TestApplication): Promise<void> {
  await app.get(DataSource).transaction(async (transaction) => {
    await transaction.query('SET LOCAL session_replication_role = replica');
    await transaction.query(
      'TRUNCATE record, record_revision, record_relation, record_signature, audit_event, outbox_message, catalog_change, data_conversion, data_export, data_version, data_table, access_application, feedback, data_usage, data_key_usage',
    );
  });
}
