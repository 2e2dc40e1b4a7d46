#!/usr/bin/env node
import { createApplication } from './application.js';
import { AppError } from './modules/kernel/app-error.js';
import { type Config, ConfigError, loadConfig } from './modules/platform/config/index.js';
import { Log } from './modules/platform/logging/index.js';
import { OutboxDispatcher } from './modules/platform/outbox/index.js';
import { openRuntime } from './runtime.js';
import { loadSampleCatalog } from './sample-catalog.js';

/** Serves until a signal comes; returns when everything is closed in order. */
async function serve(config: Config): Promise<void> {
  const log = new Log(config.logLevel);
  const runtime = await openRuntime(config, 'server', (line) => log.debug(line));
  const app = await createApplication(config, runtime, log).catch(async (error: unknown) => {
    await runtime.close();
    throw error;
  });
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await app.listen(config.port, config.host);
  app.get(OutboxDispatcher).start();
  if (config.sampleData) await loadSampleCatalog(app, (line) => process.stdout.write(`${line}\n`));
  const address = config.baseUrl ?? (await app.getUrl()).replace('[::1]', 'localhost');
  process.stdout.write(`好找已启动：${address}\n`);
  const signal = await stopped;
  log.info({ signal }, 'stopping');
  await app.close();
  await runtime.close();
}

try {
  await serve(loadConfig());
} catch (error) {
  if (!(error instanceof AppError || error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
