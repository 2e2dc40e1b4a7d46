import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last serial given out to an organ in a year. */
@Entity('index_number_serial')
export class IndexNumberSerialRow {
  /** Unified social credit code. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'index_number_serial_pkey', collation: 'C' })
  organisation: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'index_number_serial_pkey' })
  year: number;

  @Column('integer')
  last: number;
}
