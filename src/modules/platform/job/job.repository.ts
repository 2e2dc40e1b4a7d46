import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Transaction } from '../database/index.js';
import type { JobRow } from './job.entity.js';

const COLUMNS = `id, name, payload, key, run_at AS "runAt", attempts, most_attempts AS "mostAttempts", last_error AS "lastError",
  created_at AS "createdAt", finished_at AS "finishedAt", failed_at AS "failedAt"`;

const OPEN = 'finished_at IS NULL AND failed_at IS NULL';

/** A job is held by the session lock of this number and the hash of its id; two that share one only take turns. */
const LOCK_CLASS = 7_264_010;

const CANDIDATES = 20;

/** How a try ended. */
export type JobEnd = { finishedAt: Date } | { failedAt: Date; error: string } | { runAt: Date; error: string };

/** Jobs in the database. */
@Injectable()
export class JobRepository {
  constructor(private readonly source: DataSource) {}

  /** Adds a job; one whose key is taken is not added again. Answers whether it was. */
  async add(
    transaction: Transaction,
    job: Pick<JobRow, 'name' | 'payload' | 'key' | 'runAt' | 'mostAttempts' | 'createdAt'>,
  ): Promise<boolean> {
    const rows = await transaction.query<unknown[]>(
      `INSERT INTO job (name, payload, key, run_at, most_attempts, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (name, key) WHERE key IS NOT NULL DO NOTHING RETURNING id`,
      [job.name, JSON.stringify(job.payload), job.key, job.runAt, job.mostAttempts, job.createdAt],
    );
    return rows.length > 0;
  }

  /**
   * Takes the next job that is due and that nobody holds. It is held by a lock of the connection, not of a transaction: that
   * ends with a killed process just as well, and an open transaction would keep the outbox waiting behind it.
   */
  async take(holder: QueryRunner, names: readonly string[], now: Date): Promise<JobRow | undefined> {
    const candidates = (await holder.query(
      `SELECT id FROM job WHERE ${OPEN} AND run_at <= $1 AND name = ANY($2) ORDER BY run_at, id LIMIT ${CANDIDATES}`,
      [now, names],
    )) as { id: string }[];
    for (const { id } of candidates) {
      const [lock] = (await holder.query('SELECT pg_try_advisory_lock($1, hashint8($2)) AS held', [LOCK_CLASS, id])) as [{ held: boolean }];
      if (!lock.held) continue;
      // Between looking and locking, another process may have done it.
      const [rows] = (await holder.query(
        `UPDATE job SET attempts = attempts + 1 WHERE id = $1 AND ${OPEN} AND run_at <= $2 RETURNING ${COLUMNS}`,
        [id, now],
      )) as [JobRow[], number];
      if (rows[0]) return rows[0];
      await this.release(holder, id);
    }
    return undefined;
  }

  async release(holder: QueryRunner, id: string): Promise<void> {
    await holder.query('SELECT pg_advisory_unlock($1, hashint8($2))', [LOCK_CLASS, id]);
  }

  async end(id: string, end: JobEnd): Promise<void> {
    const { finishedAt, failedAt, runAt, error } = { finishedAt: null, failedAt: null, runAt: null, error: null, ...end };
    await this.source.query(
      `UPDATE job SET finished_at = $2, failed_at = $3, run_at = coalesce($4, run_at), last_error = coalesce($5, last_error) WHERE id = $1`,
      [id, finishedAt, failedAt, runAt, error],
    );
  }

  /** Deletes what was done before that time. */
  async sweep(before: Date): Promise<void> {
    await this.source.query('DELETE FROM job WHERE finished_at < $1', [before]);
  }

  async count(): Promise<{ waiting: number; failed: number }> {
    const [row] = await this.source.query<[{ waiting: string; failed: string }]>(
      `SELECT count(*) FILTER (WHERE ${OPEN}) AS waiting, count(*) FILTER (WHERE failed_at IS NOT NULL) AS failed FROM job
        WHERE finished_at IS NULL`,
    );
    return { waiting: Number(row.waiting), failed: Number(row.failed) };
  }

  /** Jobs that were given up, the newest first. */
  failed(limit: number): Promise<JobRow[]> {
    return this.source.query<JobRow[]>(`SELECT ${COLUMNS} FROM job WHERE failed_at IS NOT NULL ORDER BY failed_at DESC, id LIMIT $1`, [
      limit,
    ]);
  }
}
