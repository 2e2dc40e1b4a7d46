import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
    const small = Number(version.rowCount) * version.schema.columns.length <= MADE_AT_ONCE;
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

  private async makeEntered(id: string): Promise<void> {
    const entry = await this.exports.findById(id);
    const version = entry && (await this.tables.findVersion(entry.versionId));
    if (entry && version && entry.state !== 'done') await this.make(entry, version, 'export');
  }

  private async make(entry: DataExportRow, version: DataVersionRow, caller: string): Promise<DataExportRow> {
    const [format, bom, names, formulas] = JSON.parse(entry.options) as [
      ExportOptions['format'],
      boolean,
      ExportOptions['names'],
      ExportOptions['formulas'],
    ];
    const { sha256, byteSize } = await this.maker.withFile(version, wholeQuery(version), { format, bom, names, formulas }, caller, (file) =>
      this.files.keep(file),
    );
    const done = { state: 'done', sha256, byteSize: String(byteSize), finishedAt: this.clock.now() } as const;
    await this.exports.update(entry.id, done);
    return { ...entry, ...done };
  }
}

/** The question for everything in a table. */
export function wholeQuery({ schema }: DataVersionRow): TableQuery {
  return checkQuery({ select: [], where: [], groupBy: [], orderBy: [] }, schema);
}
