import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SubmissionRow } from './submission.entity.js';

/** A reviewer's reason for letting something pass that the gate found. */
export interface Override {
  rule: string;
  field: string;
  reason: string;
}

/** One step of a submission: who did what, with which opinion and legal basis (审查记录, 条例 Art. 17). */
@Entity('submission_step')
@Index('submission_step_submission', ['submissionId', 'id'])
export class SubmissionStepRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'submission_step_pkey' })
  id: string;

  @ForeignKey(() => SubmissionRow, { name: 'submission_step_submission_fkey' })
  @Column('uuid', { name: 'submission_id' })
  submissionId: string;

  @Column('integer')
  version: number;

  @Column('text')
  action: string;

  @Column('text')
  actor: string;

  @Column('text', { nullable: true })
  opinion: string | null;

  /** Codes such as S14_SECRET of what an opinion rests on. */
  @Column('text', { array: true, default: '{}' })
  basis: string[];

  @Column('jsonb', { default: [] })
  overrides: Override[];

  /** Of the content the step was about. */
  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('timestamptz')
  at: Date;
}
