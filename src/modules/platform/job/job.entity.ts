import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Work to do after the transaction that asked for it; kept for a while when it is done, so that its key stays taken. */
@Entity('job')
@Index('job_due', { synchronize: false })
@Index('job_key', { synchronize: false })
export class JobRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'job_pkey' })
  id: string;

  /** Which handler does it. */
  @Column('text')
  name: string;

  @Column('jsonb')
  payload: object;

  /** Two jobs of a name with the same key are one. */
  @Column('text', { nullable: true })
  key: string | null;

  @Column('timestamptz', { name: 'run_at' })
  runAt: Date;

  /** Counted when a try begins, so that a job that kills its process ends too. */
  @Column('integer', { default: 0 })
  attempts: number;

  @Column('integer', { name: 'most_attempts' })
  mostAttempts: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** When it was given up. */
  @Column('timestamptz', { name: 'failed_at', nullable: true })
  failedAt: Date | null;
}
