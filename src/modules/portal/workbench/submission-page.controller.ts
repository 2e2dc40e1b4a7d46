import { Body, Controller, Get, Param, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { WorkflowService } from '../../catalog/index.js';
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
import { type Form, instantOf, refused, textOf, ticksOf, versionOf } from './read-form.js';
import { SubmissionFileService } from './submission-files.service.js';
import { SubmissionPresenter } from './submission.presenter.js';
import { WorkbenchFilter } from './workbench.filter.js';

/** One submission, and the steps by which people hand it on. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench/submissions')
export class SubmissionPageController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly browser: BrowserSession,
    private readonly signIns: SignInService,
    private readonly files: SubmissionFileService,
    private readonly presenter: SubmissionPresenter,
  ) {}

  @Get(':id')
  @Needs('submission.read')
  async submission(@Param('id') id: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.presenter.show(response, await this.workflow.get(id, session.actor), session);
  }

  @Get(':id/files/:index')
  @Needs('submission.read')
  async file(
    @Param('id') id: string,
    @Param('index') index: string,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.send(await this.workflow.get(id, session.actor), index, response);
  }

  @Post(':id/submit')
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

  @Post(':id/review')
  @Needs('submission.review')
  async review(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const overrides = Object.keys(form).flatMap((name) => {
      const [, rule, field] = /^override (\S+) (.+)$/.exec(name) ?? [];
      const reason = textOf(form, name);
      return rule && field && reason ? [{ rule, field, reason }] : [];
    });
    const words = { opinion: textOf(form, 'opinion'), basis: ticksOf(form, 'basis'), overrides };
    await this.step(id, session, response, () => this.workflow.review(id, versionOf(form), form.decision === 'pass', words, context));
  }

  @Post(':id/approve')
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

  @Post(':id/discard')
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
      await this.presenter.show(response, await this.workflow.get(id, session.actor), session, refused(error));
    }
  }
}
