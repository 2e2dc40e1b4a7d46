import { Body, Controller, Get, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DepartmentService } from '../../department/index.js';
import {
  FEEDBACK_KINDS,
  FEEDBACK_STATES,
  FeedbackAnswerInput,
  FeedbackAssignmentInput,
  type FeedbackCase,
  FeedbackCasePresenter,
  FeedbackCases,
  type FeedbackKind,
  FeedbackReasonInput,
  type FeedbackState,
} from '../../feedback/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, may, Needs, type SignedIn } from '../../identity/index.js';
import { validate } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { type Form, textOf } from './form-text.js';
import { FeedbackDeskPage, type Refused, UnassignedPage } from './page/feedback.js';
import { refused } from './read-form.js';
import { showPage } from './show-page.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';

const PAGE = '/workbench/feedback';
const SHOWN = 100;

/** What the page shows: which cases, and what was refused last. */
interface Shown {
  state?: FeedbackState;
  kind?: FeedbackKind;
  refused?: Refused;
  status?: number;
}

/** The page on which a department answers what it is asked and told, and the one on which a department is chosen. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench/feedback')
export class FeedbackDeskController {
  constructor(
    private readonly cases: FeedbackCases,
    private readonly presenter: FeedbackCasePresenter,
    private readonly departments: DepartmentService,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  @Needs('feedback.read')
  async page(
    @Query('state') state: unknown,
    @Query('kind') kind: unknown,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(session, response, {
      state: FEEDBACK_STATES.find((each) => each === state),
      kind: FEEDBACK_KINDS.find((each) => each === kind),
    });
  }

  @Get('unassigned')
  @Needs('feedback.assign')
  async unassigned(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.showUnassigned(session, response);
  }

  @Post(':id/answer')
  @Needs('feedback.answer')
  answer(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    return this.decide(session, response, { id, form }, () => {
      const given = { answer: textOf(form, 'answer') ?? '', publish: form['publish'] === 'on', confirmed: form['confirmed'] === 'on' };
      return this.cases.answer(id, validate(FeedbackAnswerInput, given), context);
    });
  }

  @Post(':id/decline')
  @Needs('feedback.answer')
  decline(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    return this.decide(session, response, { id, form }, () =>
      this.cases.decline(id, validate(FeedbackReasonInput, { reason: textOf(form, 'reason') ?? '' }).reason, context),
    );
  }

  @Post(':id/unpublish')
  @Needs('feedback.answer')
  unpublish(
    @Param('id') id: string,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    return this.decide(session, response, { id, form: {} }, () => this.cases.unpublish(id, context));
  }

  @Post(':id/assign')
  @Needs('feedback.assign')
  async assign(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const { department } = validate(FeedbackAssignmentInput, { department: textOf(form, 'department') ?? '' });
      await this.cases.assign(id, department, context);
      response.redirect(303, `${PAGE}/unassigned`);
    } catch (error) {
      const { code, message } = refused(error);
      await this.showUnassigned(session, response, message, STATUS[code]);
    }
  }

  private async decide(
    session: SignedIn,
    response: Response,
    { id, form }: Omit<Refused, 'error'>,
    work: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await work();
      response.redirect(303, PAGE);
    } catch (error) {
      const told = refused(error);
      await this.show(session, response, { refused: { id, form, error: told }, status: STATUS[told.code] });
    }
  }

  private async show(session: SignedIn, response: Response, { status, ...shown }: Shown): Promise<void> {
    const { actor } = session;
    const { state, kind } = shown;
    const rows = may(actor, 'feedback.read')
      ? await this.presenter.all(this.cases.list({ state, kind, limit: SHOWN, offset: 0 }, actor))
      : [];
    const cases = rows.map((each: FeedbackCase) => ({ each, answers: may(actor, 'feedback.answer', each) }));
    showPage(response, FeedbackDeskPage({ ...this.visitors.of(session), ...shown, cases }), status);
  }

  private async showUnassigned(session: SignedIn, response: Response, error?: string, status?: number): Promise<void> {
    const cases = await this.presenter.all(this.cases.unassigned({ limit: SHOWN, offset: 0 }));
    const departments = await this.departments.registered();
    showPage(response, UnassignedPage({ ...this.visitors.of(session), cases, departments, error }), status);
  }
}
