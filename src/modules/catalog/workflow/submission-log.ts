import { Injectable } from '@nestjs/common';
import { AuditRepository } from '../../audit/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Transaction } from '../../platform/database/index.js';
import { Notifier } from '../notice/notifier.js';
import { noticesOfStep } from '../notice/submission-notice.js';
import { contentHash } from '../write/canonical.js';
import type { WriteContext } from '../write/draft.js';
import type { Override } from './submission-step.entity.js';
import type { SubmissionRow } from './submission.entity.js';
import { SubmissionRepository } from './submission.repository.js';

/** What somebody says with a step. */
export interface StepWords {
  opinion?: string | null;
  basis?: readonly string[];
  overrides?: readonly Override[];
}

/** Every step of a submission, in its own record and in the audit log, told to whom it concerns: the one way a submission changes. */
@Injectable()
export class SubmissionLog {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly audit: AuditRepository,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** Saves a changed submission as its next version, with the step that made it. */
  async advance(transaction: Transaction, row: SubmissionRow, action: string, words: StepWords, context: WriteContext): Promise<void> {
    row.version += 1;
    row.updatedAt = this.clock.now();
    await this.submissions.save(transaction, row);
    await this.note(transaction, row, action, words, context);
  }

  /** Notes a step of a submission that is stored already. */
  async note(
    transaction: Transaction,
    row: SubmissionRow,
    action: string,
    { opinion = null, basis = [], overrides = [] }: StepWords,
    { actor, requestId }: WriteContext,
  ): Promise<void> {
    const hash = contentHash(row.content);
    await this.submissions.addStep(transaction, {
      submissionId: row.id,
      version: row.version,
      action,
      actor,
      opinion,
      basis: [...basis],
      overrides: [...overrides],
      contentHash: hash,
      at: this.clock.now(),
    });
    await this.notifier.tell(transaction, noticesOfStep(row, { action, actor, opinion }));
    await this.audit.append(transaction, [
      {
        actor,
        action: `submission.${action}`,
        objectType: 'submission',
        objectId: `${row.id} ${row.identifier}`,
        revision: row.version,
        beforeHash: null,
        afterHash: hash,
        requestId,
      },
    ]);
  }
}
