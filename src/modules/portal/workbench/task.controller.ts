import { Body, Controller, Get, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DepartmentBoard } from '../../catalog/index.js';
import {
  type ActingContext,
  BrowserSession,
  ByCookie,
  CurrentContext,
  CurrentSession,
  Needs,
  type SignedIn,
  SignInService,
} from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { BULK_ACTIONS, BulkService, isBulkAction, tickedOf } from './bulk.service.js';
import { BulkPage } from './page/bulk.js';
import { PeopleService } from './people.js';
import { SubmissionsPage } from './page/submissions.js';
import type { Task } from './page/task-list.js';
import { TasksPage } from './page/tasks.js';
import { type Form, textOf, ticksOf } from './read-form.js';
import { showPage } from './show-page.js';
import { conditionsOf, submissionQuery } from './submission-query.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { PAGE, WorkbenchService } from './workbench.service.js';

const STEPS = { secondFactor: 'second-factor', changePassword: 'password', enrol: 'enrol' };

/** What there is to do: for me, and in my department. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench')
export class TaskController {
  constructor(
    private readonly workbench: WorkbenchService,
    private readonly board: DepartmentBoard,
    private readonly bulk: BulkService,
    private readonly signIns: SignInService,
    private readonly browser: BrowserSession,
    private readonly visitors: VisitorService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Needs('self.manage')
  async tasks(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    if (session.pending) return response.redirect(303, `/workbench/${STEPS[session.pending]}`);
    const tasks = await this.workbench.tasks(session.actor);
    await this.introduceAuthors(response, [...tasks.mine, ...tasks.others, ...tasks.done]);
    const actions = this.workbench.bulkActions(tasks.mine, session.actor);
    const askPassword = this.signIns.needsConfirmation(session);
    showPage(response, TasksPage({ ...this.visitors.of(session), ...tasks, actions, askPassword }));
  }

  @Get('submissions')
  @Needs('submission.read')
  async submissions(
    @Query() given: Record<string, unknown>,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const query = submissionQuery(given);
    const days = { today: this.workbench.today(), amberUntil: this.board.amberUntil(), aYearAgo: this.board.aYearAgo() };
    const { tasks, total } = await this.workbench.page(conditionsOf(query, days), query.page, session.actor);
    await this.introduceAuthors(response, tasks);
    const page = SubmissionsPage({
      ...this.visitors.of(session),
      query,
      tasks,
      total,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      departments: await this.workbench.readableDepartments(session.actor),
      actions: this.workbench.bulkActions(tasks, session.actor),
      askPassword: this.signIns.needsConfirmation(session),
    });
    showPage(response, page);
  }

  /** Each step asks the policy again for what it needs; this only opens the door. */
  @Post('bulk')
  @Needs('submission.read')
  async bulkStep(
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const ticked = tickedOf(ticksOf(form, 'item'));
    const { action } = form;
    if (!isBulkAction(action)) throw new AppError('BAD_REQUEST', '没有这种批量办理，请返回任务页面重新选择。');
    const frame = this.visitors.of(session);
    const answer = (errors: string[], outcomes: Awaited<ReturnType<BulkService['run']>>, status = 200) => {
      showPage(response, BulkPage({ ...frame, label: BULK_ACTIONS[action], outcomes, errors }), status);
    };
    if (ticked.length === 0) return answer(['没有勾选稿件，什么也没有改变。请返回任务页面勾选后再办理。'], [], 422);
    try {
      if (action === 'approve' && this.signIns.needsConfirmation(session))
        this.browser.remember(response, await this.signIns.confirm(session, textOf(form, 'password') ?? ''));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return answer([`${error.message}一份也没有签发。`], [], 403);
    }
    answer([], await this.bulk.run(action, ticked, textOf(form, 'opinion'), context));
  }

  private introduceAuthors(response: Response, tasks: readonly Task[]): Promise<void> {
    return this.people.introduce(
      response,
      tasks.map(({ row }) => row.author),
    );
  }
}
