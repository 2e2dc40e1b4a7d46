import { Body, Controller, Get, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DatasetInput, DocumentInput, type Draft, type SubmissionRow, WorkflowService } from '../../catalog/index.js';
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
import { validate } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { SiteService } from '../layout/site.service.js';
import { formFields, inputOfForm, labelOf } from './form-field.js';
import { EditorPage } from './page/editor.js';
import type { Visitor } from './page/frame.js';
import { SubmissionPage, WithdrawPage } from './page/submission.js';
import { TasksPage } from './page/tasks.js';
import { showPage } from './show-page.js';
import { Visitors } from './visitors.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { WorkbenchService } from './workbench.service.js';

type Form = Record<string, unknown>;
type Kind = 'dataset' | 'document';

const textOf = (form: Form, name: string): string | null => {
  const value = form[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};
const kindOf = (value: unknown): Kind => (value === 'dataset' ? 'dataset' : 'document');
const versionOf = (form: Form): number => Number(textOf(form, 'version') ?? 0);

/** The pages on which departments prepare, review and sign. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench')
export class WorkbenchController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly workbench: WorkbenchService,
    private readonly browser: BrowserSession,
    private readonly visitors: Visitors,
    private readonly signIns: SignInService,
    private readonly sites: SiteService,
  ) {}

  @Get()
  @Needs('self.manage')
  async tasks(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    if (session.pending) {
      const steps = { secondFactor: 'second-factor', changePassword: 'password', enrol: 'enrol' };
      return response.redirect(303, `/workbench/${steps[session.pending]}`);
    }
    showPage(
      response,
      TasksPage({ site: this.sites.site, visitor: this.visitor(session), ...(await this.workbench.tasks(session.actor)) }),
    );
  }

  @Get('new')
  @Needs('submission.write')
  async newPage(
    @Query('kind') kind: unknown,
    @Query('identifier') identifier: unknown,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const values =
      typeof identifier === 'string' ? await this.workbench.publishedInput(identifier, kindOf(kind)) : { publicity: '主动公开' };
    await this.showEditor(response, session, kindOf(kind), values);
  }

  @Post('submissions')
  @Needs('submission.write')
  async create(
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindOf(form.kind);
    const identifier = textOf(form, 'identifier');
    const before = identifier ? await this.workbench.publishedInput(identifier, kind).catch(() => ({})) : {};
    const values = inputOfForm(kind, form, { ...known(kind, before), identifier });
    try {
      const options = { department: textOf(form, 'department'), formedOn: textOf(form, 'formedOn') };
      const row = await this.workflow.create(draftOf(kind, values), options, context);
      response.redirect(303, `/workbench/submissions/${row.id}`);
    } catch (error) {
      await this.showEditor(response, session, kind, values, { error: refused(error) });
    }
  }

  @Get('withdraw')
  @Needs('submission.write')
  withdrawPage(@Query('identifier') identifier: unknown, @CurrentSession() session: SignedIn, @Res() response: Response): void {
    const given = typeof identifier === 'string' ? identifier : '';
    showPage(response, WithdrawPage({ site: this.sites.site, visitor: this.visitor(session), identifier: given }));
  }

  @Post('withdraw')
  @Needs('submission.write')
  async withdraw(
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const identifier = textOf(form, 'identifier') ?? '';
    try {
      const reason = textOf(form, 'reason');
      if (!reason)
        throw new AppError('VALIDATION_FAILED', '请写明撤回原因，它会公开显示。', { fields: [{ field: 'reason', message: '必填' }] });
      const row = await this.workflow.proposeWithdrawal(identifier, reason, context);
      response.redirect(303, `/workbench/submissions/${row.id}`);
    } catch (error) {
      const { message, code } = refused(error);
      showPage(
        response,
        WithdrawPage({ site: this.sites.site, visitor: this.visitor(session), identifier, errors: [message] }),
        STATUS[code],
      );
    }
  }

  @Get('submissions/:id')
  @Needs('submission.read')
  async submission(@Param('id') id: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.showSubmission(response, await this.workflow.get(id, session.actor), session);
  }

  @Get('submissions/:id/edit')
  @Needs('submission.write')
  async editPage(@Param('id') id: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const row = await this.workflow.get(id, session.actor);
    await this.showEditor(response, session, row.kind, row.content as Form, { row });
  }

  @Post('submissions/:id/edit')
  @Needs('submission.write')
  async save(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const row = await this.workflow.get(id, session.actor);
    const values = inputOfForm(row.kind, form, row.content as Form);
    try {
      const draft = draftOf(row.kind, values);
      await this.workflow.save(id, versionOf(form), draft, textOf(form, 'formedOn'), context);
      response.redirect(303, `/workbench/submissions/${id}`);
    } catch (error) {
      await this.showEditor(response, session, row.kind, values, {
        row: { ...row, version: versionOf(form) },
        error: refused(error),
      });
    }
  }

  @Post('submissions/:id/submit')
  @Needs('submission.write')
  async submit(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.step(id, session, response, () => this.workflow.submit(id, versionOf(form), textOf(form, 'wordToReviewer'), context));
  }

  @Post('submissions/:id/review')
  @Needs('submission.review')
  async review(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const overrides = Object.keys(form).flatMap((name) => {
      const [, rule, field] = /^override (\S+) (\S+)$/.exec(name) ?? [];
      const reason = textOf(form, name);
      return rule && field && reason ? [{ rule, field, reason }] : [];
    });
    const words = { opinion: textOf(form, 'opinion'), basis: (textOf(form, 'basis') ?? '').split(/[、,，\s]+/).filter(Boolean), overrides };
    await this.step(id, session, response, () => this.workflow.review(id, versionOf(form), form.decision === 'pass', words, context));
  }

  @Post('submissions/:id/approve')
  @Needs('submission.approve')
  async approve(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.step(id, session, response, async () => {
      const approved = form.decision === 'approve';
      if (approved && this.signIns.needsConfirmation(session))
        this.browser.remember(response, await this.signIns.confirm(session, textOf(form, 'password') ?? ''));
      const publishAt = instantOf(textOf(form, 'publishAt'));
      return this.workflow.approve(id, versionOf(form), approved, publishAt, { opinion: textOf(form, 'opinion') }, context);
    });
  }

  @Post('submissions/:id/discard')
  @Needs('submission.write')
  async discard(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.step(id, session, response, () => this.workflow.discard(id, versionOf(form), context));
  }

  /** A step that is refused is told on the page of the submission, as it stands now. */
  private async step(id: string, session: SignedIn, response: Response, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      response.redirect(303, `/workbench/submissions/${id}`);
    } catch (error) {
      await this.showSubmission(response, await this.workflow.get(id, session.actor), session, refused(error));
    }
  }

  private async showSubmission(response: Response, row: SubmissionRow, session: SignedIn, error?: AppError): Promise<void> {
    const page = SubmissionPage({
      site: this.sites.site,
      visitor: this.visitor(session),
      task: this.workbench.taskOf(row),
      departmentName: await this.workbench.departmentName(row.department),
      changes: await this.workbench.changes(row),
      isNew: row.baseRevision === null,
      steps: await this.workflow.steps(row.id),
      allowed: this.workbench.allowed(row, session.actor),
      askPassword: this.signIns.needsConfirmation(session),
      errors: error && [
        error.message,
        ...(error.details.fields ?? []).map(({ field, message }) => `${labelOf(row.kind, field)}：${message}`),
      ],
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }

  private async showEditor(
    response: Response,
    session: SignedIn,
    kind: Kind,
    values: Form,
    { row, error }: { row?: SubmissionRow; error?: AppError } = {},
  ): Promise<void> {
    const page = EditorPage({
      site: this.sites.site,
      visitor: this.visitor(session),
      title: row ? `修改：${row.title}` : kind === 'dataset' ? '登记数据资源' : '起草公开文件',
      action: row ? `/workbench/submissions/${row.id}/edit` : '/workbench/submissions',
      kind,
      fields: formFields(kind),
      values,
      choices: this.workbench.choices(kind),
      formedOn: row?.formedOn ?? this.workbench.today(),
      departments: row ? [] : await this.workbench.ownDepartments(session.actor),
      version: row?.version,
      errors: error && [error.message],
      wrong: Object.fromEntries((error?.details.fields ?? []).map(({ field, message }) => [field.replace(/[[.].*$/, ''), message])),
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }

  private visitor(session: SignedIn): Visitor {
    return this.visitors.of(session);
  }
}

/** @throws AppError VALIDATION_FAILED naming the fields */
function draftOf(kind: Kind, values: Form): Draft {
  return kind === 'dataset' ? { kind, input: validate(DatasetInput, values) } : { kind, input: validate(DocumentInput, values) };
}

/** Of a record as it is read, what its input has too. */
function known(kind: Kind, record: Form): Form {
  const names = Object.keys(kind === 'dataset' ? new DatasetInput() : new DocumentInput());
  const shown = formFields(kind).map(({ name }) => name);
  return Object.fromEntries([...names, ...shown].filter((name) => record[name] !== undefined).map((name) => [name, record[name]]));
}

function refused(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** A time of a form, which is Beijing's. */
function instantOf(text: string | null): Date | null {
  if (text === null) return null;
  const at = new Date(`${text}+08:00`);
  if (Number.isNaN(at.getTime()))
    throw new AppError('VALIDATION_FAILED', '定时发布的时间不是真实的时间。', {
      fields: [{ field: 'publishAt', message: '不是真实的时间' }],
    });
  return at;
}
