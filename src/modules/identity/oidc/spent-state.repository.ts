import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tokenHash } from '../token.js';

/** States of sign-ins elsewhere that have come back. */
@Injectable()
export class SpentStates {
  constructor(private readonly source: DataSource) {}

  /** Whether this state comes back for the first time; what is older than a day has ended by itself and is forgotten. */
  async spend(state: string, now: Date): Promise<boolean> {
    await this.source.query(`DELETE FROM spent_state WHERE spent_at < $1::timestamptz - interval '1 day'`, [now]);
    const rows = await this.source.query<unknown[]>(
      'INSERT INTO spent_state (hash, spent_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [tokenHash(state), now],
    );
    return rows.length > 0;
  }
}
