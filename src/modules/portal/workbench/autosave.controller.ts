import { Body, Controller, Get, Headers, Param, Post, Put, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { type RecordKind, WorkflowService } from '../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, Needs, type SignedIn } from '../../identity/index.js';
import type { AppError } from '../../kernel/app-error.js';
import { etagOf, revisionOfIfMatch, STATUS } from '../../platform/http/index.js';
import { valuesOfEditor } from './attachment-list.js';
import { ChoiceService, isChoiceList } from './choice.service.js';
import { EditorPresenter } from './editor.presenter.js';
import { labelOf } from './form-field.js';
import { draftFrom, type Form, kindOf, newDraft, refused, textOf, versionOf } from './read-form.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { WorkbenchService } from './workbench.service.js';

/** What happens to a draft while it stands in the editor. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.write')
@Controller('workbench')
export class AutosaveController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly workbench: WorkbenchService,
    private readonly choices: ChoiceService,
    private readonly editor: EditorPresenter,
  ) {}

  /** Begins the draft of a form that was never saved, for the script of the editor. */
  @Put('submissions')
  async begin(@Body() form: Form, @CurrentContext() context: ActingContext, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    const kind = kindOf(form.kind);
    try {
      const values = await this.workbench.newValues(kind, form);
      const row = await this.workflow.create(...newDraft(kind, values, form), context);
      response.status(201).json({ id: row.id, version: row.version });
    } catch (thrown) {
      sayRefusal(response, kind, refused(thrown));
    }
  }

  /** Saves what the form holds, for the script of the editor. */
  @Put('submissions/:id/edit')
  async autosave(
    @Param('id') id: string,
    @Body() form: Form,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    const { kind, content } = await this.workflow.get(id, session.actor);
    try {
      const row = await this.workflow.save(
        id,
        revisionOfIfMatch(ifMatch),
        draftFrom(kind, valuesOfEditor(kind, form, content as Form)),
        textOf(form, 'formedOn'),
        context,
      );
      response.setHeader('ETag', etagOf(row.version)).json({ version: row.version });
    } catch (thrown) {
      sayRefusal(response, kind, refused(thrown));
    }
  }

  /** Renames, reorders and removes files, together with whatever else the form holds. */
  @Post('submissions/:id/files')
  async changeFiles(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const row = await this.workflow.get(id, session.actor);
    const values = valuesOfEditor(row.kind, form, row.content as Form);
    try {
      await this.workflow.save(id, versionOf(form), draftFrom(row.kind, values), textOf(form, 'formedOn'), context);
      response.redirect(303, `/workbench/submissions/${id}/edit#attachments`);
    } catch (thrown) {
      await this.editor.show(response, session, row.kind, values, { row, error: refused(thrown), formedOn: textOf(form, 'formedOn') });
    }
  }

  /** Names that go with what is being typed. */
  @Get('choices')
  async matching(@Query('list') list: unknown, @Query('q') text: unknown, @Res() response: Response): Promise<void> {
    const typed = typeof text === 'string' ? text.slice(0, 100) : '';
    response.setHeader('Cache-Control', 'no-store').json({ names: isChoiceList(list) ? await this.choices.matching(list, typed) : [] });
  }
}

function sayRefusal(response: Response, kind: RecordKind, { code, message, details }: AppError): void {
  const fields = (details.fields ?? []).map((one) => ({ ...one, label: labelOf(kind, one.field) }));
  response.status(STATUS[code]).json({ code, message, fields });
}
