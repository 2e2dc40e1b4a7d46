import { type DataSource, QueryFailedError } from 'typeorm';
import type { Transaction } from './open-database.js';

/** PostgreSQL ended this transaction so that another could go on: deadlock_detected, serialization_failure. */
const ENDED_FOR_ANOTHER = new Set(['40P01', '40001']);
const MOST_ATTEMPTS = 5;

/** Runs `work` in a transaction, and again from its start when the database ended it for the sake of another. */
export async function inTransaction<T>(source: DataSource, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await source.transaction(work);
    } catch (error) {
      const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
      if (attempt === MOST_ATTEMPTS || code === undefined || !ENDED_FOR_ANOTHER.has(code)) throw error;
    }
  }
}
