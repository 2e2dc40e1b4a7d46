import { Controller, Get, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AuditRepository, AuditRoots, type AuditVerdict, AuditVerifier } from '../../../audit/index.js';
import {
  type Actor,
  AuditExport,
  AuditPageQuery,
  ByCookie,
  CurrentActor,
  CurrentSession,
  Needs,
  realTimes,
  type SignedIn,
} from '../../../identity/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { validateQuery } from '../../../kernel/field/index.js';
import { STATUS } from '../../../platform/http/index.js';
import type { Form } from '../form-text.js';
import { PeopleService } from '../people.js';
import { AuditPage } from '../page/audit.js';
import { showPage } from '../show-page.js';
import { VisitorService } from '../visitor.service.js';
import { WorkbenchFilter } from '../workbench.filter.js';
import { given, sentencesOf } from './said.js';

const FILTER = ['actor', 'action', 'objectType', 'objectId', 'address', 'result', 'from', 'to'];

/** The audit log, for auditors. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('audit.read')
@Controller('workbench/audit')
export class AuditPagesController {
  constructor(
    private readonly audit: AuditRepository,
    private readonly roots: AuditRoots,
    private readonly verifier: AuditVerifier,
    private readonly exports: AuditExport,
    private readonly visitors: VisitorService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  events(@Query() query: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.show(response, session, query);
  }

  @Get('events.csv')
  export(@Query() query: Form, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    return this.exports.send(given(query, FILTER), actor, response);
  }

  @Post('verification')
  async verify(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.show(response, session, {}, await this.verifier.verifyTogether());
  }

  private async show(response: Response, session: SignedIn, query: Form, verdict?: AuditVerdict): Promise<void> {
    const filter = given(query, FILTER);
    const { events, next, error } = await this.page(query, filter);
    await this.people.introduce(
      response,
      events.map(({ actor }) => actor),
    );
    const { count, last } = await this.audit.extent();
    const page = AuditPage({
      ...this.visitors.of(session),
      events,
      filter,
      next,
      chain: { count, gapless: count === last, signedDay: (await this.roots.latest())?.day ?? null },
      verdict,
      errors: error && sentencesOf(error),
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }

  private async page(query: Form, filter: Record<string, string>) {
    try {
      const { limit, before, ...wanted } = validateQuery(AuditPageQuery, { ...filter, ...given(query, ['before']) });
      const events = await this.audit.search(realTimes(wanted), before ?? null, limit);
      const next = events.length === limit ? new URLSearchParams({ ...filter, before: events.at(-1)!.seq }).toString() : undefined;
      return { events, next };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { events: [], error };
    }
  }
}
