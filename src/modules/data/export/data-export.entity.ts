import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { DataVersionRow } from '../table/data-version.entity.js';

export const EXPORT_STATES = ['waiting', 'done', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A whole table in a format, made once and kept. */
@Entity('data_export')
@Unique('data_export_key', ['versionId', 'options'])
@Check('data_export_state_check', `state IN ('waiting', 'done', 'failed')`)
export class DataExportRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'data_export_pkey' })
  id: string;

  @Column('bigint', { name: 'version_id' })
  versionId: string;

  @ManyToOne(() => DataVersionRow)
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'data_export_version_fkey' })
  version?: Relation<DataVersionRow>;

  /** How it is written, as canonical JSON. */
  @Column('text')
  options: string;

  @Column('text')
  state: ExportState;

  /** How much of it is made. */
  @Column('integer', { default: 0 })
  percent: number;

  @Column({ type: 'text', collation: 'C', nullable: true })
  sha256: string | null;

  @Column('bigint', { name: 'byte_size', nullable: true })
  byteSize: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
