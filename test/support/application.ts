import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication } from '../../src/application.js';
import { ApiKeyService } from '../../src/modules/identity/index.js';
import { Config } from '../../src/modules/platform/config/index.js';
import { Log } from '../../src/modules/platform/logging/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { openRuntime, type Runtime } from '../../src/runtime.js';
import { createTestDatabase } from './database.js';

/** The whole application on a database of its own. */
export interface TestApplication {
  app: NestExpressApplication;
  runtime: Runtime;
  config: Config;
  /** An API key that may write. */
  key: string;
  /** Makes everything written so far searchable. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function createTestApplication(settings: Partial<Config> = {}): Promise<TestApplication> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'haozhao-app-'));
  const config = Object.assign(new Config(), { databaseUrl: database.url, dataDir, databasePool: 6, sampleData: false, logLevel: 'silent' }, settings);
  const runtime = await openRuntime(config, 'server');
  const app = await createApplication(config, runtime, new Log(config.logLevel));
  const key = await app.get(ApiKeyService).create('test', { name: 'test' });
  return {
    app,
    runtime,
    config,
    key,
    settle: () => app.get(OutboxDispatcher).drain(),
    close: async () => {
      await app.close();
      await runtime.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
