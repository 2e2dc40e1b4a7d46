import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { RecordRepository } from '../../catalog/index.js';
import type { Actor } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { inTransaction } from '../../platform/database/index.js';
import { BestBetRepository, type BestBetRow } from './best-bet.repository.js';
import { queryKey } from './query-key.js';
import { QueryPreferences } from './query-preferences.js';

/** What an editor decides about a query; records by identifier, the first pinned stands first. */
export type BestBetDecision = Pick<BestBetRow, 'query' | 'pinned' | 'buried'> & { note?: string | null };

/** Lets editors pin records to the top of a query's results and bury others; every change is in the audit log. */
@Injectable()
export class BestBetService {
  constructor(
    private readonly source: DataSource,
    private readonly bestBets: BestBetRepository,
    private readonly records: RecordRepository,
    private readonly audit: AuditRepository,
    private readonly preferences: QueryPreferences,
  ) {}

  list(): Promise<BestBetRow[]> {
    return this.bestBets.list();
  }

  /** @throws AppError VALIDATION_FAILED when the query has no letters, nothing is decided, or a record does not exist or stands in both lists */
  async set(decision: BestBetDecision, actor: Actor, requestId: string | null): Promise<void> {
    const { query, pinned, buried } = decision;
    const key = keyOf(query);
    if (pinned.length + buried.length === 0)
      throw refused('pinned', '请至少给出一条要置顶（pinned）或沉底（buried）的记录。', 'Name at least one record to pin or to bury.');
    const both = pinned.find((identifier) => buried.includes(identifier));
    if (both !== undefined) throw refused('buried', `“${both}”不能既置顶又沉底。`, `"${both}" cannot be both pinned and buried.`);
    const ids = new Map((await this.records.findByIdentifiers([...pinned, ...buried])).map(({ identifier, id }) => [identifier, id]));
    const idsOf = (field: string, identifiers: string[]) =>
      [...new Set(identifiers)].map((identifier) => {
        const id = ids.get(identifier);
        if (id === undefined) throw refused(field, `没有标识符为“${identifier}”的记录。`, `There is no record "${identifier}".`);
        return id;
      });
    const placed = { pinned: idsOf('pinned', pinned), buried: idsOf('buried', buried) };
    await inTransaction(this.source, async (transaction) => {
      await this.bestBets.set(transaction, key, { query: query.trim(), ...placed, note: decision.note ?? '', updatedBy: actor.name });
      await this.audit.append(transaction, [event('bestBet.set', key, actor, requestId)]);
    });
    this.preferences.renew();
  }

  /** @throws AppError NOT_FOUND */
  async remove(query: string, actor: Actor, requestId: string | null): Promise<void> {
    const key = keyOf(query);
    await inTransaction(this.source, async (transaction) => {
      if (!(await this.bestBets.remove(transaction, key)))
        throw new AppError('NOT_FOUND', `“${query}”没有设置过置顶或沉底。`, { english: `Nothing is decided about "${query}".` });
      await this.audit.append(transaction, [event('bestBet.removed', key, actor, requestId)]);
    });
    this.preferences.renew();
  }
}

function keyOf(query: string): string {
  const key = queryKey(query);
  if (key === '') throw refused('query', 'query 应至少含一个字或数字。', 'query needs at least one letter or digit.');
  return key;
}

function refused(field: string, message: string, english: string): AppError {
  return new AppError('VALIDATION_FAILED', message, { english, fields: [{ field, message }] });
}

const event = (action: string, key: string, actor: Actor, requestId: string | null) =>
  entryWithoutRevision({ actor: actor.name, action, objectType: 'bestBet', objectId: key, requestId });
