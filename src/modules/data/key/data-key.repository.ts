import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { DataKeyRow } from './data-key.entity.js';

/** Developers' keys in the database. */
@Injectable()
export class DataKeyRepository {
  constructor(private readonly source: DataSource) {}

  findByHash(hash: string): Promise<DataKeyRow | null> {
    return this.source.manager.findOneBy(DataKeyRow, { hash, revokedAt: IsNull() });
  }

  find(id: string): Promise<DataKeyRow | null> {
    return this.source.manager.findOneBy(DataKeyRow, { id });
  }

  add(transaction: Transaction, key: Omit<DataKeyRow, 'id' | 'revokedAt'>): Promise<DataKeyRow> {
    return transaction.save(transaction.create(DataKeyRow, { ...key, revokedAt: null }));
  }

  /** Counts one more of a place on a day, and forgets earlier days; false when there are `most` already. */
  async countIssue(transaction: Transaction, day: string, origin: string, most: number): Promise<boolean> {
    await transaction.query('DELETE FROM data_key_issue WHERE day < $1', [day]);
    const counted = await transaction.query<unknown[]>(
      `INSERT INTO data_key_issue AS i (day, origin, issued) VALUES ($1, $2, 1)
         ON CONFLICT (day, origin) DO UPDATE SET issued = i.issued + 1 WHERE i.issued < $3 RETURNING issued`,
      [day, origin, most],
    );
    return counted.length > 0;
  }

  async revoke(transaction: Transaction, id: string, now: Date): Promise<boolean> {
    return (await transaction.update(DataKeyRow, { id, revokedAt: IsNull() }, { revokedAt: now })).affected === 1;
  }
}
