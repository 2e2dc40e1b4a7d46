import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { DataConversionRow } from './data-conversion.entity.js';

/** The ways of files to tables, in the database. */
@Injectable()
export class ConversionRepository {
  constructor(private readonly source: DataSource) {}

  find(id: string): Promise<DataConversionRow | null> {
    return this.source.manager.findOneBy(DataConversionRow, { id });
  }

  /** Of a record, the newest first. */
  ofRecord(recordId: string): Promise<DataConversionRow[]> {
    return this.source.manager.find(DataConversionRow, { where: { recordId }, order: { id: 'DESC' }, take: 200 });
  }

  /** Enters a file that is to be converted; undefined when it was entered before. */
  async add(
    transaction: Transaction,
    { recordId, sha256, title, format, queuedAt }: Pick<DataConversionRow, 'recordId' | 'sha256' | 'title' | 'format' | 'queuedAt'>,
  ): Promise<string | undefined> {
    const [row] = await transaction.query<{ id: string }[]>(
      `INSERT INTO data_conversion (record_id, sha256, title, format, state, notes, queued_at) VALUES ($1, $2, $3, $4, 'waiting', '[]', $5)
       ON CONFLICT (record_id, sha256, title) DO NOTHING RETURNING id`,
      [recordId, sha256, title, format, queuedAt],
    );
    return row?.id;
  }

  /** The conversion of a file of this title that was begun last. */
  async standing(transaction: Transaction, recordId: string, title: string): Promise<Pick<DataConversionRow, 'id' | 'sha256'> | undefined> {
    const [row] = await transaction.query<{ id: string; sha256: string }[]>(
      `SELECT id, sha256 FROM data_conversion WHERE record_id = $1 AND title = $2
        ORDER BY queued_at DESC, id DESC LIMIT 1`,
      [recordId, title],
    );
    return row;
  }

  /** Lets a file be converted once more. */
  async reopen(
    transaction: Transaction,
    { recordId, title, sha256, queuedAt }: Pick<DataConversionRow, 'recordId' | 'title' | 'sha256' | 'queuedAt'>,
  ): Promise<string | undefined> {
    const [rows] = await transaction.query<[{ id: string }[], number]>(
      `UPDATE data_conversion SET state = 'waiting', tries = 0, queued_at = $4
        WHERE record_id = $1 AND title = $2 AND sha256 = $3 RETURNING id`,
      [recordId, title, sha256, queuedAt],
    );
    return rows[0]?.id;
  }

  async update(id: string, change: Partial<Omit<DataConversionRow, 'record'>>, manager: Transaction = this.source.manager): Promise<void> {
    await manager.update(DataConversionRow, id, change);
  }
}
