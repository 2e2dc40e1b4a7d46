import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../audit/index.js';
import { AppError } from '../kernel/app-error.js';
import { ApiKeyRow } from './api-key.entity.js';

/** Who acts; `name` goes into the audit log. */
export interface Actor {
  name: string;
}

const PREFIX = 'hz_';
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** Issues, checks and revokes API keys. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly source: DataSource,
    private readonly audit: AuditRepository,
  ) {}

  /** A new key; the text is returned once and cannot be read again. */
  async create(name: string, actor: Actor): Promise<string> {
    const key = PREFIX + randomBytes(32).toString('base64url');
    await this.source.transaction(async (transaction) => {
      await transaction.insert(ApiKeyRow, { name, prefix: key.slice(0, 9), hash: hashOf(key) });
      await this.audit.append(transaction, [event('apiKey.created', name, actor)]);
    });
    return key;
  }

  /** Revokes every key of that name; returns how many there were. */
  async revoke(name: string, actor: Actor): Promise<number> {
    return this.source.transaction(async (transaction) => {
      const { affected } = await transaction.update(ApiKeyRow, { name, revokedAt: IsNull() }, { revokedAt: new Date() });
      if (affected) await this.audit.append(transaction, [event('apiKey.revoked', name, actor)]);
      return affected ?? 0;
    });
  }

  list(): Promise<ApiKeyRow[]> {
    return this.source.manager.find(ApiKeyRow, { order: { id: 'ASC' } });
  }

  /** @throws AppError UNAUTHENTICATED when there is no such key or it was revoked */
  async authenticate(key: string | undefined): Promise<Actor> {
    if (!key)
      throw refused(
        '需要 API 密钥：请在 Authorization: Bearer 或 X-API-Key 请求头中提供。',
        'An API key is needed, as Authorization: Bearer or X-API-Key.',
      );
    const found = await this.source.manager.findOneBy(ApiKeyRow, { hash: hashOf(key), revokedAt: IsNull() });
    if (!found) throw refused('API 密钥无效或已被撤销，请向管理员申请新的密钥。', 'The API key is unknown or was revoked.');
    await this.source.query(
      `UPDATE api_key SET last_used_at = now() WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [found.id],
    );
    return { name: `key:${found.name}` };
  }
}

const event = (action: string, name: string, actor: Actor) =>
  entryWithoutRevision({ actor: actor.name, action, objectType: 'apiKey', objectId: name });

const refused = (message: string, english: string) => new AppError('UNAUTHENTICATED', message, { english });
