import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { AccountRow } from '../../identity/index.js';

export const NOTICE_KINDS = ['step', 'clock', 'duty', 'access', 'webhook', 'feedback'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What one person is told: a step of a submission, a period that ends, a duty of their department, somebody who applies for its data, a webhook that was paused, what the public says and asks. */
@Entity('notice')
@Unique('notice_key', ['accountId', 'key'])
@Index('notice_unread', { synchronize: false })
@Index('notice_newest', ['accountId', 'id'])
export class NoticeRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'notice_pkey' })
  id: string;

  @ForeignKey(() => AccountRow, { name: 'notice_account_fkey' })
  @Column('bigint', { name: 'account_id' })
  accountId: string;

  @Column('text')
  kind: NoticeKind;

  /** Nobody is told the same thing twice. */
  @Column('text')
  key: string;

  @Column('text')
  subject: string;

  /** Shown after signing in, never mailed. */
  @Column('text')
  text: string;

  /** Path of the page where it is dealt with. */
  @Column('text')
  link: string;

  @Column('text', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}
