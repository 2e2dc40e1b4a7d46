import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { type ActingContext, type Actor, demand, departmentsFor } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { addMonths } from '../../kernel/date/index.js';
import { inTransaction, isRowId } from '../../platform/database/index.js';
import { REVIEW_MONTHS, usualPause } from './duty-rule.js';
import type { DutyKind, DutyRow } from './duty.entity.js';
import { DutyRepository, type DutyWithTitle } from './duty.repository.js';

/** Duties as departments see and complete them. */
@Injectable()
export class DutyService {
  constructor(
    private readonly source: DataSource,
    private readonly duties: DutyRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  list(filter: { kind?: DutyKind; open: boolean; limit: number; offset: number }, actor: Actor): Promise<DutyWithTitle[]> {
    return this.duties.list({ ...filter, departments: departmentsFor(actor, 'duty.read') });
  }

  /**
   * Completes a duty by hand; it comes up again on `nextReviewOn`, at the latest after twelve months.
   * @throws AppError NOT_FOUND, also for those of other departments, CONFLICT when it is completed, VALIDATION_FAILED
   */
  async completeDuty(id: string, result: string, nextReviewOn: string | null, { actor, requestId }: ActingContext): Promise<DutyRow> {
    const departments = departmentsFor(actor, 'duty.complete');
    return inTransaction(this.source, async (transaction) => {
      const duty = isRowId(id) ? await this.duties.lock(transaction, id) : null;
      if (!duty || (departments && !departments.includes(duty.department)))
        throw new AppError('NOT_FOUND', `没有编号为“${id}”的公开事项。`, { english: `There is no duty ${id}.` });
      demand(actor, 'duty.complete', duty);
      if (duty.resolvedAt)
        throw new AppError('CONFLICT', `这一事项已于 ${duty.resolvedAt.toISOString().slice(0, 10)} 办结。`, {
          english: 'This duty is completed already.',
        });
      const next = this.pauseOf(duty.kind, nextReviewOn);
      Object.assign(duty, { resolvedAt: this.clock.now(), resolution: result, resolvedBy: actor.name, nextReviewOn: next });
      await this.duties.resolve(transaction, duty);
      const objectId = `${id} ${duty.identifier}`;
      await this.audit.append(transaction, [
        entryWithoutRevision({ actor: actor.name, action: 'duty.completed', objectType: 'duty', objectId, requestId }),
      ]);
      return duty;
    });
  }

  private pauseOf(kind: DutyKind, given: string | null): string | null {
    const today = this.clock.today();
    if (given === null) return usualPause(kind, today);
    const latest = addMonths(today, REVIEW_MONTHS);
    if (given.length !== 10 || given <= today || given > latest)
      throw invalidField('nextReviewOn', `下次检查的日期应写到日，在今天之后、${latest} 之前`);
    return given;
  }
}
