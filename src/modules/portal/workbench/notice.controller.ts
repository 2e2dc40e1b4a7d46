import { Body, Controller, Get, Param, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DutyCompletionInput, DutyService, NoticeService } from '../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, may, Needs, type SignedIn } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { validate } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { VisitorService } from './visitor.service.js';
import { NoticesPage } from './page/notices.js';
import { showPage } from './show-page.js';
import { WorkbenchFilter } from './workbench.filter.js';

type Form = Record<string, unknown>;

const PAGE = '/workbench/notices';
const SHOWN = 50;

/** The page of notices and duties. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench')
export class WorkbenchNoticeController {
  constructor(
    private readonly notices: NoticeService,
    private readonly duties: DutyService,
    private readonly visitors: VisitorService,
  ) {}

  @Get('notices')
  @Needs('self.manage')
  async page(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    if (session.pending) return response.redirect(303, '/workbench');
    await this.show(session, response);
  }

  @Post('notices/read')
  @Needs('self.manage')
  async read(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.notices.markRead(session.actor, []);
    response.redirect(303, PAGE);
  }

  @Post('notices/mail')
  @Needs('self.manage')
  async mail(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.notices.setMail(session.actor, form.mail === 'on');
    response.redirect(303, PAGE);
  }

  @Post('duties/:id/completion')
  @Needs('duty.complete')
  async complete(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const given = { result: form.result, nextReviewOn: form.nextReviewOn === '' ? null : form.nextReviewOn };
      const { result, nextReviewOn } = validate(DutyCompletionInput, given);
      await this.duties.completeDuty(id, result, nextReviewOn ?? null, context);
      response.redirect(303, PAGE);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.show(session, response, error);
    }
  }

  private async show(session: SignedIn, response: Response, error?: AppError): Promise<void> {
    const { actor, account } = session;
    const duties = may(actor, 'duty.read') ? await this.duties.list({ open: true, limit: SHOWN, offset: 0 }, actor) : [];
    const page = NoticesPage({
      ...this.visitors.of(session),
      notices: await this.notices.list(actor, { unread: false, limit: SHOWN, offset: 0 }),
      duties: duties.map((duty) => ({ duty, completes: may(actor, 'duty.complete', duty) })),
      mail: { wanted: await this.notices.wantsMail(actor), address: account.email },
      errors: error && [error.message],
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }
}
