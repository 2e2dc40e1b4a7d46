import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from '../record/record.entity.js';
import type { RelationType } from './relation-type.js';

/** A directed relation; the target is named by its identifier and may come into the catalog later. */
@Entity('record_relation')
export class RelationRow {
  @ForeignKey(() => RecordRow, { name: 'record_relation_source_fkey' })
  @PrimaryColumn('bigint', { name: 'source_id', primaryKeyConstraintName: 'record_relation_pkey' })
  sourceId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_relation_pkey' })
  type: RelationType;

  @Index('record_relation_target')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_relation_pkey' })
  target: string;

  @Column('boolean', { default: false })
  partial: boolean;

  @Column('text', { nullable: true })
  note: string | null;
}
