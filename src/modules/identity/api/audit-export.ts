import { once } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AuditRepository, type ChainedEntry, entryWithoutRevision } from '../../audit/index.js';
import { AppError } from '../../kernel/app-error.js';
import { CSV_MARK, csvLine } from '../../kernel/csv.js';
import { validateQuery } from '../../kernel/field/index.js';
import type { Actor } from '../policy/actor.js';
import { AuditQuery } from './audit.model.js';

const PAGE = 1000;
const COLUMNS = [
  'seq',
  'at',
  'actor',
  'action',
  'objectType',
  'objectId',
  'revision',
  'beforeHash',
  'afterHash',
  'requestId',
  'address',
  'result',
  'previousHash',
  'hash',
] as const satisfies (keyof ChainedEntry)[];

/** Sends the audit log as CSV, page by page, so that memory stays flat; the export stands on the log itself. */
@Injectable()
export class AuditExport {
  constructor(private readonly audit: AuditRepository) {}

  /** @throws AppError BAD_REQUEST */
  async send(query: unknown, actor: Actor, response: Response): Promise<void> {
    const filter = realTimes(validateQuery(AuditQuery, query));
    const objectId = new URLSearchParams(filter as Record<string, string>).toString() || '*';
    await this.audit.note(entryWithoutRevision({ actor: actor.name, action: 'audit.exported', objectType: 'audit', objectId }));
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="audit.csv"');
    response.setHeader('Cache-Control', 'no-store');
    response.write(CSV_MARK + csvLine(COLUMNS));
    for (let before: string | null = null; ;) {
      const page: ChainedEntry[] = await this.audit.search(filter, before, PAGE);
      const more = response.write(page.map((entry) => csvLine(COLUMNS.map((column) => entry[column]))).join(''));
      if (page.length < PAGE || response.destroyed) break;
      before = page.at(-1)!.seq;
      if (!more) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.end();
  }
}

/** The filter with its times as instants. @throws AppError BAD_REQUEST */
export function realTimes<T extends AuditQuery>(filter: T): T {
  for (const field of ['from', 'to'] as const) {
    const value = filter[field];
    if (value === undefined) continue;
    const time = new Date(value.includes('T') ? value : `${value}T00:00:00+08:00`);
    if (Number.isNaN(time.getTime()))
      throw new AppError('BAD_REQUEST', `${field} 不是真实的时间。`, { fields: [{ field, message: '不是真实的时间' }] });
    filter[field] = time.toISOString();
  }
  return filter;
}
