import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiKeyService } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Clock, secondsLeftOf } from '../../kernel/clock.js';
import { ExpiringCache } from '../../kernel/expiring-cache.js';
import { inTransaction } from '../../platform/database/index.js';
import { SecretBox } from '../../platform/secret/index.js';
import { AccessApplicationRepository } from '../access/access-application.repository.js';
import type { ViewerKey } from '../access/table-viewer.js';
import type { DataKeyRow } from './data-key.entity.js';
import { DataKeyRepository } from './data-key.repository.js';

export const DATA_KEY_PREFIX = 'hzd_';
const MOST_A_DAY = 5;
/** A key that another process revokes is good here for so long at most. */
const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 10_000;

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** A developer's key and its text, which is shown this once. */
export interface IssuedKey {
  row: DataKeyRow;
  key: string;
}

/** Issues developers' keys to anybody, and recognises them. */
@Injectable()
export class DataKeys {
  private readonly known = new ExpiringCache<string, ViewerKey | null>(REMEMBERED_MS, MOST_REMEMBERED);

  constructor(
    private readonly source: DataSource,
    private readonly keys: DataKeyRepository,
    private readonly applications: AccessApplicationRepository,
    private readonly departments: ApiKeyService,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** A new key for whoever asks from `caller`. @throws AppError TOO_MANY_REQUESTS after five of a day */
  issue({ application, purpose }: { application: string; purpose?: string | null }, caller: string): Promise<IssuedKey> {
    return inTransaction(this.source, async (transaction) => {
      const day = this.clock.today();
      const origin = createHmac('sha256', this.secrets.keyFor('data-key-issue')).update(`${day} ${caller}`).digest('base64url');
      if (!(await this.keys.countIssue(transaction, day, origin, MOST_A_DAY)))
        throw new AppError('TOO_MANY_REQUESTS', `同一网络地址每天最多申请 ${MOST_A_DAY} 个开发者密钥，请明天再来，或继续使用已有的密钥。`, {
          english: `At most ${MOST_A_DAY} keys a day are given to one address; use one you have, or come back tomorrow.`,
          retryAfter: secondsLeftOf(day, this.clock.now()),
        });
      const key = DATA_KEY_PREFIX + randomBytes(32).toString('base64url');
      const row = await this.keys.add(transaction, {
        application,
        purpose: purpose ?? null,
        prefix: key.slice(0, 10),
        hash: hashOf(key),
        createdAt: this.clock.now(),
      });
      return { row, key };
    });
  }

  /** Whose key this is. @throws AppError UNAUTHENTICATED for one that is unknown or revoked */
  async recognise(key: string): Promise<ViewerKey> {
    const hash = hashOf(key);
    const known = this.known.get(hash);
    if (known) return known;
    const found =
      known === null ? undefined : key.startsWith(DATA_KEY_PREFIX) ? await this.ofDeveloper(hash) : await this.ofDepartment(key);
    if (!found) throw unknownKey();
    this.known.set(hash, found);
    return found;
  }

  /** A key of a developer, not of a department. @throws AppError UNAUTHENTICATED */
  async recogniseDeveloper(key: string): Promise<ViewerKey> {
    if (!key.startsWith(DATA_KEY_PREFIX)) throw unknownKey();
    return this.recognise(key);
  }

  async get(id: string): Promise<DataKeyRow> {
    const row = await this.keys.find(id);
    if (!row || row.revokedAt) throw unknownKey();
    return row;
  }

  /** Gives a key up: it opens nothing any more, and what it applied for ends. */
  async revoke(id: string): Promise<void> {
    const { hash } = await this.get(id);
    await inTransaction(this.source, async (transaction) => {
      await this.keys.revoke(transaction, id, this.clock.now());
      await this.applications.withdrawOf(transaction, id, this.clock.now(), this.clock.today());
    });
    this.known.set(hash, null);
  }

  private async ofDeveloper(hash: string): Promise<ViewerKey | undefined> {
    const row = await this.keys.findByHash(hash);
    return row ? { kind: 'data', id: row.id, name: row.application } : undefined;
  }

  private async ofDepartment(key: string): Promise<ViewerKey> {
    const { name } = await this.departments.authenticate(key);
    return { kind: 'department', id: name, name };
  }
}

function unknownKey(): AppError {
  return new AppError('UNAUTHENTICATED', '这个开发者密钥不存在或已经撤销；请检查是否抄写完整，或重新申请（POST /api/v1/data-keys）。', {
    english: 'The data key is unknown or was revoked; check it, or make a new one (POST /api/v1/data-keys).',
  });
}
