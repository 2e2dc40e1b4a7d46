import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { ColumnStatistics } from './column-statistics.js';
import { DataTableRow } from './data-table.entity.js';
import { DataVersionRow } from './data-version.entity.js';

/** A table with one of its versions. */
export interface VersionedTable {
  table: DataTableRow;
  version: DataVersionRow;
}

/** Tables and their versions in the database. */
@Injectable()
export class TableRepository {
  constructor(private readonly source: DataSource) {}

  /** Whether a file of a record waits to be made into tables. */
  async isBeingMade(recordId: string): Promise<boolean> {
    const [row] = await this.source.query<[{ waiting: boolean }]>(
      `SELECT EXISTS (SELECT FROM data_conversion WHERE record_id = $1 AND state IN ('waiting', 'running')) AS waiting`,
      [recordId],
    );
    return row.waiting;
  }

  /** Tables of records that have a version, with their newest, in the order of their ids; retired ones only when asked for. */
  async current(recordIds: readonly string[], { retired = false } = {}): Promise<VersionedTable[]> {
    const tables = await this.source.manager
      .createQueryBuilder(DataTableRow, 't')
      .where('t.recordId = ANY(:recordIds)', { recordIds })
      .andWhere(retired ? 'TRUE' : 't.retiredAt IS NULL')
      .orderBy('t.id')
      .getMany();
    const versions = await this.source.manager
      .createQueryBuilder(DataVersionRow, 'v')
      .distinctOn(['v.tableId'])
      .where('v.tableId = ANY(:ids)', { ids: tables.map(({ id }) => id) })
      .orderBy('v.tableId')
      .addOrderBy('v.number', 'DESC')
      .getMany();
    const newest = new Map(versions.map((version) => [version.tableId, version]));
    return tables.flatMap((table) => (newest.has(table.id) ? [{ table, version: newest.get(table.id)! }] : []));
  }

  find(recordId: string, name: string): Promise<DataTableRow | null> {
    return this.source.manager.findOneBy(DataTableRow, { recordId, name });
  }

  /** A table of the dataset with this identifier, at a version or its newest, in one statement; undefined when either is missing. */
  async atVersion(identifier: string, name: string, number?: number): Promise<VersionedTable | undefined> {
    const query = this.source.manager
      .createQueryBuilder(DataVersionRow, 'v')
      .innerJoinAndSelect('v.table', 't')
      .innerJoin('t.record', 'r')
      .where('r.identifier = :identifier AND t.name = :name', { identifier, name })
      .orderBy('v.number', 'DESC')
      .limit(1);
    if (number !== undefined) query.andWhere('v.number = :number', { number });
    const version = await query.getOne();
    return version?.table && { table: version.table, version };
  }

  /** A version by number, or the newest. */
  async version(tableId: string, number?: number): Promise<DataVersionRow | undefined> {
    const [version] = await this.source.manager.find(DataVersionRow, {
      where: { tableId, ...(number === undefined ? {} : { number }) },
      order: { number: 'DESC' },
      take: 1,
    });
    return version;
  }

  /** All versions, the newest first. */
  versions(tableId: string): Promise<DataVersionRow[]> {
    return this.source.manager.find(DataVersionRow, { where: { tableId }, order: { number: 'DESC' } });
  }

  /** All tables of a record, held until the transaction ends. */
  lockTables(transaction: Transaction, recordId: string): Promise<DataTableRow[]> {
    return transaction
      .createQueryBuilder(DataTableRow, 't')
      .where('t.recordId = :recordId', { recordId })
      .orderBy('t.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  async create(transaction: Transaction, table: Omit<DataTableRow, 'id' | 'record'>): Promise<DataTableRow> {
    return transaction.save(transaction.create(DataTableRow, table));
  }

  async update(
    transaction: Transaction,
    id: string,
    change: Partial<Pick<DataTableRow, 'retiredAt' | 'title' | 'keyColumns'>>,
  ): Promise<void> {
    await transaction.update(DataTableRow, id, change);
  }

  /** Adds a version with the next number; the table must be locked. */
  async addVersion(transaction: Transaction, version: Omit<DataVersionRow, 'id' | 'number' | 'table'>): Promise<DataVersionRow> {
    const before = await this.newest(transaction, version.tableId);
    return transaction.save(transaction.create(DataVersionRow, { ...version, number: (before?.number ?? 0) + 1 }));
  }

  async newest(transaction: Transaction, tableId: string): Promise<DataVersionRow | undefined> {
    return (await transaction.find(DataVersionRow, { where: { tableId }, order: { number: 'DESC' }, take: 1 }))[0];
  }

  async describe(versionId: string, statistics: ColumnStatistics[]): Promise<void> {
    await this.source.query('UPDATE data_version SET statistics = $2 WHERE id = $1', [versionId, JSON.stringify(statistics)]);
  }

  findVersion(id: string): Promise<DataVersionRow | null> {
    return this.source.manager.findOneBy(DataVersionRow, { id });
  }
}
