import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { AppError } from '../modules/kernel/app-error.js';
import { type Config, ConfigError, loadConfig } from '../modules/platform/config/index.js';
import { Log } from '../modules/platform/logging/index.js';
import { openRuntime } from '../runtime.js';

/** What a command works with: the services of the application, and a signal that Ctrl-C raises. */
export interface CommandContext {
  app: INestApplicationContext;
  signal: AbortSignal;
}

/** Runs a command against the catalog and closes everything in order; the number it returns is the exit status. `adjust` changes the settings for this run. */
export async function runCommand(
  work: (context: CommandContext) => Promise<number | undefined>,
  adjust: (config: Config) => void = () => undefined,
): Promise<void> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    const config = loadConfig();
    adjust(config);
    const log = new Log(config.logLevel === 'info' ? 'warn' : config.logLevel);
    const runtime = await openRuntime(config, 'command', (line) => log.debug(line));
    try {
      const app = await NestFactory.createApplicationContext(AppModule.with(config, runtime, log), { logger: log, abortOnError: false });
      try {
        process.exitCode = (await work({ app, signal: interrupted.signal })) ?? 0;
      } finally {
        await app.close();
      }
    } finally {
      await runtime.close();
    }
  } catch (error) {
    // Whoever read our output has had enough, as `head` does.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
    if (!(error instanceof AppError || error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
