import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A developer's key (开发者密钥); only its hash is kept, and nothing about a person. */
@Entity('data_key')
@Unique('data_key_hash_key', ['hash'])
export class DataKeyRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'data_key_pkey' })
  id: string;

  /** Name of the application that uses it. */
  @Column('text')
  application: string;

  @Column('text', { nullable: true })
  purpose: string | null;

  /** First characters, so that people can tell keys apart. */
  @Column('text')
  prefix: string;

  /** SHA-256 of the key; it has 256 random bits, so a slow hash would add nothing. */
  @Column('text')
  hash: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

/** How many keys were made from one place on a day; forgotten the day after. */
@Entity('data_key_issue')
export class DataKeyIssueRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'data_key_issue_pkey' })
  day: string;

  /** Keyed hash of the day and the address. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'data_key_issue_pkey' })
  origin: string;

  @Column('integer')
  issued: number;
}
