import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The state of a sign-in elsewhere that has come back: it counts once, whichever process sees it. */
@Entity('spent_state')
export class SpentStateRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'spent_state_pkey' })
  hash: string;

  @Column('timestamptz', { name: 'spent_at' })
  spentAt: Date;
}
