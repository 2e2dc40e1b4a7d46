import { Injectable } from '@nestjs/common';
import { recordUrl } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import { tableApiUrl } from '../api/present-table.js';
import { changeCursor, positionOf } from './change-cursor.js';
import type { Change, ChangeFilterArgs, ChangePage } from './change.model.js';
import { ChangeRepository, type ListedChange } from './change.repository.js';
import { parseSince } from './parse-since.js';

/** The records that came into the catalog in a stretch of the log of changes. */
export interface NewRecords {
  after: string;
  until: string;
  /** Instants of the first and the last of them; absent when there are none. */
  times?: { from: string; to: string };
}

/** What changed, for mirrors that stay in step. */
@Injectable()
export class ChangeService {
  constructor(private readonly repository: ChangeRepository) {}

  /** @throws AppError BAD_REQUEST */
  async list(
    { since, kind, department }: ChangeFilterArgs,
    { cursor, limit }: { cursor?: string; limit: number },
    cursorName: 'cursor' | 'after',
  ): Promise<ChangePage> {
    if (cursor !== undefined && since)
      throw new AppError('BAD_REQUEST', `参数 since 和 ${cursorName} 只能写一个：第一次用 since，之后只用游标。`, {
        english: `Give either since or ${cursorName}, not both.`,
        fields: [{ field: 'since', message: '不能与游标同时使用' }],
      });
    const after =
      cursor !== undefined
        ? positionOf(cursor, { kind, department }, cursorName)
        : since
          ? await this.repository.before(parseSince(since))
          : '0';
    const found = await this.repository.list({ after, kind: kind ?? undefined, department: department ?? undefined, limit: limit + 1 });
    const changes = found.changes.slice(0, limit);
    const hasMore = found.changes.length > limit;
    // Whatever the filter leaves out is passed over once.
    const position = hasMore ? changes.at(-1)!.id : found.last;
    return { changes: changes.map(presentChange), nextCursor: changeCursor(position, { kind, department }), hasMore };
  }

  /** Grows with every change that everybody can see; what has not grown since shows the same. */
  position(): Promise<string> {
    return this.repository.last();
  }

  /** What came into the catalog between two positions. */
  async newRecords(after: string, until: string): Promise<NewRecords> {
    const times = await this.repository.timesOfNew(after, until);
    return { after, until, ...(times ? { times: { from: times.from.toISOString(), to: times.to.toISOString() } } : {}) };
  }

  /** Which of these records are among them. */
  async amongNew({ after, until }: NewRecords, identifiers: readonly string[]): Promise<Set<string>> {
    return new Set(await this.repository.amongNew(after, until, identifiers));
  }
}

/** A change as REST, GraphQL and receivers of news have it. Pure. */
export function presentChange({ action, identifier, kind, revision, table, version, reason, changedAt }: ListedChange): Change {
  return {
    subject: table === null ? 'record' : 'table',
    action,
    identifier,
    kind,
    revision,
    table,
    version,
    reason,
    at: changedAt.toISOString(),
    url: table === null ? `/api/v1${recordUrl(kind, identifier)}` : tableApiUrl(identifier, table),
  };
}
