#!/usr/bin/env node
import { once } from 'node:events';
import { createApplication } from './application.js';
import { AppError } from './modules/kernel/app-error.js';
import { type Config, ConfigError, loadConfig } from './modules/platform/config/index.js';
import { PublicAddress } from './modules/platform/http/index.js';
import { Log } from './modules/platform/logging/index.js';
import { Jobs } from './modules/platform/job/index.js';
import { OutboxDispatcher } from './modules/platform/outbox/index.js';
import { AuditRoots } from './modules/audit/index.js';
import { CurrentCalendar, KeptFileReader, Nightly, SubmissionPublisher } from './modules/catalog/index.js';
import { UsageLog, WebhookDispatcher } from './modules/data/index.js';
import { EntryPlacer } from './modules/disclosure/index.js';
import { SearchIndexer } from './modules/search/index.js';
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
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(signal));
  try {
    await app.listen(config.port, config.host).catch((error: unknown) => {
      throw notListening(error, config);
    });
    app.get(OutboxDispatcher).start();
    app.get(SearchIndexer).start();
    app.get(EntryPlacer).start();
    app.get(SubmissionPublisher).start();
    app.get(AuditRoots).start();
    app.get(CurrentCalendar).start();
    await app.get(KeptFileReader).start();
    app.get(Jobs).start();
    app.get(Nightly).start();
    app.get(UsageLog).start();
    app.get(WebhookDispatcher).start();
    if (config.sampleData) await loadSampleCatalog(app, (line) => process.stdout.write(`${line}\n`), stopping.signal);
    if (!stopping.signal.aborted) {
      process.stdout.write(`好找已启动：${app.get(PublicAddress).url}\n`);
      await once(stopping.signal, 'abort');
    }
    log.info({ signal: String(stopping.signal.reason) }, 'stopping');
  } finally {
    await app.close();
    await runtime.close();
  }
}

function notListening(error: unknown, { host, port }: Config): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const reason = code === 'EADDRINUSE' ? '已被其他程序占用' : `不能使用（${code}）`;
  return new AppError('UNAVAILABLE', `地址 ${host}:${port} ${reason}，请用 PORT 或 HOST 另指定一个。`, {
    english: `Cannot listen on ${host}:${port} (${code}).`,
  });
}

try {
  await serve(loadConfig());
} catch (error) {
  if (!(error instanceof AppError || error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
