import { fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { UnreadableTable } from '../source/sheet-source.js';
import type { ConversionMessage, ConversionOrder, MadeTable } from './conversion-message.js';

/** Processes run what is built: they cannot run TypeScript. */
const SCRIPT = createRequire(import.meta.url).resolve('#src/modules/data/conversion/conversion-process.js');

const HEAP_MEGABYTES = 768;
const MINUTE = 60_000;
/** DuckDB's memory in a conversion; it puts the rest aside on the disk. */
const MOST_MEGABYTES = 1024;

/** What came of a file. */
export interface Converted {
  tables: MadeTable[];
  notes: string[];
}

/** Converts files in processes of their own: a file can never take the server with it, and a stop ends them at once. */
@Injectable()
export class Converter implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(private readonly config: Config) {}

  /** @throws UnreadableTable when the file is at fault; any other error is worth another try */
  async convert(order: Omit<ConversionOrder, 'memoryMegabytes'>, progress: (rows: number) => void): Promise<Converted> {
    await mkdir(order.folder, { recursive: true });
    const minutes = this.config.dataConversionMinutes;
    const child = fork(SCRIPT, {
      serialization: 'advanced',
      env: {},
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const stop = () => child.kill('SIGKILL');
    this.stopping.signal.addEventListener('abort', stop, { once: true });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, minutes * MINUTE);
    try {
      return await new Promise<Converted>((resolve, reject) => {
        child.on('message', (message: ConversionMessage) => {
          if (message.type === 'progress') progress(message.rows);
          else if (message.type === 'done') resolve(message);
          else reject(message.type === 'unreadable' ? new UnreadableTable(message.message) : new Error(message.message));
        });
        child.once('error', reject);
        child.once('exit', (code, signal) => {
          if (late) reject(new UnreadableTable(`文件太大或太复杂，在 ${minutes} 分钟内没有转换完；请拆成几个文件`));
          else if (this.stopping.signal.aborted) reject(new Error('the server stops'));
          else reject(new Error(`the conversion process ended (${signal ?? code})`));
        });
        const memoryMegabytes = Math.min(MOST_MEGABYTES, this.config.dataQueryMemoryMb);
        child.send({ ...order, memoryMegabytes } satisfies ConversionOrder);
      });
    } finally {
      clearTimeout(timer);
      this.stopping.signal.removeEventListener('abort', stop);
      stop();
    }
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }
}
