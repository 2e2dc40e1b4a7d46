import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { SubmissionRow } from '../workflow/submission.entity.js';
import { SubmissionStepRow } from '../workflow/submission-step.entity.js';

/** What a submission holds, as far as its files are concerned. */
export type SubmissionContent = Pick<SubmissionRow, 'id' | 'kind' | 'content'>;

/** The long parts of several submissions that a list leaves out, each in one statement. */
@Injectable()
export class SubmissionPartRepository {
  constructor(private readonly source: DataSource) {}

  contents(ids: readonly string[]): Promise<SubmissionContent[]> {
    return this.source.manager.find(SubmissionRow, { select: { id: true, kind: true, content: true }, where: { id: In([...ids]) } });
  }

  /** Oldest first. */
  steps(ids: readonly string[]): Promise<SubmissionStepRow[]> {
    return this.source.manager.find(SubmissionStepRow, { where: { submissionId: In([...ids]) }, order: { id: 'ASC' } });
  }
}
