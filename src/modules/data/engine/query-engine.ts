import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import os from 'node:os';
import path from 'node:path';
import { AppError } from '../../kernel/app-error.js';
import { Config } from '../../platform/config/index.js';
import { Log } from '../../platform/logging/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import type { PlainValue } from '../table/column-statistics.js';
import { EngineChild, EngineError, type EngineResult, type Progress } from './engine-child.js';
import type { BoundValue, EngineOrder } from './engine-message.js';
import { Lane } from './lane.js';

/** A compiled statement and what it is expected to cost. */
export interface Statement {
  sql: string;
  parameters: Record<string, BoundValue>;
}

export interface StatementOptions {
  /** Cells it reads, as estimated; above a million it is heavy. */
  cost: number;
  /** Who asks, so that nobody keeps all the others waiting. */
  caller: string;
  signal?: AbortSignal;
  /** Instead of what the configuration gives. */
  timeMs?: number;
}

/** For what is written into a file. */
export interface WriteOptions extends Omit<StatementOptions, 'cost'> {
  timeMs: number;
  /** Told now and then how much is done, in percent. */
  progress?: Progress;
}

/** Above this many cells a statement may take longer than a moment. */
export const HEAVY_CELLS = 2_000_000;
const LIGHT_PROCESSES = 1;
const LIGHT_AT_ONCE = 4;
const LIGHT_MEGABYTES = 384;
const LIGHT_MS = 1_000;
const TEMPORARY_MEGABYTES = 2_048;
const HEAVY_NICE = 15;

/**
 * Runs statements over the files of tables in processes of their own. Heavy ones have their own processes, so that they can
 * keep each other waiting but nobody else.
 */
@Injectable()
export class QueryEngine implements BeforeApplicationShutdown {
  private readonly light: Lane;
  private readonly heavy: Lane;

  constructor(
    private readonly config: Config,
    log: Log,
    metrics: Metrics,
  ) {
    const { dataQueryProcesses, dataQueryMemoryMb, tablesPath, scratchPath } = config;
    const shared = { folders: [tablesPath, scratchPath], temporaryMegabytes: TEMPORARY_MEGABYTES };
    const child = (lane: string, limits: { memoryMegabytes: number; threads: number; connections: number }, nice: number) => () =>
      new EngineChild({ ...shared, ...limits, temporaryFolder: path.join(scratchPath, lane) }, { nice });
    this.light = new Lane({
      name: 'light',
      processes: LIGHT_PROCESSES,
      atOnce: LIGHT_AT_ONCE,
      mostWaiting: 400,
      mostOfCaller: 64,
      start: child('light', { memoryMegabytes: LIGHT_MEGABYTES, threads: os.availableParallelism(), connections: LIGHT_AT_ONCE }, 0),
      log,
    });
    this.heavy = new Lane({
      name: 'heavy',
      processes: dataQueryProcesses,
      atOnce: 1,
      mostWaiting: 32,
      mostOfCaller: 8,
      // Whatever is being exported, somebody can still ask.
      mostWriting: Math.max(1, dataQueryProcesses - 1),
      start: child('heavy', { memoryMegabytes: dataQueryMemoryMb, threads: os.availableParallelism(), connections: 1 }, HEAVY_NICE),
      log,
    });
    for (const lane of [this.light, this.heavy])
      metrics.gauge(`haozhao_data_${lane.name}_waiting`, `Statements over tables that wait for a ${lane.name} process`, () =>
        Promise.resolve(lane.waiting),
      );
  }

  /** The rows of a SELECT. @throws AppError BAD_REQUEST when it needs more time or memory than is given, TOO_MANY_REQUESTS when too many wait */
  async rows(statement: Statement, options: StatementOptions): Promise<PlainValue[][]> {
    const result = await this.run({ ...statement, kind: 'rows', timeMs: options.timeMs ?? this.config.dataQuerySeconds * 1000 }, options);
    return result.type === 'rows' ? result.rows : [];
  }

  /** Writes the file that a COPY names; answers the number of rows. @throws AppError like `rows` */
  async write(statement: Statement, options: WriteOptions): Promise<number> {
    const result = await this.run({ ...statement, kind: 'write', timeMs: options.timeMs }, { ...options, cost: Infinity });
    return result.type === 'written' ? result.rows : 0;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.light.close(), this.heavy.close()]);
  }

  /** What was taken for light and is not done in a moment begins anew among the heavy ones, and keeps no light one waiting. */
  private async lightly(order: Omit<EngineOrder, 'id'>, caller: string, signal?: AbortSignal): Promise<EngineResult> {
    try {
      return await this.light.run({ ...order, timeMs: Math.min(order.timeMs, LIGHT_MS) }, caller, signal);
    } catch (error) {
      if (!(error instanceof EngineError) || error.reason !== 'time' || order.timeMs <= LIGHT_MS) throw error;
      return this.heavy.run(order, caller, signal);
    }
  }

  private async run(order: Omit<EngineOrder, 'id'>, { cost, caller, signal, progress }: StatementOptions & Pick<WriteOptions, 'progress'>) {
    try {
      if (cost > HEAVY_CELLS) return await this.heavy.run(order, caller, signal, progress);
      return await this.lightly(order, caller, signal);
    } catch (error) {
      throw error instanceof EngineError ? forPeople(error, order.timeMs) : error;
    }
  }
}

function forPeople({ reason, message }: EngineError, timeMs: number): Error {
  const seconds = Math.round(timeMs / 1000);
  switch (reason) {
    case 'time':
      return new AppError('BAD_REQUEST', `这个查询在 ${seconds} 秒内没有算完；请加上筛选条件、减少分组，或下载整张表。`, {
        english: `The query was not done within ${seconds} seconds; narrow it, or download the table.`,
      });
    case 'memory':
    case 'disk':
      return new AppError('BAD_REQUEST', '这个查询需要的内存超过了允许的大小；请加上筛选条件，减少分组或排序的列，或下载整张表。', {
        english: 'The query needs more memory than is given; narrow it, or download the table.',
      });
    case 'range':
      return new AppError('BAD_REQUEST', '有的值或汇总结果太大，超出了能表示的范围；请检查条件中的值，或换一种汇总。', {
        english: 'A value, or what is summed up, is beyond what can be represented.',
      });
    case 'cancelled':
      return new AppError('BAD_REQUEST', '请求已取消。', { english: 'The request was cancelled.' });
    case 'crash':
      return new AppError('UNAVAILABLE', '查询进程意外结束，请稍后重试。', {
        english: 'The query process ended; try again.',
        retryAfter: 2,
      });
    case 'failed':
      return new Error(`a statement of ours failed: ${message}`);
  }
}
