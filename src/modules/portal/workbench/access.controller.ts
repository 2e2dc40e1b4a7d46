import { Body, Controller, Get, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  AccessApplications,
  AccessApprovalInput,
  AccessReasonInput,
  APPLICATION_STANDINGS,
  type ApplicationStanding,
  type Decision,
  presentApplication,
} from '../../data/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, may, Needs, type SignedIn } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { validate } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { AccessPage } from './page/access.js';
import { refused } from './read-form.js';
import { type Form, textOf } from './form-text.js';
import { showPage } from './show-page.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';

const PAGE = '/workbench/access';
const SHOWN = 100;

/** The page on which a department decides who may use its data that is open on conditions. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench/access')
export class AccessController {
  constructor(
    private readonly applications: AccessApplications,
    private readonly visitors: VisitorService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('access.read')
  async page(@Query('state') state: unknown, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.show(session, response, { standing: APPLICATION_STANDINGS.find((standing) => standing === state) });
  }

  @Post(':id/approve')
  @Needs('access.decide')
  approve(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    return this.decide(session, response, () => {
      const { expiresOn, note } = validate(AccessApprovalInput, { expiresOn: textOf(form, 'expiresOn') ?? '', note: textOf(form, 'note') });
      return this.applications.decide(id, 'approve', { expiresOn, note: note ?? null }, context);
    });
  }

  @Post(':id/reject')
  @Needs('access.decide')
  reject(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    return this.decide(session, response, () => this.applications.decide(id, 'reject', reasonIn(form), context));
  }

  @Post(':id/revoke')
  @Needs('access.decide')
  revoke(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    return this.decide(session, response, () => this.applications.decide(id, 'revoke', reasonIn(form), context));
  }

  private async decide(session: SignedIn, response: Response, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      response.redirect(303, PAGE);
    } catch (error) {
      const { code, message } = refused(error);
      await this.show(session, response, { errors: [message], status: STATUS[code] });
    }
  }

  private async show(
    session: SignedIn,
    response: Response,
    { standing, errors, status }: { standing?: ApplicationStanding; errors?: string[]; status?: number },
  ): Promise<void> {
    const today = this.clock.today();
    const reads = may(session.actor, 'access.read');
    const rows = reads ? await this.applications.list({ standing, limit: SHOWN, offset: 0 }, session.actor) : [];
    const page = AccessPage({
      ...this.visitors.of(session),
      applications: rows.map((row) => ({
        application: presentApplication(row, today),
        decides: may(session.actor, 'access.decide', row),
      })),
      standing,
      today,
      errors,
    });
    showPage(response, page, status);
  }
}

const reasonIn = (form: Form): Decision => ({ note: validate(AccessReasonInput, { reason: textOf(form, 'reason') ?? '' }).reason });
