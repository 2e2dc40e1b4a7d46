import { Injectable } from '@nestjs/common';
import { ChangeRepository, type TableChange } from '../change/change.repository.js';
import { Clock } from '../../kernel/clock.js';
import type { Transaction } from '../../platform/database/index.js';
import { Jobs } from '../../platform/job/index.js';
import { DESCRIBE } from '../statistics/statistics-job.js';
import type { DataTableRow } from './data-table.entity.js';
import type { DataVersionRow } from './data-version.entity.js';
import { TableRepository } from './table.repository.js';

/** Rows that were made and are kept as a file. */
export type MadeVersion = Pick<DataVersionRow, 'sha256' | 'byteSize' | 'rowCount' | 'schema' | 'source' | 'notes'>;

/** What happens to tables in one transaction, and is told of at its end. */
@Injectable()
export class TablePublisher {
  constructor(
    private readonly tables: TableRepository,
    private readonly changes: ChangeRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Publishes what `work` does, whose tables must be locked: all of it, or nothing. */
  async publish<T>(transaction: Transaction, work: (publication: Publication) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const changes: TableChange[] = [];
    const tell = ({ id: tableId, recordId }: DataTableRow, action: TableChange['action'], version: number | null = null) => {
      changes.push({ recordId, tableId, action, version, changedAt: now });
    };
    const result = await work({
      addVersion: async (table, made) => {
        const version = await this.tables.addVersion(transaction, { ...made, tableId: table.id, statistics: [], createdAt: now });
        await this.jobs.enqueue(transaction, DESCRIBE, { id: version.id }, { key: version.id });
        tell(table, version.number === 1 ? 'created' : 'updated', version.number);
        return version;
      },
      retire: async (table) => {
        if (table.retiredAt !== null) return;
        await this.tables.update(transaction, table.id, { retiredAt: now });
        tell(table, 'removed');
      },
      restore: async (table) => {
        if (table.retiredAt === null) return;
        await this.tables.update(transaction, table.id, { retiredAt: null });
        tell(table, 'restored');
      },
    });
    await this.changes.addTables(transaction, changes);
    return result;
  }
}

/** What can be done to tables. */
export interface Publication {
  /** Adds the next version; its columns are counted later. */
  addVersion: (table: DataTableRow, made: MadeVersion) => Promise<DataVersionRow>;
  /** Takes a table out; its versions stay. */
  retire: (table: DataTableRow) => Promise<void>;
  restore: (table: DataTableRow) => Promise<void>;
}
