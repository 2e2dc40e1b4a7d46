import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DataKeyRow } from '../key/data-key.entity.js';
import { DataTableRow } from '../table/data-table.entity.js';

/** How a table is used: rows by an interface, a file, or a look at the pages. */
export const USAGE_KINDS = ['rows', 'export', 'preview'] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

/** How often a table was used on a day; nothing of who used it. */
@Entity('data_usage')
export class DataUsageRow {
  @PrimaryColumn('bigint', { name: 'table_id', primaryKeyConstraintName: 'data_usage_pkey' })
  tableId: string;

  @ManyToOne(() => DataTableRow)
  @JoinColumn({ name: 'table_id', foreignKeyConstraintName: 'data_usage_table_fkey' })
  table?: Relation<DataTableRow>;

  /** In China. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'data_usage_pkey' })
  day: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'data_usage_pkey' })
  kind: UsageKind;

  /** Whether with a key. */
  @PrimaryColumn('boolean', { primaryKeyConstraintName: 'data_usage_pkey' })
  keyed: boolean;

  @Column('bigint')
  requests: string;
}

/** How often a developer's key used a table on a day, for whoever holds the key. */
@Entity('data_key_usage')
export class DataKeyUsageRow {
  @PrimaryColumn('bigint', { name: 'key_id', primaryKeyConstraintName: 'data_key_usage_pkey' })
  keyId: string;

  @ManyToOne(() => DataKeyRow)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'data_key_usage_key_fkey' })
  key?: Relation<DataKeyRow>;

  @PrimaryColumn('bigint', { name: 'table_id', primaryKeyConstraintName: 'data_key_usage_pkey' })
  tableId: string;

  @ManyToOne(() => DataTableRow)
  @JoinColumn({ name: 'table_id', foreignKeyConstraintName: 'data_key_usage_table_fkey' })
  table?: Relation<DataTableRow>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'data_key_usage_pkey' })
  day: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'data_key_usage_pkey' })
  kind: UsageKind;

  @Column('bigint')
  requests: string;
}
