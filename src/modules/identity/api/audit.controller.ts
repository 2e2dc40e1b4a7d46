import { once } from 'node:events';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AuditRepository, type ChainedEntry, entryWithoutRevision } from '../../audit/index.js';
import { AppError } from '../../kernel/app-error.js';
import { validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf, requestIdOf } from '../../platform/http/index.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { CurrentActor } from '../policy/policy.guard.js';
import { AuditEventModel, AuditPageQuery, AuditQuery } from './audit.model.js';

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

/** The audit log, for auditors. */
@ApiTags('audit')
@Controller('api/v1/audit')
@Needs('audit.read')
export class AuditController {
  constructor(private readonly audit: AuditRepository) {}

  @Get('events')
  @ApiOperation({ summary: '审计日志，新的在前' })
  @ApiQueryOf(AuditPageQuery)
  @ApiResponse({ status: 200, type: AuditEventModel, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  events(@Query() query: unknown): Promise<ChainedEntry[]> {
    const { limit, before, ...filter } = validateQuery(AuditPageQuery, query);
    return this.audit.search(realTimes(filter), before ?? null, limit);
  }

  @Get('events.csv')
  @ApiOperation({ summary: '导出审计日志为 CSV，新的在前；导出本身也记入日志' })
  @ApiQueryOf(AuditQuery)
  @ApiResponse({ status: 200, description: 'CSV，UTF-8', content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async export(@Query() query: unknown, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const filter = realTimes(validateQuery(AuditQuery, query));
    const event = {
      actor: actor.name,
      action: 'audit.exported',
      objectType: 'audit',
      objectId: new URLSearchParams(filter as Record<string, string>).toString() || '*',
    };
    await this.audit.note(entryWithoutRevision({ ...event, requestId: requestIdOf(request) }));
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="audit.csv"');
    response.setHeader('Cache-Control', 'no-store');
    response.write(`\uFEFF${COLUMNS.join(',')}\r\n`);
    for (let before: string | null = null; ;) {
      const page: ChainedEntry[] = await this.audit.search(filter, before, PAGE);
      const more = response.write(page.map((entry) => `${COLUMNS.map((column) => cell(entry[column])).join(',')}\r\n`).join(''));
      if (page.length < PAGE || response.destroyed) break;
      before = page.at(-1)!.seq;
      if (!more) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.end();
  }
}

/** A cell of CSV that no spreadsheet takes for a formula. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function realTimes<T extends AuditQuery>(filter: T): T {
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
