import { Body, Controller, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AttachmentFetcher, AttachmentService, drain, type SubmissionRow, WorkflowService } from '../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, Needs, type SignedIn } from '../../identity/index.js';
import { invalidField } from '../../kernel/app-error.js';
import type { UploadRequest } from './file-form.middleware.js';
import { EditorPresenter } from './editor.presenter.js';
import { fileField, filesOf } from './form-field.js';
import { draftFrom, type Form, refused, textOf, versionOf } from './read-form.js';
import { WorkbenchFilter } from './workbench.filter.js';

/** Takes in a file and puts it at the end of a draft's list. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.write')
@Controller('workbench')
export class AttachmentUploadController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly attachments: AttachmentService,
    private readonly fetcher: AttachmentFetcher,
    private readonly editor: EditorPresenter,
  ) {}

  @Post('submissions/:id/attachments')
  async attach(
    @Param('id') id: string,
    @Req() request: UploadRequest,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { upload } = request;
    try {
      await this.add(id, request.body as Form, session, response, context, async ({ department }) => {
        if (!upload?.name) throw invalidField('file', '请先选择要上传的文件');
        return this.attachments.receive(upload.content, { name: upload.name, department }, context);
      });
    } finally {
      await drain(request);
    }
  }

  @Post('submissions/:id/attachments/fetched')
  async fetch(
    @Param('id') id: string,
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.add(id, form, session, response, context, ({ department }) => {
      const address = textOf(form, 'address');
      if (address === null) throw invalidField('address', '请填写文件的网址');
      return this.fetcher.fetch({ address, department }, context);
    });
  }

  /** Puts a file that `bring` takes in at the end of the list. */
  private async add(
    id: string,
    form: Form,
    session: SignedIn,
    response: Response,
    context: ActingContext,
    bring: (row: SubmissionRow) => Promise<{ sha256: string; name: string }>,
  ): Promise<void> {
    const row = await this.workflow.get(id, session.actor);
    const content = row.content as Form;
    try {
      const { sha256, name } = await bring(row);
      const files = [...filesOf(row.kind, content), { title: textOf(form, 'title') ?? name, sha256 }];
      await this.workflow.save(id, versionOf(form), draftFrom(row.kind, { ...content, [fileField(row.kind)]: files }), null, context);
      response.redirect(303, `/workbench/submissions/${id}/edit#attachments`);
    } catch (thrown) {
      await this.editor.show(response, session, row.kind, content, { row, error: refused(thrown) });
    }
  }
}
