import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { RecordRow } from '../catalog/index.js';
import { DepartmentRow } from '../department/index.js';
import { FEEDBACK_KINDS, type FeedbackKind } from './feedback-kind.js';
import { FEEDBACK_STATES, type FeedbackState } from './feedback-state.js';

const among = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** What somebody said about a record, or asked for, and what the department answered. */
@Entity('feedback')
@Check('feedback_kind_check', `kind IN (${among(FEEDBACK_KINDS)})`)
@Check('feedback_state_check', `state IN (${among(FEEDBACK_STATES)})`)
@Check('feedback_record_check', `(kind = 'demand') = (record_id IS NULL)`)
@Check('feedback_published_check', `NOT published OR state = 'answered'`)
@Unique('feedback_token_key', ['tokenHash'])
@Index('feedback_waiting', { synchronize: false })
@Index('feedback_published', { synchronize: false })
@Index('feedback_department', ['department', 'submittedOn'])
@Index('feedback_record', ['recordId'])
export class FeedbackRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'feedback_pkey' })
  id: string;

  @Column('text')
  kind: FeedbackKind;

  /** None for a demand. */
  @ForeignKey(() => RecordRow, { name: 'feedback_record_fkey' })
  @Column('bigint', { name: 'record_id', nullable: true })
  recordId: string | null;

  /** Code of the department that answers; none until somebody has chosen one. */
  @ForeignKey(() => DepartmentRow, { name: 'feedback_department_fkey' })
  @Column('text', { nullable: true })
  department: string | null;

  /** What is wanted, or what a reuse is called. */
  @Column('text', { nullable: true })
  title: string | null;

  /** Where a reuse can be seen. */
  @Column('text', { nullable: true })
  address: string | null;

  @Column('text')
  text: string;

  /** E-mail address for the answer, sealed; null a year after the end. */
  @Column('text', { nullable: true })
  contact: string | null;

  /** Of the token that whoever submitted it follows it with. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text')
  state: FeedbackState;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  /** The same as a day in China, by which it is counted. */
  @Column('text', { name: 'submitted_on' })
  submittedOn: string;

  /** By when the department answers. */
  @Column('text', { name: 'due_on' })
  dueOn: string;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  /** The answer, or why it is declined. */
  @Column('text', { nullable: true })
  answer: string | null;

  /** Whether everybody reads it, with the answer. */
  @Column('boolean')
  published: boolean;

  /** Whether the department says that the record is wrong, as a correction has it. */
  @Column('boolean')
  confirmed: boolean;

  /** The day it ended, from which the year of the contact runs. */
  @Column('text', { name: 'ended_on', nullable: true })
  endedOn: string | null;
}
