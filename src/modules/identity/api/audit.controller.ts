import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AuditRepository, type ChainedEntry } from '../../audit/index.js';
import { validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { CurrentActor } from '../policy/policy.guard.js';
import { AuditExport, realTimes } from './audit-export.js';
import { AuditEventModel, AuditPageQuery, AuditQuery } from './audit.model.js';

/** The audit log, for auditors. */
@ApiTags('audit')
@Controller('api/v1/audit')
@Needs('audit.read')
export class AuditController {
  constructor(
    private readonly audit: AuditRepository,
    private readonly exports: AuditExport,
  ) {}

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
  export(@Query() query: unknown, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    return this.exports.send(query, actor, response);
  }
}
