import { Body, Controller, Get, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { RecordHistory, WorkflowService } from '../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, may, Needs, type SignedIn } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { STATUS } from '../../platform/http/index.js';
import { PeopleService } from './people.js';
import { HistoryPage } from './page/history.js';
import { draftFrom, type Form, refused, textOf } from './read-form.js';
import { showPage } from './show-page.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { WorkbenchService } from './workbench.service.js';

const numberOf = (text: unknown): number | undefined =>
  typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

/** How a published record became what it is, and back to what it was. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench/records/:identifier')
export class HistoryController {
  constructor(
    private readonly history: RecordHistory,
    private readonly workflow: WorkflowService,
    private readonly workbench: WorkbenchService,
    private readonly visitors: VisitorService,
    private readonly people: PeopleService,
  ) {}

  @Get('history')
  @Needs('submission.read')
  async page(
    @Param('identifier') identifier: string,
    @Query('before') before: unknown,
    @Query('after') after: unknown,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(response, identifier, session, { before: numberOf(before), after: numberOf(after) });
  }

  /** Begins a change whose content is an old revision's: it goes through review like any other. */
  @Post('restoration')
  @Needs('submission.write')
  async restore(
    @Param('identifier') identifier: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { subject } = await this.history.of(identifier, session.actor);
    try {
      const revision = numberOf(textOf(form, 'revision'));
      if (revision === undefined) throw new AppError('VALIDATION_FAILED', '请选择要恢复的修订。');
      const draft = draftFrom(subject.kind, await this.history.input(subject, revision));
      const options = { department: subject.department, reason: `恢复第 ${revision} 次修订的内容` };
      const row = await this.workflow.create(draft, options, context);
      response.redirect(303, `/workbench/submissions/${row.id}`);
    } catch (error) {
      await this.show(response, identifier, session, {}, refused(error));
    }
  }

  private async show(
    response: Response,
    identifier: string,
    session: SignedIn,
    chosen: { before?: number; after?: number },
    error?: AppError,
  ): Promise<void> {
    const { subject, entries } = await this.history.of(identifier, session.actor);
    await this.people.introduce(
      response,
      entries.map(({ actor }) => actor),
    );
    const after = chosen.after ?? entries[0]?.revision;
    const before = chosen.before ?? entries[1]?.revision;
    const input = (revision: number | undefined) => (revision === undefined ? undefined : this.history.input(subject, revision));
    const [older, newer] = await Promise.all([input(before), input(after)]);
    const page = HistoryPage({
      ...this.visitors.of(session),
      subject,
      entries,
      before,
      after,
      changes: newer ? this.workbench.between(subject.kind, older, newer) : [],
      restores: may(session.actor, 'submission.write', { department: subject.department }) && subject.status === 'published',
      errors: error && [error.message],
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }
}
