import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecordRepository, type RecordRow, type ResourceFields } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { Jobs } from '../../platform/job/index.js';
import { OutboxDispatcher } from '../../platform/outbox/index.js';
import { TableRepository } from '../table/table.repository.js';
import { ConversionRepository } from './conversion.repository.js';
import { CONVERT } from './conversion-job.js';
import { convertibleFormat } from './convertible-format.js';

interface TabularFile {
  title: string;
  sha256: string;
}

/** Hears of every change of a dataset: new files are converted, tables whose files are gone are retired, and come back with them. */
@Injectable()
export class ConversionScheduler implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordRepository,
    private readonly tables: TableRepository,
    private readonly conversions: ConversionRepository,
    private readonly dispatcher: OutboxDispatcher,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dispatcher.consumer('data', async (messages) => {
      const rows = await this.records.findByIds([...new Set(messages.map(({ recordId }) => recordId))]);
      for (const row of rows) if (row.kind === 'dataset' && row.status === 'published') await this.follow(row);
    });
  }

  private async follow(record: RecordRow): Promise<void> {
    const files = tabularFiles(record);
    const now = this.clock.now();
    await inTransaction(this.source, async (transaction) => {
      for (const { title, sha256, format } of files) {
        const id = await this.conversions.add(transaction, { recordId: record.id, sha256, title, format, queuedAt: now });
        if (id !== undefined) await this.jobs.enqueue(transaction, CONVERT, { id }, { key: id });
        else await this.convertAgain(transaction, record, { title, sha256 }, now);
      }
      const titles = new Set(files.map(({ title }) => title));
      for (const table of await this.tables.lockTables(transaction, record.id)) {
        if (table.origin !== 'file') continue;
        if (!titles.has(table.fileTitle) && table.retiredAt === null) await this.tables.update(transaction, table.id, { retiredAt: now });
        if (table.retiredAt !== null && (await this.isBack(transaction, table.id, files)))
          await this.tables.update(transaction, table.id, { retiredAt: null });
      }
    });
  }

  /** A file that was there before, with another in between: its tables must show it again. */
  private async convertAgain(
    transaction: Transaction,
    { id: recordId, revision }: RecordRow,
    { title, sha256 }: TabularFile,
    queuedAt: Date,
  ): Promise<void> {
    const standing = await this.conversions.standing(transaction, recordId, title);
    if (!standing || standing.sha256 === sha256) return;
    const id = await this.conversions.reopen(transaction, { recordId, title, sha256, queuedAt });
    if (id !== undefined) await this.jobs.enqueue(transaction, CONVERT, { id }, { key: `${id}@${revision}` });
  }

  private async isBack(transaction: Transaction, tableId: string, files: readonly TabularFile[]): Promise<boolean> {
    const version = await this.tables.newest(transaction, tableId);
    return files.some(({ sha256 }) => sha256 === version?.source.sha256);
  }
}

/** Files of a dataset that become tables; of one title the last. Pure. */
export function tabularFiles({ profile }: Pick<RecordRow, 'profile'>): (TabularFile & { format: string })[] {
  const { resources = [] } = profile as { resources?: ResourceFields[] };
  const files = resources.flatMap(({ title, sha256, path, format }) => {
    const convertible = convertibleFormat({ path, format });
    return sha256 && convertible ? [{ title, sha256, format: convertible }] : [];
  });
  return [...new Map(files.map((file) => [file.title, file])).values()];
}
