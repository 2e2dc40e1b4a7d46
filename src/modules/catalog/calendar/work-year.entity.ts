import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year of the working-day calendar that was loaded; it goes before the one that is built in. */
@Entity('work_year')
export class WorkYearRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'work_year_pkey' })
  year: number;

  /** The notice it is from, such as 国办发明电〔2026〕7号. */
  @Column('text')
  source: string;

  /** Days off, `YYYY-MM-DD`, in order. */
  @Column('text', { array: true })
  off: string[];

  /** Weekend days that are worked. */
  @Column('text', { array: true })
  work: string[];

  @Column('text', { name: 'loaded_by' })
  loadedBy: string;

  @Column('timestamptz', { name: 'loaded_at' })
  loadedAt: Date;
}
