import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { IdempotencyKeyRow, type KeptAnswer } from './idempotency-key.entity.js';

/** Longest that answers are kept, and that a run without a commit is believed to be alive. */
const KEPT = '24 hours';
const LEASE = '60 seconds';

/** Numbered requests in the database. */
@Injectable()
export class IdempotencyKeyRepository {
  constructor(private readonly source: DataSource) {}

  /** Takes a key for a run, also from a run that died before it committed, or when its answer is kept no longer; otherwise answers what is known of the key. */
  async claim(participant: string, key: string, fingerprint: string, run: string): Promise<IdempotencyKeyRow | undefined> {
    const taken = await this.source.query<unknown[]>(
      `INSERT INTO idempotency_key AS known (participant, key, fingerprint, run, started_at) VALUES ($1, $2, $3, $4, now())
         ON CONFLICT (participant, key) DO UPDATE
           SET fingerprint = excluded.fingerprint, run = excluded.run, started_at = excluded.started_at, committed_at = NULL, answer = NULL
           WHERE known.started_at < now() - interval '${KEPT}' OR (known.fingerprint = excluded.fingerprint
             AND known.committed_at IS NULL AND known.started_at < now() - interval '${LEASE}')
       RETURNING run`,
      [participant, key, fingerprint, run],
    );
    if (taken.length > 0) return undefined;
    const known = await this.source.manager.findOneBy(IdempotencyKeyRow, { participant, key });
    return known ?? this.claim(participant, key, fingerprint, run);
  }

  /** Forgets what is kept no longer; answers how many. */
  async forgetExpired(): Promise<number> {
    const [, forgotten] = await this.source.query<[unknown[], number]>(
      `DELETE FROM idempotency_key WHERE started_at < now() - interval '${KEPT}'`,
    );
    return forgotten;
  }

  /** Notes within the work's own transaction that it is done. @throws AppError CONFLICT when another run has taken the key meanwhile */
  async commit(transaction: Transaction, participant: string, key: string, run: string): Promise<void> {
    const { affected } = await transaction.update(IdempotencyKeyRow, { participant, key, run }, { committedAt: new Date() });
    if (affected !== 1)
      throw new AppError('CONFLICT', '同一 Idempotency-Key 的请求正由另一次尝试办理，本次没有改变任何内容。', {
        english: 'Another attempt with this Idempotency-Key has taken over; nothing was changed.',
      });
  }

  async keep(participant: string, key: string, run: string, answer: KeptAnswer): Promise<void> {
    await this.source.query(
      'UPDATE idempotency_key SET answer = $4, committed_at = coalesce(committed_at, now()) WHERE participant = $1 AND key = $2 AND run = $3',
      [participant, key, run, JSON.stringify(answer)],
    );
  }

  /** Forgets a key whose work failed: the caller may mend the request and send it again. */
  async release(participant: string, key: string, run: string): Promise<void> {
    await this.source.query('DELETE FROM idempotency_key WHERE participant = $1 AND key = $2 AND run = $3 AND committed_at IS NULL', [
      participant,
      key,
      run,
    ]);
  }
}
