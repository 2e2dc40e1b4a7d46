import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { DepartmentRow } from '../../department/index.js';

export const DUTY_KINDS = ['staleDataset', 'nonDisclosedReview', 'interpretationMissing'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export const DUTY_LABELS: Record<DutyKind, string> = {
  staleDataset: '超过更新周期未更新',
  nonDisclosedReview: '不予公开的信息须定期复审',
  interpretationMissing: '缺少政策解读',
};

/** Something a department has to see to, found by the night's run. */
@Entity('duty')
@Check('duty_kind_check', `kind IN ('staleDataset', 'nonDisclosedReview', 'interpretationMissing')`)
@Index('duty_open', { synchronize: false })
@Index('duty_identifier', ['identifier', 'kind', 'id'])
@Index('duty_department', ['department', 'dueOn'])
export class DutyRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'duty_pkey' })
  id: string;

  @ForeignKey(() => DepartmentRow, { name: 'duty_department_fkey' })
  @Column('text')
  department: string;

  @Column('text')
  kind: DutyKind;

  /** Of the record it is about. */
  @Column({ type: 'text', collation: 'C' })
  identifier: string;

  /** Day it was found. */
  @Column('text')
  since: string;

  /** Day by which it had to be done. */
  @Column('text', { name: 'due_on' })
  dueOn: string;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column('text', { nullable: true })
  resolution: string | null;

  /** Name of whoever completed it; `schedule` when it settled by itself. */
  @Column('text', { name: 'resolved_by', nullable: true })
  resolvedBy: string | null;

  /** Until then it does not come up again; null after a completion by hand means never. */
  @Column('text', { name: 'next_review_on', nullable: true })
  nextReviewOn: string | null;
}
