import { Body, Controller, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { renderToString } from 'preact-render-to-string';
import { WorkflowService } from '../../catalog/index.js';
import { ByCookie, CurrentSession, Needs, type SignedIn } from '../../identity/index.js';
import { valuesOfEditor } from './attachment-list.js';
import { EditorPresenter } from './editor.presenter.js';
import { PreviewService } from './preview.service.js';
import { type Form, kindOf, textOf, versionOf } from './read-form.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { WorkbenchService } from './workbench.service.js';

/** What a form would look like once it is published: beside the form, or alone for the script that puts it there. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.write')
@Controller('workbench')
export class PreviewController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly workbench: WorkbenchService,
    private readonly editor: EditorPresenter,
    private readonly previews: PreviewService,
  ) {}

  @Post('preview')
  async ofNew(
    @Body() form: Form,
    @Query('part') part: unknown,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindOf(form.kind);
    const values = await this.workbench.newValues(kind, form);
    const { department: _, ...content } = values;
    const preview = this.previews.of(kind, content);
    if (part === 'content') return sendPart(response, renderToString(preview));
    await this.editor.show(response, session, kind, values, { preview, formedOn: textOf(form, 'formedOn') });
  }

  @Post('submissions/:id/preview')
  async ofDraft(
    @Param('id') id: string,
    @Body() form: Form,
    @Query('part') part: unknown,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const row = await this.workflow.get(id, session.actor);
    const values = valuesOfEditor(row.kind, form, row.content as Form);
    const preview = this.previews.of(row.kind, values);
    if (part === 'content') return sendPart(response, renderToString(preview));
    const shown = { row: { ...row, version: versionOf(form) }, preview, formedOn: textOf(form, 'formedOn') };
    await this.editor.show(response, session, row.kind, values, shown);
  }
}

function sendPart(response: Response, html: string): void {
  response.status(200).setHeader('Cache-Control', 'no-store').type('html').send(html);
}
