import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { WriteContext } from '../write/draft.js';
import { SubmissionLog } from './submission-log.js';
import { SubmissionRepository } from './submission.repository.js';

/** Keeps changes under way usable when the record got a revision that no person made. */
@Injectable()
export class SubmissionBase {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly log: SubmissionLog,
  ) {}

  /** Moves the open submission of a record to its new revision, as a step on record. */
  async move(transaction: Transaction, identifier: string, from: number, to: number, why: string, context: WriteContext): Promise<void> {
    const row = await this.submissions.lockOpenOf(transaction, identifier);
    if (row?.baseRevision !== from) return;
    row.baseRevision = to;
    await this.submissions.saveBase(transaction, row);
    await this.log.note(transaction, row, 'rebased', { opinion: `${why}，本稿改以第 ${to} 次修订为基础` }, context);
  }
}
