import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { AccountRow } from '../account/account.entity.js';
import type { Operation } from '../policy/operation.js';

/** A key by which a program writes; only its hash is kept. */
@Entity('api_key')
@Unique('api_key_hash_key', ['hash'])
export class ApiKeyRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'api_key_pkey' })
  id: string;

  @Column('text')
  name: string;

  /** First characters of the key, so that people can tell keys apart. */
  @Column('text')
  prefix: string;

  /** SHA-256 of the key; the key has 256 random bits, so a slow hash would add nothing. */
  @Column('text')
  hash: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** Who answers for the key; none for a key made at the command line. */
  @ForeignKey(() => AccountRow, { name: 'api_key_account_fkey' })
  @Column('bigint', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** Code of the department it works for. */
  @Column('text', { nullable: true })
  department: string | null;

  /** The operations it is limited to. */
  @Column('text', { array: true, default: '{}' })
  scopes: Operation[];

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
}
