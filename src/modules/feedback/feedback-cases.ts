import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../audit/index.js';
import { Notifier, TextGate } from '../catalog/index.js';
import { DepartmentService } from '../department/index.js';
import { type ActingContext, type Actor, demand, departmentsFor, may } from '../identity/index.js';
import { AppError, invalidField } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { inTransaction, isRowId, type Transaction } from '../platform/database/index.js';
import { FeedbackMail } from './feedback-mail.js';
import { noticesOfFeedback } from './feedback-notice.js';
import { feedbackNumber, type FeedbackStep, flawOfStep } from './feedback-state.js';
import { type CaseFilter, FeedbackRepository, type KnownFeedback } from './feedback.repository.js';

/** What a department says. */
export interface FeedbackAnswer {
  answer: string;
  publish: boolean;
  confirmed?: boolean | null;
}

const ACTIONS: Record<FeedbackStep, string> = {
  answer: 'feedback.answered',
  decline: 'feedback.declined',
  unpublish: 'feedback.unpublished',
  assign: 'feedback.assigned',
};

/** What departments do with what they are asked and told: of two who decide at once, one does. */
@Injectable()
export class FeedbackCases {
  constructor(
    private readonly source: DataSource,
    private readonly feedback: FeedbackRepository,
    private readonly departments: DepartmentService,
    private readonly gate: TextGate,
    private readonly notifier: Notifier,
    private readonly mail: FeedbackMail,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** Of the departments whose people may see them. */
  list(filter: Omit<CaseFilter, 'departments'>, actor: Actor): Promise<KnownFeedback[]> {
    return this.feedback.list({ ...filter, departments: departmentsFor(actor, 'feedback.read') });
  }

  /** What waits for somebody to choose the department. */
  unassigned({ limit, offset }: { limit: number; offset: number }): Promise<KnownFeedback[]> {
    return this.feedback.unassigned(limit, offset);
  }

  /** @throws AppError NOT_FOUND, also for those of other departments, CONFLICT when it has an answer, VALIDATION_FAILED when it may not be published */
  answer(id: string, { answer, publish, confirmed }: FeedbackAnswer, context: ActingContext): Promise<KnownFeedback> {
    return this.step(id, 'answer', context, async (row) => {
      if (confirmed && row.kind !== 'correction') throw invalidField('confirmed', '只有纠错才能确认记录有误');
      if (publish && row.recordId === null) throw invalidField('publish', '需求不公开，请选择不公开');
      if (publish) await this.publishable(row, answer);
      Object.assign(row, { state: 'answered', answer, published: publish, confirmed: confirmed ?? false });
    });
  }

  /** @throws AppError NOT_FOUND, CONFLICT */
  decline(id: string, reason: string, context: ActingContext): Promise<KnownFeedback> {
    return this.step(id, 'decline', context, (row) => {
      Object.assign(row, { state: 'declined', answer: reason });
      return Promise.resolve();
    });
  }

  /** Takes back what was published; the answer stays for whoever asked. @throws AppError NOT_FOUND, CONFLICT */
  unpublish(id: string, context: ActingContext): Promise<KnownFeedback> {
    return this.step(id, 'unpublish', context, (row) => {
      row.published = false;
      return Promise.resolve();
    });
  }

  /** Lets a department answer what names none; the period runs on. @throws AppError NOT_FOUND, CONFLICT, VALIDATION_FAILED */
  async assign(id: string, department: string, { actor, requestId }: ActingContext): Promise<KnownFeedback> {
    demand(actor, 'feedback.assign');
    const known = (await this.departments.byCodes([department])).get(department);
    if (!known?.registered) throw invalidField('department', `没有编号为“${department}”的已登记部门`);
    return inTransaction(this.source, async (transaction) => {
      const row = await this.locked(transaction, id);
      refuseStep('assign', row);
      if (!(await this.feedback.isUnassigned(transaction, row.id)))
        throw new AppError('CONFLICT', '这一件已有部门办理，不能再转。', { english: 'A department has this already.' });
      Object.assign(row, { department, departmentName: known.name });
      await this.feedback.save(transaction, row);
      await this.notifier.tell(transaction, noticesOfFeedback(row));
      await this.note(transaction, row, 'assign', actor.name, requestId);
      return row;
    });
  }

  private async step(
    id: string,
    step: Exclude<FeedbackStep, 'assign'>,
    { actor, requestId }: ActingContext,
    change: (row: KnownFeedback) => Promise<void>,
  ): Promise<KnownFeedback> {
    demand(actor, 'feedback.answer');
    return inTransaction(this.source, async (transaction) => {
      const row = await this.locked(transaction, id);
      // Whoever may not even see it is told that it is not there.
      if (!may(actor, 'feedback.read', row) && !may(actor, 'feedback.answer', row)) throw unknown(id);
      demand(actor, 'feedback.answer', row);
      refuseStep(step, row);
      await change(row);
      if (step !== 'unpublish') {
        Object.assign(row, { decidedAt: this.clock.now(), decidedBy: actor.name, endedOn: this.clock.today() });
        await this.mail.enqueue(transaction, row);
      }
      await this.feedback.save(transaction, row);
      await this.note(transaction, row, step, actor.name, requestId);
      return row;
    });
  }

  /** @throws AppError VALIDATION_FAILED */
  private publishable({ title, text }: KnownFeedback, answer: string): Promise<void> {
    return this.gate.demand([
      { field: 'answer', text: answer },
      { field: 'text', text },
      ...(title ? [{ field: 'title', text: title }] : []),
    ]);
  }

  private async locked(transaction: Transaction, id: string): Promise<KnownFeedback> {
    const row = isRowId(id) ? await this.feedback.lock(transaction, id) : undefined;
    if (!row) throw unknown(id);
    return row;
  }

  private note(transaction: Transaction, row: KnownFeedback, step: FeedbackStep, actor: string, requestId: string | null): Promise<void> {
    return this.audit.append(transaction, [
      entryWithoutRevision({ actor, action: ACTIONS[step], objectType: 'feedback', objectId: feedbackNumber(row), requestId }),
    ]);
  }
}

function refuseStep(step: FeedbackStep, row: KnownFeedback): void {
  const flaw = flawOfStep(step, row);
  if (flaw) throw new AppError('CONFLICT', `${flaw}。`, { english: `This is ${row.state} already.` });
}

function unknown(id: string): AppError {
  return new AppError('NOT_FOUND', `没有编号为“${id}”的反馈。`, { english: `There is no feedback ${id}.` });
}
