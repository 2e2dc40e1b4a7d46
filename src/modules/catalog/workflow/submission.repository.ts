import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { type Transaction, violatedConstraint } from '../../platform/database/index.js';
import { OPEN_STATES, type SubmissionState } from './submission-state.js';
import { SubmissionStepRow } from './submission-step.entity.js';
import type { RecordKind } from '../record/record.entity.js';
import { SubmissionRow } from './submission.entity.js';

/** Which submissions are meant. */
export interface SubmissionConditions {
  /** Codes of departments; undefined means all. */
  departments?: readonly string[];
  states?: readonly SubmissionState[];
  identifier?: string;
  kind?: RecordKind;
  /** Words of the title, the identifier or the author. */
  text?: string;
  /** Days of the end of the period, both included. */
  dueFrom?: string;
  dueTo?: string;
  /** Rule of the gate that found something. */
  rule?: string;
  /** Published after the last day of the period, or in time. */
  late?: boolean;
  /** Touched since this instant. */
  since?: Date;
}

export interface SubmissionFilter extends SubmissionConditions {
  limit: number;
  offset: number;
}

/** Everything but the content, which may be long and which lists do not show. */
const WITHOUT_CONTENT = [
  'id',
  'action',
  'kind',
  'identifier',
  'title',
  'department',
  'state',
  'returned',
  'reason',
  'version',
  'baseRevision',
  'publishedRevision',
  'author',
  'participants',
  'findings',
  'formedOn',
  'countedFrom',
  'documentKey',
  'dueOn',
  'dueCertain',
  'scheduledFor',
  'createdAt',
  'updatedAt',
] as const;

/** Submissions and their steps in the database. */
@Injectable()
export class SubmissionRepository {
  constructor(private readonly source: DataSource) {}

  find(id: string): Promise<SubmissionRow | null> {
    return this.source.manager.findOneBy(SubmissionRow, { id });
  }

  /** Newest first, without the content. */
  list({ limit, offset, ...conditions }: SubmissionFilter): Promise<SubmissionRow[]> {
    return this.matching(conditions)
      .select(WITHOUT_CONTENT.map((column) => `s.${column}`))
      .orderBy('s.updatedAt', 'DESC')
      .addOrderBy('s.id')
      .limit(limit)
      .offset(offset)
      .getMany();
  }

  count(conditions: SubmissionConditions): Promise<number> {
    return this.matching(conditions).getCount();
  }

  /** What is under way of some records, whole. */
  underWay(identifiers: readonly string[]): Promise<SubmissionRow[]> {
    return this.source.manager
      .createQueryBuilder(SubmissionRow, 's')
      .where('s.identifier = ANY(:identifiers)', { identifiers })
      .andWhere(`s.state NOT IN ('published', 'discarded')`)
      .getMany();
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

  /** From when the periods ran of what was begun for the same record or document number and never published. */
  async unfinishedStart(
    transaction: Transaction,
    { id, department, identifier, documentKey }: Pick<SubmissionRow, 'id' | 'department' | 'identifier' | 'documentKey'>,
  ): Promise<string | null> {
    const [row] = await transaction.query<{ start: string | null }[]>(
      // Two lookups by index: with OR the planner walks the whole table.
      `SELECT min(s.counted_from) AS start
         FROM (SELECT id, department, action, state, counted_from, created_at, identifier, document_key FROM submission WHERE identifier = $3
               UNION
               SELECT id, department, action, state, counted_from, created_at, identifier, document_key FROM submission WHERE document_key = $4) s
        WHERE s.id <> $1 AND s.department = $2 AND s.action = 'publish' AND s.state <> 'published'
          AND NOT EXISTS (
            SELECT 1 FROM submission p
             WHERE p.department = s.department AND p.action = 'publish' AND p.state = 'published' AND p.updated_at > s.created_at
               AND (p.identifier = s.identifier OR p.document_key = s.document_key))`,
      [id, department, identifier, documentKey],
    );
    return row?.start ?? null;
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

  private matching(conditions: SubmissionConditions): SelectQueryBuilder<SubmissionRow> {
    const { departments, states, identifier, kind, text, dueFrom, dueTo, rule, late, since } = conditions;
    const query = this.source.manager.createQueryBuilder(SubmissionRow, 's').where('true');
    if (departments) query.andWhere('s.department = ANY(:departments)', { departments });
    if (states) query.andWhere('s.state = ANY(:states)', { states });
    if (identifier) query.andWhere('s.identifier = :identifier', { identifier });
    if (kind) query.andWhere('s.kind = :kind', { kind });
    if (dueFrom) query.andWhere('s.dueOn >= :dueFrom', { dueFrom });
    if (dueTo) query.andWhere('s.dueOn <= :dueTo', { dueTo });
    if (since) query.andWhere('s.updatedAt >= :since', { since });
    if (rule) query.andWhere(`s.findings @> jsonb_build_array(jsonb_build_object('rule', :rule::text))`, { rule });
    if (late !== undefined)
      query.andWhere(`(to_char(s.updated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') > s.due_on) = :late AND s.action = 'publish'`, {
        late,
      });
    if (text)
      query.andWhere(
        new Brackets((either) => {
          const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
          either.where('s.title ILIKE :like', { like }).orWhere('s.identifier ILIKE :like').orWhere('s.author ILIKE :like');
        }),
      );
    return query;
  }
}
