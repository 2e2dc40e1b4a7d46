import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { type Transaction, violatedConstraint } from '../../platform/database/index.js';
import { OPEN_STATES, type SubmissionState } from './submission-state.js';
import { SubmissionStepRow } from './submission-step.entity.js';
import { SubmissionRow } from './submission.entity.js';

/** Which submissions to list. */
export interface SubmissionFilter {
  /** Codes of departments; undefined means all. */
  departments?: readonly string[];
  states?: readonly SubmissionState[];
  identifier?: string;
  limit: number;
  offset: number;
}

/** Submissions and their steps in the database. */
@Injectable()
export class SubmissionRepository {
  constructor(private readonly source: DataSource) {}

  find(id: string): Promise<SubmissionRow | null> {
    return this.source.manager.findOneBy(SubmissionRow, { id });
  }

  /** Newest first, without the content. */
  list({ departments, states, identifier, limit, offset }: SubmissionFilter): Promise<SubmissionRow[]> {
    return this.source.manager.find(SubmissionRow, {
      where: {
        ...(departments ? { department: In([...departments]) } : {}),
        ...(states ? { state: In([...states]) } : {}),
        ...(identifier ? { identifier } : {}),
      },
      order: { updatedAt: 'DESC', id: 'ASC' },
      take: limit,
      skip: offset,
    });
  }

  steps(submissionId: string): Promise<SubmissionStepRow[]> {
    return this.source.manager.find(SubmissionStepRow, { where: { submissionId }, order: { id: 'ASC' } });
  }

  /** Locks one submission for the rest of the transaction. */
  lock(transaction: Transaction, id: string): Promise<SubmissionRow | null> {
    return transaction.findOne(SubmissionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The next submission whose hour has come and which no other process has taken. */
  lockDue(transaction: Transaction, now: Date): Promise<SubmissionRow | null> {
    return transaction
      .createQueryBuilder(SubmissionRow, 's')
      .where(`s.state = 'scheduled' AND s.scheduled_for <= :now`, { now })
      .orderBy('s.scheduled_for')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .limit(1)
      .getOne();
  }

  /** Locks everything that is under way, in order of its id. */
  lockOpen(transaction: Transaction): Promise<SubmissionRow[]> {
    return transaction.find(SubmissionRow, {
      where: { state: In([...OPEN_STATES]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async saveDue(transaction: Transaction, { id, dueOn, dueCertain }: SubmissionRow): Promise<void> {
    await transaction.update(SubmissionRow, id, { dueOn, dueCertain });
  }

  /** Locks what is under way for a record. */
  lockOpenOf(transaction: Transaction, identifier: string): Promise<SubmissionRow | null> {
    return transaction.findOne(SubmissionRow, {
      where: { identifier, state: In([...OPEN_STATES]) },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async saveBase(transaction: Transaction, { id, baseRevision }: SubmissionRow): Promise<void> {
    await transaction.update(SubmissionRow, id, { baseRevision });
  }

  /** What is under way and due by a day, in order of the id. */
  dueBy(day: string, after: string, limit: number): Promise<SubmissionRow[]> {
    return this.source.manager
      .createQueryBuilder(SubmissionRow, 's')
      .where('s.state IN (:...states) AND s.due_on <= :day AND s.id > :after', { states: OPEN_STATES, day, after })
      .orderBy('s.id')
      .limit(limit)
      .getMany();
  }

  /** @throws AppError CONFLICT when the record is being prepared already */
  async insert(transaction: Transaction, row: SubmissionRow): Promise<void> {
    try {
      await transaction.insert(SubmissionRow, row);
    } catch (error) {
      if (violatedConstraint(error) === 'submission_open')
        throw new AppError('CONFLICT', `“${row.identifier}”已有正在办理的稿件，请在那份稿件上修改，或先作废它。`, {
          english: `A submission of ${row.identifier} is already under way.`,
          fields: [{ field: 'identifier', message: '已有正在办理的稿件' }],
        });
      throw error;
    }
  }

  async save(transaction: Transaction, row: SubmissionRow): Promise<void> {
    const { id, ...values } = row;
    await transaction.update(SubmissionRow, id, values);
  }

  async addStep(transaction: Transaction, step: Omit<SubmissionStepRow, 'id'>): Promise<void> {
    await transaction.insert(SubmissionStepRow, step);
  }

  /** The published record a submission would change, as far as the workflow must know it. */
  async recordState(
    identifier: string,
  ): Promise<{ revision: number; kind: string; department: string | null; status: string } | undefined> {
    const [row] = await this.source.query<{ revision: number; kind: string; department: string | null; status: string }[]>(
      'SELECT revision, kind, department, status FROM record WHERE identifier = $1',
      [identifier],
    );
    return row;
  }
}
