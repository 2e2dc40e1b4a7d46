import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SecretBox } from '../../platform/secret/index.js';
import type { Bucket } from './bucket.js';

/** What a lease brought. */
export interface Lease {
  leased: number;
  /** What is left in the bucket. */
  left: number;
}

/** What the bucket holds now: `at` only moves on, so that no second flows in twice whoever's clock is behind. */
const REFILLED = 'LEAST($2::float8, b.tokens + GREATEST(0, extract(epoch FROM $6::timestamptz - b.at)) * $3::float8)';
const LEASED = `CASE WHEN floor(${REFILLED}) >= $4::float8 THEN LEAST($5::float8, floor(${REFILLED})) ELSE 0 END`;

/** Buckets in the database, one row a caller; the row decides, however many processes ask at once. */
@Injectable()
export class BudgetRepository {
  private readonly pepper: Buffer;

  constructor(
    private readonly source: DataSource,
    secrets: SecretBox,
  ) {
    this.pepper = secrets.keyFor('data-budget');
  }

  /** Takes at least `least` units and at most `most`, or none. A caller without a row has a full bucket. */
  async lease(caller: string, { capacity, perMinute }: Bucket, least: number, most: number, now: Date): Promise<Lease> {
    const [row] = await this.source.query<[Lease]>(
      `INSERT INTO data_budget AS b (caller, tokens, leased, at)
         VALUES ($1, $2::float8 - LEAST($5::float8, floor($2::float8)), LEAST($5::float8, floor($2::float8)), $6)
       ON CONFLICT (caller) DO UPDATE
         SET tokens = ${REFILLED} - ${LEASED}, leased = ${LEASED}, at = GREATEST(b.at, $6)
       RETURNING leased, tokens AS "left"`,
      [this.nameless(caller), capacity, perMinute / 60, least, most, now],
    );
    return row;
  }

  /** Gives back what was leased and not spent: the bucket is then no fuller than if it had never been taken. */
  async giveBack(rests: readonly { caller: string; units: number; capacity: number }[]): Promise<void> {
    await this.source.query(
      `WITH held AS (SELECT caller FROM data_budget WHERE caller = ANY($1) ORDER BY caller FOR UPDATE)
       UPDATE data_budget b SET tokens = LEAST(r.capacity, b.tokens + r.units)
         FROM held, unnest($1::text[], $2::float8[], $3::float8[]) AS r(caller, units, capacity)
        WHERE held.caller = b.caller AND r.caller = b.caller`,
      [rests.map(({ caller }) => this.nameless(caller)), rests.map(({ units }) => units), rests.map(({ capacity }) => capacity)],
    );
  }

  /** Forgets callers whose buckets have long been full again, which is the same as having none. */
  async forget(before: Date): Promise<void> {
    await this.source.query('DELETE FROM data_budget WHERE at < $1', [before]);
  }

  /** No address stands in the database: only a keyed hash, of no use without `SECRET_KEY`. */
  private nameless(caller: string): string {
    if (!caller.startsWith('ip:')) return caller;
    return `ip:${createHmac('sha256', this.pepper).update(caller).digest('base64url').slice(0, 22)}`;
  }
}
