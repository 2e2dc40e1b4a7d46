import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { CurrentCalendar, Notifier, RecordRepository, type RecordRow } from '../../catalog/index.js';
import { type ActingContext, type Actor, demand, departmentsFor } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, isRowId, type Transaction } from '../../platform/database/index.js';
import type { AccessApplicationInput } from './access-application.model.js';
import { AccessApplicationRepository, type ApplicationFilter, type KnownApplication } from './access-application.repository.js';
import { noticesOfApplication } from './application-notice.js';
import { ANSWER_DAYS, type ApplicationStep, flawOfExpiry, STANDING_LABELS, standingOn, stateAfter } from './application-state.js';
import type { ViewerKey } from './table-viewer.js';
import { unknownDataset } from './unknown-dataset.js';

/** Of one key, so that nobody floods a department. */
const MOST_WAITING = 10;
const SHOWN = 200;

const ACTIONS: Record<ApplicationStep, string> = {
  approve: 'accessApplication.approved',
  reject: 'accessApplication.rejected',
  revoke: 'accessApplication.revoked',
  withdraw: 'accessApplication.withdrawn',
};

/** What a department says when it decides. */
export interface Decision {
  note: string | null;
  /** Last day of a grant. */
  expiresOn?: string;
}

/** Applications to use data that is open on conditions: made with a developer's key, decided by the department of the data. */
@Injectable()
export class AccessApplications {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordRepository,
    private readonly applications: AccessApplicationRepository,
    private readonly calendars: CurrentCalendar,
    private readonly notifier: Notifier,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NOT_FOUND, GONE, CONFLICT when it is not open on conditions or the key has one that waits, VALIDATION_FAILED, TOO_MANY_REQUESTS */
  async submit(identifier: string, input: AccessApplicationInput, key: ViewerKey): Promise<KnownApplication> {
    const record = await this.conditional(identifier);
    if (!input.acceptsTerms) throw invalidField('acceptsTerms', '须同意使用条件才能申请');
    const { organisation, contact, purpose, months } = input;
    return inTransaction(this.source, async (transaction) => {
      if ((await this.applications.countWaiting(transaction, key.id)) >= MOST_WAITING)
        throw new AppError('TOO_MANY_REQUESTS', `一个密钥最多同时有 ${MOST_WAITING} 件待办理的申请，请等部门答复后再申请。`, {
          english: `A key can have ${MOST_WAITING} applications waiting at most.`,
        });
      const calendar = await this.calendars.within(transaction);
      const id = await this.applications.add(transaction, {
        recordId: record.id,
        keyId: key.id,
        organisation,
        contact,
        purpose,
        months,
        state: 'waiting',
        submittedAt: this.clock.now(),
        dueOn: calendar.addWorkingDays(this.clock.today(), ANSWER_DAYS).day,
        decidedAt: null,
        decidedBy: null,
        note: null,
        expiresOn: null,
        endedOn: null,
      });
      if (id === undefined)
        throw new AppError('CONFLICT', `这个密钥对“${record.title}”已有一件待办理的申请，请等部门答复。`, {
          english: 'An application of this key for this dataset is waiting already.',
        });
      const row = (await this.applications.lock(transaction, id))!;
      await this.notifier.tell(transaction, noticesOfApplication(row));
      await this.note(transaction, row, 'accessApplication.submitted', `data-key:${key.id}`);
      return row;
    });
  }

  /** What a key has applied for, the newest first. */
  ownList(key: ViewerKey): Promise<KnownApplication[]> {
    return this.applications.listOfKey(key.id, SHOWN);
  }

  /** @throws AppError NOT_FOUND, also for those of other keys */
  async own(identifier: string, id: string, key: ViewerKey): Promise<KnownApplication> {
    const row = isRowId(id) ? await this.applications.find(id) : undefined;
    if (row?.keyId !== key.id || row.identifier !== identifier) throw unknown(id);
    return row;
  }

  /** Of the departments whose people may see them. */
  list(filter: Omit<ApplicationFilter, 'departments' | 'today'>, actor: Actor): Promise<KnownApplication[]> {
    return this.applications.list({ ...filter, departments: departmentsFor(actor, 'access.read'), today: this.clock.today() });
  }

  /** @throws AppError NOT_FOUND, also for those of other departments, CONFLICT when it stands otherwise, VALIDATION_FAILED */
  async decide(
    id: string,
    step: Exclude<ApplicationStep, 'withdraw'>,
    { note, expiresOn }: Decision,
    { actor, requestId }: ActingContext,
  ): Promise<KnownApplication> {
    const departments = departmentsFor(actor, 'access.decide');
    return inTransaction(this.source, async (transaction) => {
      const row = isRowId(id) ? await this.applications.lock(transaction, id) : undefined;
      if (!row || (departments && !departments.includes(row.department ?? ''))) throw unknown(id);
      demand(actor, 'access.decide', row);
      const today = this.clock.today();
      const state = stateAfter(step, standingOn(row, today));
      if (!state)
        throw new AppError('CONFLICT', `这件申请现在是“${STANDING_LABELS[standingOn(row, today)]}”，不能再这样办理。`, {
          english: `This application is ${standingOn(row, today)}.`,
        });
      if (step === 'approve') {
        await this.conditional(row.identifier);
        const flaw = flawOfExpiry(expiresOn ?? '', today);
        if (flaw) throw invalidField('expiresOn', flaw);
        Object.assign(row, { expiresOn, endedOn: expiresOn });
      } else row.endedOn = today;
      Object.assign(row, { state, note, decidedAt: this.clock.now(), decidedBy: actor.name });
      await this.applications.decide(transaction, row);
      await this.note(transaction, row, ACTIONS[step], actor.name, requestId);
      return row;
    });
  }

  /** A published dataset that can be applied for. @throws AppError NOT_FOUND, GONE, CONFLICT when it is not open on conditions or no department is known */
  async conditional(identifier: string): Promise<RecordRow> {
    const record = await this.records.findByIdentifier(identifier);
    if (record?.kind !== 'dataset') throw unknownDataset(identifier);
    const { title, status, department, profile } = record;
    if (status === 'withdrawn')
      throw new AppError('GONE', `“${title}”已经撤回，不再提供。`, { english: `The dataset ${identifier} was withdrawn.` });
    const { openness } = profile as { openness?: string | null };
    if (openness !== 'conditional')
      throw new AppError(
        'CONFLICT',
        openness === 'none' ? `“${title}”不予开放，不能申请。` : `“${title}”无条件开放，不用申请，直接使用即可。`,
        {
          english: openness === 'none' ? 'This data is not open.' : 'This data is open to everybody; there is nothing to apply for.',
        },
      );
    if (department === null)
      throw new AppError('CONFLICT', `“${title}”没有登记提供部门，不能在线申请；请按页面上的联系方式联系。`, {
        english: 'No department of this dataset is known to the platform.',
      });
    return record;
  }

  private note(transaction: Transaction, row: KnownApplication, action: string, actor: string, requestId?: string | null): Promise<void> {
    return this.audit.append(transaction, [
      entryWithoutRevision({ actor, action, objectType: 'accessApplication', objectId: `${row.id} ${row.identifier}`, requestId }),
    ]);
  }
}

function unknown(id: string): AppError {
  return new AppError('NOT_FOUND', `没有编号为“${id}”的使用申请。`, { english: `There is no application ${id}.` });
}
