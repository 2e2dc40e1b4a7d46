import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { RecordRow } from '../../catalog/index.js';
import { DataTableRow } from '../table/data-table.entity.js';

export const CHANGE_ACTIONS = ['created', 'updated', 'withdrawn', 'validity', 'removed', 'restored'] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** One change of a published record or of a table; ids rise in the order in which changes became visible. */
@Entity('catalog_change')
@Unique('catalog_change_revision_key', ['recordId', 'revision'])
@Check('catalog_change_action_check', `action IN ('created', 'updated', 'withdrawn', 'validity', 'removed', 'restored')`)
@Check('catalog_change_subject_check', '(revision IS NULL) <> (table_id IS NULL)')
@Index('catalog_change_time', ['changedAt'])
export class CatalogChangeRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'catalog_change_pkey' })
  id: string;

  @Column('bigint', { name: 'record_id' })
  recordId: string;

  @ManyToOne(() => RecordRow)
  @JoinColumn({ name: 'record_id', foreignKeyConstraintName: 'catalog_change_record_fkey' })
  record?: Relation<RecordRow>;

  /** Of the record, when it is the record that changed. */
  @Column('integer', { nullable: true })
  revision: number | null;

  @Column('bigint', { name: 'table_id', nullable: true })
  tableId: string | null;

  @ManyToOne(() => DataTableRow)
  @JoinColumn({ name: 'table_id', foreignKeyConstraintName: 'catalog_change_table_fkey' })
  table?: Relation<DataTableRow> | null;

  /** Of the table, when it has a new one. */
  @Column('integer', { nullable: true })
  version: number | null;

  @Column('text')
  action: ChangeAction;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
