import { Body, Controller, Get, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { WorkflowService } from '../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, Needs, type SignedIn } from '../../identity/index.js';
import { EditorPresenter } from './editor.presenter.js';
import { valuesOfEditor } from './attachment-list.js';
import { draftFrom, type Form, kindOf, newDraft, refused, textOf, versionOf } from './read-form.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { WorkbenchService } from './workbench.service.js';

/** Writing a draft. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.write')
@Controller('workbench')
export class EditorController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly workbench: WorkbenchService,
    private readonly editor: EditorPresenter,
  ) {}

  @Get('new')
  async newPage(
    @Query('kind') kind: unknown,
    @Query('identifier') identifier: unknown,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const values =
      typeof identifier === 'string' ? await this.workbench.publishedInput(identifier, kindOf(kind)) : { publicity: '主动公开' };
    await this.editor.show(response, session, kindOf(kind), values);
  }

  @Post('submissions')
  async create(
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindOf(form.kind);
    const values = await this.workbench.newValues(kind, form);
    const formedOn = textOf(form, 'formedOn');
    try {
      const row = await this.workflow.create(...newDraft(kind, values, form), context);
      response.redirect(303, `/workbench/submissions/${row.id}`);
    } catch (error) {
      await this.editor.show(response, session, kind, values, { error: refused(error), formedOn });
    }
  }

  @Get('submissions/:id/edit')
  async editPage(@Param('id') id: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const row = await this.workflow.get(id, session.actor);
    await this.editor.show(response, session, row.kind, row.content as Form, { row });
  }

  @Post('submissions/:id/edit')
  async save(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const row = await this.workflow.get(id, session.actor);
    const values = valuesOfEditor(row.kind, form, row.content as Form);
    const formedOn = textOf(form, 'formedOn');
    try {
      await this.workflow.save(id, versionOf(form), draftFrom(row.kind, values), formedOn, context);
      response.redirect(303, `/workbench/submissions/${id}`);
    } catch (thrown) {
      const error = refused(thrown);
      // After a conflict the next press of the button means: mine, knowing of the other.
      const known = error.code === 'PRECONDITION_FAILED' ? row : { ...row, version: versionOf(form) };
      await this.editor.show(response, session, row.kind, values, { row: known, error, formedOn });
    }
  }
}
