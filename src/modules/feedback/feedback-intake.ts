import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../audit/index.js';
import { CurrentCalendar, Notifier, RecordRepository, type RecordRow, TextGate, unknownRecord } from '../catalog/index.js';
import { DepartmentService } from '../department/index.js';
import { newToken, tokenHash } from '../identity/index.js';
import { AppError, invalidField } from '../kernel/app-error.js';
import { Clock, secondsLeftOf } from '../kernel/clock.js';
import { inTransaction, type Transaction } from '../platform/database/index.js';
import { Mailer } from '../platform/mail/index.js';
import { SecretBox } from '../platform/secret/index.js';
import { FEEDBACK_DAYS, type FeedbackKind } from './feedback-kind.js';
import { CONTACT } from './feedback-mail.js';
import { noticesOfFeedback } from './feedback-notice.js';
import { feedbackNumber } from './feedback-state.js';
import type { DemandInput, FeedbackInput, FeedbackReceipt } from './feedback.model.js';
import { FeedbackRepository } from './feedback.repository.js';

/** From one address, so that nobody floods the departments; many people may share one. */
export const MOST_A_DAY = 20;
/** What the token of a feedback begins with. */
const TOKEN = 'hzf_';

/** What comes in: from which form, about which record. */
interface Given {
  kind: FeedbackKind;
  text: string;
  title: string | null;
  address: string | null;
  email: string | null;
  recordId: string | null;
  department: string | null;
}

/** Takes what anybody says about a record, or asks for; nothing of it is public until the department publishes it. */
@Injectable()
export class FeedbackIntake {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordRepository,
    private readonly departments: DepartmentService,
    private readonly feedback: FeedbackRepository,
    private readonly calendars: CurrentCalendar,
    private readonly gate: TextGate,
    private readonly notifier: Notifier,
    private readonly audit: AuditRepository,
    private readonly mailer: Mailer,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @param caller what stands for the address it comes from @throws AppError NOT_FOUND, GONE, VALIDATION_FAILED, TOO_MANY_REQUESTS */
  async submit(identifier: string, input: FeedbackInput, caller: string): Promise<FeedbackReceipt> {
    const record = await this.record(identifier);
    const { kind, text, title = null, address = null, email = null } = input;
    if (kind === 'reuse' && !title) throw invalidField('title', '请写应用的名称');
    if (kind !== 'reuse' && (title ?? address)) throw invalidField(title ? 'title' : 'address', '只有应用案例才有名称和网址');
    return this.take({ kind, text, title, address, email, recordId: record.id, department: record.department }, caller);
  }

  /** @throws AppError VALIDATION_FAILED, TOO_MANY_REQUESTS */
  async demand({ title, text, department = null, email = null }: DemandInput, caller: string): Promise<FeedbackReceipt> {
    if (department !== null) {
      const known = (await this.departments.byCodes([department])).get(department);
      if (!known?.registered) throw invalidField('department', `没有编号为“${department}”的部门可以答复，请从部门列表中选，或者不写`);
    }
    return this.take({ kind: 'demand', text, title, address: null, email, recordId: null, department }, caller);
  }

  /** A published record. @throws AppError NOT_FOUND, GONE */
  async record(identifier: string): Promise<RecordRow> {
    const record = await this.records.findByIdentifier(identifier);
    if (!record) throw unknownRecord(identifier);
    if (record.status === 'withdrawn')
      throw new AppError('GONE', `“${record.title}”已经撤回。`, { english: `The record ${identifier} was withdrawn.` });
    return record;
  }

  private async take({ email, ...given }: Given, caller: string): Promise<FeedbackReceipt> {
    this.gate.demandOfVisitor(
      (['title', 'address', 'text'] as const).flatMap((field) => (given[field] === null ? [] : [{ field, text: given[field] }])),
    );
    const token = newToken(TOKEN);
    // Kept only where an answer can be sent to it.
    const mailed = email !== null && this.mailer.on;
    return inTransaction(this.source, async (transaction) => {
      await this.count(transaction, caller);
      const submittedOn = this.clock.today();
      const calendar = await this.calendars.within(transaction);
      const id = await this.feedback.add(transaction, {
        ...given,
        contact: mailed ? this.secrets.seal(email, CONTACT) : null,
        tokenHash: tokenHash(token),
        state: 'waiting',
        submittedAt: this.clock.now(),
        submittedOn,
        dueOn: calendar.addWorkingDays(submittedOn, FEEDBACK_DAYS[given.kind]).day,
        decidedAt: null,
        decidedBy: null,
        answer: null,
        published: false,
        confirmed: false,
        endedOn: null,
      });
      const row = (await this.feedback.lock(transaction, id))!;
      await this.notifier.tell(transaction, noticesOfFeedback(row));
      const number = feedbackNumber(row);
      await this.audit.append(transaction, [
        entryWithoutRevision({ actor: 'visitor', action: 'feedback.submitted', objectType: 'feedback', objectId: number }),
      ]);
      return { number, token, url: `/feedback/${token}`, dueOn: row.dueOn, mailed };
    });
  }

  /** @throws AppError TOO_MANY_REQUESTS */
  private async count(transaction: Transaction, caller: string): Promise<void> {
    const day = this.clock.today();
    const origin = createHmac('sha256', this.secrets.keyFor('feedback-origin')).update(`${day} ${caller}`).digest('base64url');
    if (await this.feedback.countFrom(transaction, day, origin, MOST_A_DAY)) return;
    throw new AppError('TOO_MANY_REQUESTS', `同一网络地址每天最多提交 ${MOST_A_DAY} 件，请明天再来。`, {
      english: `At most ${MOST_A_DAY} a day are taken from one address; come back tomorrow.`,
      retryAfter: secondsLeftOf(day, this.clock.now()),
    });
  }
}
