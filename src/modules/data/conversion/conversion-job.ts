import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Notifier, RecordRepository, type RecordRow } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { sentence } from '../../kernel/sentence.js';
import { Config } from '../../platform/config/index.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { FileStore, temporaryName } from '../../platform/file/index.js';
import { Jobs } from '../../platform/job/index.js';
import { UnreadableTable } from '../source/sheet-source.js';
import type { DataTableRow } from '../table/data-table.entity.js';
import { freeName } from '../table/table-name.js';
import { TableFiles } from '../table/table-files.js';
import { type MadeVersion, TablePublisher } from '../table/table-publisher.js';
import { TableRepository } from '../table/table.repository.js';
import { noticesOfFailure } from './conversion-notice.js';
import type { MadeTable } from './conversion-message.js';
import { ConversionRepository } from './conversion.repository.js';
import { Converter } from './converter.js';
import type { DataConversionRow } from './data-conversion.entity.js';

export const CONVERT = 'data.convert';
/** A file that ends its process this often is given up. */
const MOST_TRIES = 3;
const PROGRESS_MS = 1_000;

/** A table that was made, with its file in the store. */
type KeptTable = MadeTable & { sha256: string; byteSize: number };

/** Makes the tables of an attached file: all its new versions appear in one transaction, or none. */
@Injectable()
export class ConversionJob implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly conversions: ConversionRepository,
    private readonly tables: TableRepository,
    private readonly publisher: TablePublisher,
    private readonly records: RecordRepository,
    private readonly store: FileStore,
    private readonly files: TableFiles,
    private readonly converter: Converter,
    private readonly notifier: Notifier,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(CONVERT, ({ id }: { id: string }) => this.run(id), { atOnce: 1 });
  }

  private async run(id: string): Promise<void> {
    const conversion = await this.conversions.find(id);
    if (!conversion) return;
    const [record] = await this.records.findByIds([conversion.recordId]);
    if (!record) return;
    const tries = conversion.tries + 1;
    if (tries > MOST_TRIES) return this.fail(conversion, record, `转换 ${MOST_TRIES} 次都意外中断，已放弃；请检查文件，或联系平台管理员`);
    await this.conversions.update(id, {
      state: 'running',
      tries,
      startedAt: this.clock.now(),
      finishedAt: null,
      error: null,
      rowsRead: '0',
    });
    const folder = path.join(this.config.scratchPath, temporaryName());
    try {
      const { tables, notes } = await this.convert(conversion, record, folder);
      const kept: KeptTable[] = [];
      for (const table of tables) kept.push({ ...table, ...(await this.files.keep(table.file)) });
      await this.publish(conversion, kept, notes);
    } catch (error) {
      if (error instanceof UnreadableTable) await this.fail(conversion, record, error.message);
      else throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private convert({ id, sha256, format }: DataConversionRow, { profile }: RecordRow, folder: string) {
    const { items = [] } = profile as { items?: { name: string }[] };
    let told = Date.now();
    const progress = (rows: number) => {
      if (Date.now() - told < PROGRESS_MS) return;
      told = Date.now();
      void this.conversions.update(id, { rowsRead: String(rows) }).catch(() => undefined);
    };
    return this.store.withLocalCopy(sha256, (file) => this.converter.convert({ file, format, folder, items }, progress));
  }

  private publish(conversion: DataConversionRow, made: KeptTable[], notes: string[]): Promise<void> {
    return inTransaction(this.source, async (transaction) => {
      const all = await this.tables.lockTables(transaction, conversion.recordId);
      const own = all.filter(({ origin, fileTitle }) => origin === 'file' && fileTitle === conversion.title);
      const names = new Set(all.map(({ name }) => name));
      await this.publisher.publish(transaction, async ({ addVersion, retire, restore }) => {
        const kept = new Set<string>();
        for (const table of made) {
          const standing = own.find(({ sheet }) => sheet === table.sheet) ?? (await this.create(transaction, conversion, table, names));
          kept.add(standing.id);
          await restore(standing);
          const newest = await this.tables.newest(transaction, standing.id);
          if (newest?.sha256 === table.sha256 && newest.source.sha256 === conversion.sha256) continue;
          await addVersion(standing, versionOf(conversion, table));
        }
        for (const table of own) if (!kept.has(table.id)) await retire(table);
      });
      const rowsRead = String(made.reduce((sum, { rowCount }) => sum + rowCount, 0));
      const log = [
        ...notes,
        ...made.flatMap((table) => table.notes.map((note) => (table.sheet === null ? note : `工作表“${table.sheet}”：${note}`))),
      ];
      const done = { state: 'done', finishedAt: this.clock.now(), rowsRead, notes: log, error: null } as const;
      await this.conversions.update(conversion.id, done, transaction);
    });
  }

  private create(
    transaction: Transaction,
    { recordId, title }: DataConversionRow,
    { sheet }: MadeTable,
    names: Set<string>,
  ): Promise<DataTableRow> {
    const shown = title.replace(/\.[A-Za-z0-9]{1,8}$/, '');
    const whole = sheet === null ? shown : `${shown} ${sheet}`;
    const name = freeName(whole, names);
    names.add(name);
    return this.tables.create(transaction, {
      recordId,
      name,
      title: whole,
      origin: 'file',
      fileTitle: title,
      sheet,
      keyColumns: [],
      createdAt: this.clock.now(),
      retiredAt: null,
    });
  }

  private async fail(conversion: DataConversionRow, record: RecordRow, reason: string): Promise<void> {
    const error = sentence(reason);
    await inTransaction(this.source, async (transaction) => {
      await this.conversions.update(conversion.id, { state: 'failed', error, finishedAt: this.clock.now() }, transaction);
      await this.notifier.tell(transaction, noticesOfFailure(conversion, record, error));
    });
  }
}

const versionOf = ({ sha256, format }: DataConversionRow, table: KeptTable): MadeVersion => ({
  sha256: table.sha256,
  byteSize: String(table.byteSize),
  rowCount: String(table.rowCount),
  schema: table.schema,
  source: { sha256, format, ...(table.encoding ? { encoding: table.encoding } : {}) },
  notes: table.notes,
});
