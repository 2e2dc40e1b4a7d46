import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import type { ColumnStatistics } from './column-statistics.js';
import { DataTableRow } from './data-table.entity.js';
import type { TableSchema } from './table-schema.js';

/** What a version was made from. */
export interface VersionSource {
  sha256?: string;
  format?: string;
  encoding?: string;
  /** Who pushed rows, as a key or account is called. */
  actor?: string;
}

/** The rows of a table at a time: one Parquet file that never changes. */
@Entity('data_version')
@Unique('data_version_number_key', ['tableId', 'number'])
@Index('data_version_created', { synchronize: false })
export class DataVersionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'data_version_pkey' })
  id: string;

  @Column('bigint', { name: 'table_id' })
  tableId: string;

  @ManyToOne(() => DataTableRow)
  @JoinColumn({ name: 'table_id', foreignKeyConstraintName: 'data_version_table_fkey' })
  table?: Relation<DataTableRow>;

  /** From 1 up. */
  @Column('integer')
  number: number;

  /** Address of the Parquet file. */
  @Column({ type: 'text', collation: 'C' })
  sha256: string;

  @Column('bigint', { name: 'byte_size' })
  byteSize: string;

  @Column('bigint', { name: 'row_count' })
  rowCount: string;

  @Column('jsonb')
  schema: TableSchema;

  @Column('jsonb')
  statistics: ColumnStatistics[];

  @Column('jsonb')
  source: VersionSource;

  /** What people should know of the conversion, a sentence each. */
  @Column('jsonb')
  notes: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
