import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { RecordRow } from '../record/record.entity.js';

const lastDay = (field: string) => `(r.profile->>'${field}') || substr('-12-31', length(r.profile->>'${field}') - 3)`;

/** Documents whose own dates may say otherwise than what they declare. */
@Injectable()
export class ValidityRepository {
  constructor(private readonly source: DataSource) {}

  /** Ids after a position; what another document repealed stays repealed. */
  async candidates(today: string, after: string, limit: number): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT r.id FROM record r
        WHERE r.kind = 'document' AND r.status = 'published' AND r.validity IS DISTINCT FROM 'repealed' AND r.id > $2
          AND (${lastDay('expiresOn')} < $1 AND r.profile->>'validity' IN ('valid', 'amended', 'trial', 'notYet')
            OR ${lastDay('effectiveOn')} <= $1 AND r.profile->>'validity' = 'notYet')
        ORDER BY r.id LIMIT $3`,
      [today, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  lock(transaction: Transaction, id: string): Promise<RecordRow | null> {
    return transaction.findOne(RecordRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
