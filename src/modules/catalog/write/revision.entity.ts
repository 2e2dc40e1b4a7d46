import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecordRow } from '../record/record.entity.js';

/** A record as it stood after one change. */
@Entity('record_revision')
export class RevisionRow {
  @ForeignKey(() => RecordRow, { name: 'record_revision_record_fkey' })
  @PrimaryColumn('bigint', { name: 'record_id', primaryKeyConstraintName: 'record_revision_pkey' })
  recordId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'record_revision_pkey' })
  revision: number;

  @Column('text')
  action: string;

  @Column('jsonb')
  snapshot: object;

  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('text')
  actor: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
