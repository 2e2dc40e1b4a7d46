import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SignatureAlgorithm } from './signer.js';

/** A pair of keys; a retired one signs no more, but what it signed stays verifiable. */
@Entity('signing_key')
@Index('signing_key_current', { synchronize: false })
export class SigningKeyRow {
  /** The first characters of the hash of the public key. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pkey' })
  id: string;

  @Column('text')
  algorithm: SignatureAlgorithm;

  @Column('text', { name: 'public_key' })
  publicKey: string;

  /** Sealed. */
  @Column('text', { name: 'private_key' })
  privateKey: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
