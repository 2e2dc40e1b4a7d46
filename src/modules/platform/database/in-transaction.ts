import { AsyncLocalStorage } from 'node:async_hooks';
import { type DataSource, QueryFailedError } from 'typeorm';
import type { Transaction } from './open-database.js';

/** PostgreSQL ended this transaction so that another could go on: deadlock_detected, serialization_failure. */
const ENDED_FOR_ANOTHER = new Set(['40P01', '40001']);
const MOST_ATTEMPTS = 5;

type Work<T> = (transaction: Transaction) => Promise<T>;

/** What is left to do before a transaction commits. */
const endings = new WeakMap<Transaction, (() => Promise<void>)[]>();

const hooks = new AsyncLocalStorage<Work<void>>();

/** Runs `work` in a transaction, and again from its start when the database ended it for the sake of another. */
export async function inTransaction<T>(source: DataSource, work: Work<T>): Promise<T> {
  const hook = hooks.getStore();
  const whole = async (transaction: Transaction) => {
    const last: (() => Promise<void>)[] = [];
    endings.set(transaction, last);
    await hook?.(transaction);
    const result = await work(transaction);
    for (const ending of last) await ending();
    return result;
  };
  for (let attempt = 1; ; attempt++) {
    try {
      return await source.transaction(whole);
    } catch (error) {
      const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
      if (attempt === MOST_ATTEMPTS || code === undefined || !ENDED_FOR_ANOTHER.has(code)) throw error;
    }
  }
}

/** Puts `ending` off until the rest of the transaction is done, which shortens the time its locks are held; false outside `inTransaction`. */
export function atEnd(transaction: Transaction, ending: () => Promise<void>): boolean {
  const last = endings.get(transaction);
  last?.push(ending);
  return last !== undefined;
}

/** Runs `work` so that each transaction begun in it with `inTransaction` also carries `hook`: both commit, or neither. */
export function beforeCommits<T>(hook: Work<void>, work: () => Promise<T>): Promise<T> {
  return hooks.run(hook, work);
}
