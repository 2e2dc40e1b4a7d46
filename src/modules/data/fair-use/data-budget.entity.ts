import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a caller may still use; full again, and forgotten, a little later. */
@Entity('data_budget')
export class DataBudgetRow {
  /** A key, or the keyed hash of an address. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'data_budget_pkey' })
  caller: string;

  /** Units in the bucket at `at`. */
  @Column('float8')
  tokens: number;

  /** What the last lease took. */
  @Column('float8')
  leased: number;

  @Column('timestamptz')
  at: Date;
}
