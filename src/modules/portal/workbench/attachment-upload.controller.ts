import { Controller, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AttachmentService, drain, WorkflowService } from '../../catalog/index.js';
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
    const row = await this.workflow.get(id, session.actor);
    const content = row.content as Form;
    const form = request.body as Form;
    try {
      if (!request.upload?.name) throw invalidField('file', '请先选择要上传的文件');
      const { name, content: stream } = request.upload;
      const { sha256 } = await this.attachments.receive(stream, { name, department: row.department }, context);
      const files = [...filesOf(row.kind, content), { title: textOf(form, 'title') ?? name, sha256 }];
      await this.workflow.save(id, versionOf(form), draftFrom(row.kind, { ...content, [fileField(row.kind)]: files }), null, context);
      response.redirect(303, `/workbench/submissions/${id}/edit#attachments`);
    } catch (thrown) {
      await drain(request);
      await this.editor.show(response, session, row.kind, content, { row, error: refused(thrown) });
    }
  }
}
