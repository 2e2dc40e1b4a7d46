import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Gives out index numbers (索引号, 条例 Art. 12): credit code, year and a serial without gaps that is never used twice. */
@Injectable()
export class IndexNumberRepository {
  /** The credit code of a department, which begins its index numbers. */
  async organisationOf(transaction: Transaction, department: string): Promise<string | null> {
    const [row] = await transaction.query<{ code: string | null }[]>('SELECT credit_code AS code FROM department WHERE code = $1', [
      department,
    ]);
    return row?.code ?? null;
  }

  /** The number a record has; it keeps it through all its revisions. */
  async ofRecord(transaction: Transaction, identifier: string): Promise<string | null> {
    const [row] = await transaction.query<{ number: string | null }[]>(
      `SELECT profile->>'indexNumber' AS number FROM record WHERE identifier = $1`,
      [identifier],
    );
    return row?.number ?? null;
  }

  /** The next free index number of an organ, such as `11680700MB0A13468B/2026-00012`; taken for good when the transaction commits. */
  async allocate(transaction: Transaction, creditCode: string, year: number): Promise<string> {
    for (;;) {
      const [row] = await transaction.query<{ last: number }[]>(
        `INSERT INTO index_number_serial AS s (organisation, year, last) VALUES ($1, $2, 1)
           ON CONFLICT (organisation, year) DO UPDATE SET last = s.last + 1 RETURNING last`,
        [creditCode, year],
      );
      const number = `${creditCode}/${year}-${String(row!.last).padStart(5, '0')}`;
      // Documents that came by import brought numbers of their own.
      const [taken] = await transaction.query<unknown[]>(`SELECT 1 FROM record WHERE profile->>'indexNumber' = $1 LIMIT 1`, [number]);
      if (!taken) return number;
    }
  }
}
