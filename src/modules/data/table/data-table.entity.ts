import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { RecordRow } from '../../catalog/index.js';

/** Where the rows of a table come from. */
export type TableOrigin = 'file' | 'push';

/** A table of a dataset; its rows are in its versions. */
@Entity('data_table')
@Unique('data_table_name_key', ['recordId', 'name'])
@Check('data_table_origin_check', `origin IN ('file', 'push')`)
@Index('data_table_place', { synchronize: false })
export class DataTableRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'data_table_pkey' })
  id: string;

  @Column('bigint', { name: 'record_id' })
  recordId: string;

  @ManyToOne(() => RecordRow)
  @JoinColumn({ name: 'record_id', foreignKeyConstraintName: 'data_table_record_fkey' })
  record?: Relation<RecordRow>;

  /** Its name in addresses: pinyin of its title, unique in the dataset, never given to another. */
  @Column('text')
  name: string;

  /** For people: the title of the file, with the sheet where there are several. */
  @Column('text')
  title: string;

  @Column('text')
  origin: TableOrigin;

  /** Title of the attached file it is made from; a new file of the same title makes its next version. */
  @Column('text', { name: 'file_title' })
  fileTitle: string;

  /** Sheet of that file, when it has several. */
  @Column('text', { nullable: true })
  sheet: string | null;

  /** Keys of the columns that tell rows apart, for pushed rows. */
  @Column('text', { name: 'key_columns', array: true, default: '{}' })
  keyColumns: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** When its file was taken out of the dataset; it comes back with the file. */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
