import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much came from one place on a day; the place is a code that tells nobody the address. */
@Entity('feedback_origin')
export class FeedbackOriginRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'feedback_origin_pkey' })
  day: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'feedback_origin_pkey' })
  origin: string;

  @Column('integer')
  submitted: number;
}
