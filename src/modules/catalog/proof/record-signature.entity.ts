import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SigningKeyRow } from '../../platform/signing/index.js';

/** The signature of a revision, over its canonical form. */
@Entity('record_signature')
export class RecordSignatureRow {
  @PrimaryColumn('bigint', { name: 'record_id', primaryKeyConstraintName: 'record_signature_pkey' })
  recordId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'record_signature_pkey' })
  revision: number;

  @ForeignKey(() => SigningKeyRow, { name: 'record_signature_key_fkey' })
  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('text')
  signature: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;
}
