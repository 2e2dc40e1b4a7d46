import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SigningKeyRow } from '../platform/signing/index.js';

/** Where the log stood at the end of a day, signed: whoever rewrites the chain cannot rewrite this. */
@Entity('audit_root')
export class AuditRootRow {
  /** Day in China, `YYYY-MM-DD`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'audit_root_pkey' })
  day: string;

  @Column('bigint', { name: 'last_seq' })
  lastSeq: string;

  @Column('text')
  hash: string;

  @ForeignKey(() => SigningKeyRow, { name: 'audit_root_key_fkey' })
  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('text')
  signature: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;
}
