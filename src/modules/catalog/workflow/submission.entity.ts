import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DepartmentRow } from '../../department/index.js';
import type { Finding } from '../gate/finding.js';
import type { RecordKind } from '../record/record.entity.js';
import type { Participation } from './participation.js';
import type { SubmissionState } from './submission-state.js';

/** What a department wants to publish, change or withdraw: apart from the records, so that nothing that reads records can show it. */
@Entity('submission')
@Index('submission_open', { synchronize: false })
@Index('submission_department', ['department', 'state', 'updatedAt'])
@Index('submission_identifier', ['identifier'])
@Index('submission_document_key', ['documentKey'])
@Index('submission_scheduled', { synchronize: false })
@Check('submission_action_check', `action IN ('publish', 'withdraw')`)
@Check('submission_state_check', `state IN ('draft', 'submitted', 'reviewed', 'scheduled', 'published', 'discarded')`)
export class SubmissionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_pkey' })
  id: string;

  @Column('text')
  action: 'publish' | 'withdraw';

  @Column('text')
  kind: RecordKind;

  /** Of the record it becomes or changes. */
  @Column({ type: 'text', collation: 'C' })
  identifier: string;

  @Column('text')
  title: string;

  @ForeignKey(() => DepartmentRow, { name: 'submission_department_fkey' })
  @Column('text')
  department: string;

  @Column('text')
  state: SubmissionState;

  /** A draft that came back with comments. */
  @Column('boolean', { default: false })
  returned: boolean;

  /** The input as it would be written. */
  @Column('jsonb')
  content: object;

  /** Why it is changed or withdrawn; that of a withdrawal is shown to everyone. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Counts every change; the ETag is made of it. */
  @Column('integer')
  version: number;

  /** The revision it was made from; null for a new record. */
  @Column('integer', { name: 'base_revision', nullable: true })
  baseRevision: number | null;

  @Column('integer', { name: 'published_revision', nullable: true })
  publishedRevision: number | null;

  /** Name of whoever began it. */
  @Column('text')
  author: string;

  /** Everybody who ever took part in it, by part; the database lets the list only grow (`submission_participants_kept`). */
  @Column('jsonb', { default: [] })
  participants: Participation[];

  /** What the gate found at the last submission. */
  @Column('jsonb', { default: [] })
  findings: Finding[];

  /** Day of formation or change, as it is declared now. */
  @Column('text', { name: 'formed_on' })
  formedOn: string;

  /** The day from which the law counts (条例 Art. 26): the earliest that was ever declared, until a later one is signed. */
  @Column('text', { name: 'counted_from' })
  countedFrom: string;

  /** Its document number in the form in which numbers are compared. */
  @Column('text', { name: 'document_key', nullable: true })
  documentKey: string | null;

  @Column('text', { name: 'due_on' })
  dueOn: string;

  /** False while the holidays of a year it runs into are not announced. */
  @Column('boolean', { name: 'due_certain' })
  dueCertain: boolean;

  @Column('timestamptz', { name: 'scheduled_for', nullable: true })
  scheduledFor: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
