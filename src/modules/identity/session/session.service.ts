import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import type { AccountRow } from '../account/account.entity.js';
import { Clock } from '../../kernel/clock.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Grant } from '../policy/role.js';
import { newToken, tokenHash } from '../token.js';
import { SessionRepository } from './session.repository.js';
import { SessionRow } from './session.entity.js';
import { endOf, OVERLAP, ROTATE_AFTER } from './session-rules.js';

/** What bearer tokens of sessions begin with. */
export const SESSION_PREFIX = 'hzs_';

/** Seen times are written at most this often, so that reading a page is no write. */
const SEEN_GRAIN = 60_000;

/** A session, whose it is, and the token the client must keep; `token` is set when it is new. */
export interface OpenSession {
  session: SessionRow;
  account: AccountRow;
  grants: Grant[];
  token?: string;
}

/** How somebody signed in. */
export interface NewSession {
  kind: SessionRow['kind'];
  address: string | null;
  method?: SessionRow['method'];
  /** A second factor was given already, where the sign-in took place. */
  secondFactor?: boolean;
}

/** Sessions live in PostgreSQL, so that every process knows them and ending one counts at once. */
@Injectable()
export class SessionService {
  constructor(
    private readonly source: DataSource,
    private readonly rows: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** A new session under a new id: what a client brought along is never taken over (session fixation). */
  async open(
    accountId: string,
    { kind, address, method = 'password', secondFactor = false }: NewSession,
  ): Promise<{ session: SessionRow; token: string }> {
    const token = newToken(SESSION_PREFIX);
    const now = this.clock.now();
    const session = this.source.manager.create(SessionRow, {
      id: randomUUID(),
      accountId,
      tokenHash: tokenHash(token),
      previousTokenHash: null,
      rotatedAt: now,
      kind,
      secondFactorAt: secondFactor ? now : null,
      address,
      method,
      createdAt: now,
      seenAt: now,
      confirmedAt: now,
      endedAt: null,
    });
    await this.source.manager.insert(SessionRow, session);
    await this.forget();
    return { session, token };
  }

  /** The live session of a token, with a new token when the old one has served its time; undefined when there is none. */
  async find(token: string, kind: SessionRow['kind']): Promise<OpenSession | undefined> {
    const hash = tokenHash(token);
    const found = await this.rows.find(hash, kind);
    const now = this.clock.now();
    if (!found || endOf(found.session, now)) return undefined;
    const { session } = found;
    const age = now.getTime() - session.rotatedAt.getTime();
    if (session.tokenHash !== hash) return age <= OVERLAP ? found : undefined;
    if (kind === 'browser' && age > ROTATE_AFTER) return { ...found, token: await this.rotate(session) };
    if (now.getTime() - session.seenAt.getTime() > SEEN_GRAIN) await this.source.manager.update(SessionRow, session.id, { seenAt: now });
    return found;
  }

  /** A new token when rights change; the old one dies at once. */
  async renew(session: SessionRow, changes: Partial<SessionRow>): Promise<string> {
    const token = newToken(SESSION_PREFIX);
    const now = this.clock.now();
    await this.source.manager.update(SessionRow, session.id, {
      ...changes,
      tokenHash: tokenHash(token),
      previousTokenHash: null,
      rotatedAt: now,
      seenAt: now,
    });
    return token;
  }

  /** A new token in the course of time; the old one serves requests under way for a minute. Of requests that come together one gets it. */
  private async rotate({ id, tokenHash: current }: SessionRow): Promise<string | undefined> {
    const token = newToken(SESSION_PREFIX);
    const now = this.clock.now();
    const { affected } = await this.source.manager.update(
      SessionRow,
      { id, tokenHash: current },
      { tokenHash: tokenHash(token), previousTokenHash: current, rotatedAt: now, seenAt: now },
    );
    return affected ? token : undefined;
  }

  async end(id: string): Promise<void> {
    await this.source.manager.update(SessionRow, { id, endedAt: IsNull() }, { endedAt: this.clock.now() });
  }

  /** Ends the sessions of an account, save perhaps one: after a change of password, a reset, a disabling. */
  async endAll(transaction: Transaction, accountId: string, except?: string): Promise<void> {
    await transaction.update(
      SessionRow,
      { accountId, endedAt: IsNull(), ...(except ? { id: Not(except) } : {}) },
      { endedAt: this.clock.now() },
    );
  }

  /** Forgets sessions that ended more than a month ago. */
  private async forget(): Promise<void> {
    await this.source.query(`DELETE FROM session WHERE coalesce(ended_at, seen_at) < $1::timestamptz - interval '30 days'`, [
      this.clock.now(),
    ]);
  }
}
