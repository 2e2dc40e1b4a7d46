import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { RecordRow } from '../../catalog/index.js';

export const CONVERSION_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type ConversionState = (typeof CONVERSION_STATES)[number];

/** The way of one attached file to its tables, for its department to follow. */
@Entity('data_conversion')
@Unique('data_conversion_file_key', ['recordId', 'sha256', 'title'])
@Check('data_conversion_state_check', `state IN ('waiting', 'running', 'done', 'failed')`)
@Index('data_conversion_record', { synchronize: false })
export class DataConversionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'data_conversion_pkey' })
  id: string;

  @Column('bigint', { name: 'record_id' })
  recordId: string;

  @ManyToOne(() => RecordRow)
  @JoinColumn({ name: 'record_id', foreignKeyConstraintName: 'data_conversion_record_fkey' })
  record?: Relation<RecordRow>;

  /** Content of the file. */
  @Column({ type: 'text', collation: 'C' })
  sha256: string;

  /** Its title in the dataset. */
  @Column('text')
  title: string;

  @Column('text')
  format: string;

  @Column('text')
  state: ConversionState;

  /** How often it was begun. */
  @Column('integer', { default: 0 })
  tries: number;

  /** Rows read so far. */
  @Column('bigint', { name: 'rows_read', default: 0 })
  rowsRead: string;

  /** The log in plain words. */
  @Column('jsonb')
  notes: string[];

  /** Why it failed, for people. */
  @Column('text', { nullable: true })
  error: string | null;

  /** When it was last asked for. */
  @Column('timestamptz', { name: 'queued_at' })
  queuedAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
