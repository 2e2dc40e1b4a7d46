import { setTimeout } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction } from '../../platform/database/index.js';
import { Jobs } from '../../platform/job/index.js';
import type { TableViewer } from '../access/table-access.js';
import { checkQuery } from '../query/check-query.js';
import type { TableQuery } from '../query/table-query.js';
import type { DataVersionRow } from '../table/data-version.entity.js';
import type { ReadableTable } from '../table/table-reader.js';
import { TableFiles } from '../table/table-files.js';
import { TableRepository } from '../table/table.repository.js';
import type { DataExportRow } from './data-export.entity.js';
import type { ExportOptions } from './export-format.js';
import { ExportMaker } from './export-maker.js';
import { ExportRepository } from './export.repository.js';

const EXPORT = 'data.export';
/** Cells that a caller may wait for; more are made by a job. */
const MADE_AT_ONCE = 5_000_000;
/** Shorter than what stands before a server usually waits. */
const LONGEST_WAIT_MS = 50_000;
const LOOK_EVERY_MS = 250;

/** Whether the files of a table are too large to be made while somebody waits. Pure. */
export const isMadeLater = ({ rowCount, columns }: { rowCount: number; columns: readonly unknown[] }): boolean =>
  rowCount * columns.length > MADE_AT_ONCE;

/** Whole tables in a format: made once, then sent like any stored file. */
@Injectable()
export class ExportService implements OnModuleInit {
  private readonly making = new Map<string, Promise<DataExportRow>>();

  constructor(
    private readonly source: DataSource,
    private readonly exports: ExportRepository,
    private readonly tables: TableRepository,
    private readonly files: TableFiles,
    private readonly maker: ExportMaker,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(EXPORT, (entry: { id: string }) => this.makeEntered(entry.id), { atOnce: 1 });
  }

  /** The export, ready or on its way: `waiting` is one to ask for again. */
  async whole({ version }: ReadableTable, options: ExportOptions, viewer: TableViewer): Promise<DataExportRow> {
    const key = JSON.stringify([options.format, options.bom, options.names, options.formulas]);
    const found = await this.exports.find(version.id, key);
    if (found?.state === 'done') return found;
    if (found?.state === 'failed') throw tooLarge(found);
    const small = !isMadeLater({ rowCount: Number(version.rowCount), columns: version.schema.columns });
    const entry = await inTransaction(this.source, async (transaction) => {
      const entered = await this.exports.enter(transaction, version.id, key, this.clock.now());
      if (!small) await this.jobs.enqueue(transaction, EXPORT, { id: entered.id }, { key: entered.id });
      return entered;
    });
    if (!small || entry.state === 'done') return entry;
    const making = this.making.get(entry.id) ?? this.make(entry, version, viewer.caller).finally(() => this.making.delete(entry.id));
    this.making.set(entry.id, making);
    return making;
  }

  /** The export when it is made, for whoever waits that long; otherwise as far as it is. */
  async waitFor(entry: DataExportRow, signal: AbortSignal): Promise<DataExportRow> {
    const until = performance.now() + LONGEST_WAIT_MS;
    let now = entry;
    while (now.state === 'waiting' && performance.now() < until && !signal.aborted) {
      await setTimeout(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      now = (await this.exports.findById(entry.id)) ?? now;
    }
    if (now.state === 'failed') throw tooLarge(now);
    return now;
  }

  /** Writes down now and then how far an export is. */
  private teller({ id }: DataExportRow): (percent: number) => void {
    let told = 0;
    return (percent) => {
      const whole = Math.floor(percent);
      if (whole <= told) return;
      told = whole;
      void this.exports.tell(id, whole).catch(() => undefined);
    };
  }

  private async makeEntered(id: string): Promise<void> {
    const entry = await this.exports.findById(id);
    const version = entry && (await this.tables.findVersion(entry.versionId));
    if (!entry || !version || entry.state === 'done') return;
    try {
      await this.make(entry, version, 'export');
    } catch (error) {
      // What needs too much memory or time will not need less at the next try.
      if (!(error instanceof AppError) || error.code !== 'BAD_REQUEST') throw error;
      await this.exports.update(id, { state: 'failed', finishedAt: this.clock.now() });
    }
  }

  private async make(entry: DataExportRow, version: DataVersionRow, caller: string): Promise<DataExportRow> {
    const [format, bom, names, formulas] = JSON.parse(entry.options) as [
      ExportOptions['format'],
      boolean,
      ExportOptions['names'],
      ExportOptions['formulas'],
    ];
    const { sha256, byteSize } = await this.maker.withFile(
      version,
      wholeQuery(version),
      { format, bom, names, formulas },
      { caller, progress: this.teller(entry) },
      (file) => this.files.keep(file),
    );
    const done = { state: 'done', sha256, byteSize: String(byteSize), finishedAt: this.clock.now() } as const;
    await this.exports.update(entry.id, done);
    return { ...entry, ...done };
  }
}

function tooLarge({ options }: DataExportRow): AppError {
  const [format] = JSON.parse(options) as [string];
  return new AppError('BAD_REQUEST', `整张表写成 ${format} 太大，没有写成；请加上条件分次下载，或用 csv、parquet。`, {
    english: `The whole table is too large to be written as ${format}; download parts of it, or csv or parquet.`,
  });
}

/** The question for everything in a table. */
export function wholeQuery({ schema }: DataVersionRow): TableQuery {
  return checkQuery({ select: [], where: [], groupBy: [], orderBy: [] }, schema);
}
