import { Injectable } from '@nestjs/common';
import type { ActingContext, Actor } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import type { SubmissionRow } from '../workflow/submission.entity.js';
import { WorkflowService } from '../workflow/workflow.service.js';
import type { Draft } from '../write/draft.js';
import { filesIn, presentSubmissionFiles } from './present-submission-file.js';
import type { SubmissionFile } from './submission-file.model.js';
import { type SubmissionContent, SubmissionPartRepository } from './submission-part.repository.js';

/** Files of submissions, for whoever may see the submission. */
@Injectable()
export class SubmissionFileService {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly parts: SubmissionPartRepository,
    private readonly attachments: AttachmentService,
  ) {}

  /** @throws AppError NOT_FOUND */
  async list(id: string, actor: Actor): Promise<SubmissionFile[]> {
    const row = await this.workflow.get(id, actor);
    return (await this.present([row])).get(row.id)!;
  }

  /** Of several submissions, in two statements; whoever calls has been shown the submissions themselves. */
  async ofSubmissions(ids: readonly string[]): Promise<Map<string, SubmissionFile[]>> {
    return this.present(await this.parts.contents(ids));
  }

  /** Takes a file out of a draft; the file itself stays with the department that brought it. @throws AppError NOT_FOUND, PRECONDITION_FAILED, CONFLICT */
  async detach(id: string, version: number, sha256: string, context: ActingContext): Promise<SubmissionRow> {
    const row = await this.workflow.get(id, context.actor);
    const { field, files } = filesIn(row);
    const kept = files.filter((file) => file.sha256 !== sha256);
    if (kept.length === files.length)
      throw new AppError('NOT_FOUND', '稿件里没有这个附件，可能已被移除；请重新读取稿件。', {
        english: 'The submission has no such file.',
      });
    const input: object = { ...row.content, [field]: kept };
    const draft = { kind: row.kind, input } as Draft;
    return this.workflow.save(id, version, draft, null, context);
  }

  private async present(contents: readonly SubmissionContent[]): Promise<Map<string, SubmissionFile[]>> {
    const hashes = contents.flatMap((content) => filesIn(content).files.flatMap(({ sha256 }) => sha256 ?? []));
    const known = hashes.length > 0 ? await this.attachments.describe([...new Set(hashes)]) : new Map();
    return new Map(contents.map((content) => [content.id, presentSubmissionFiles(content, known)]));
  }
}
