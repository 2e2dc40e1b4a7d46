import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A person who works with the catalog; never shared, never deleted, only disabled. */
@Entity('account')
@Unique('account_name_key', ['name'])
export class AccountRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'account_pkey' })
  id: string;

  /** Name to sign in with. */
  @Column('text')
  name: string;

  @Column('text', { name: 'person_name' })
  personName: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  /** Whether notices go to the address above too. */
  @Column('boolean', { name: 'mail_notices', default: true })
  mailNotices: boolean;

  /** Argon2id in PHC form; null for an account that cannot sign in by itself. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt: Date | null;

  /** True at the first sign-in and after a reset. */
  @Column('boolean', { name: 'must_change_password', default: true })
  mustChangePassword: boolean;

  /** The passwords of before, newest first: none of them may come back. */
  @Column('text', { name: 'previous_hashes', array: true, default: '{}' })
  previousHashes: string[];

  /** Failed attempts in a row. */
  @Column('integer', { default: 0 })
  failures: number;

  @Column('timestamptz', { name: 'last_failed_at', nullable: true })
  lastFailedAt: Date | null;

  /** Secret of the second factor, sealed. */
  @Column('text', { name: 'totp_secret', nullable: true })
  totpSecret: string | null;

  /** The last time step whose code was used: a code counts once. */
  @Column('bigint', { name: 'totp_step', nullable: true })
  totpStep: string | null;

  @Column('text', { name: 'recovery_hashes', array: true, default: '{}' })
  recoveryHashes: string[];

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;
}
