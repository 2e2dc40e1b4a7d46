import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the append-only audit log; each carries the hash of the line before. */
@Entity('audit_event')
@Index('audit_event_object', ['objectType', 'objectId'])
export class AuditEvent {
  /** Position in the log: 1, 2, 3 … without gaps. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_event_pkey' })
  seq: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  actor: string;

  @Column('text')
  action: string;

  @Column('text', { name: 'object_type' })
  objectType: string;

  @Column('text', { name: 'object_id' })
  objectId: string;

  @Column('integer', { nullable: true })
  revision: number | null;

  @Column('text', { name: 'before_hash', nullable: true })
  beforeHash: string | null;

  @Column('text', { name: 'after_hash', nullable: true })
  afterHash: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('text', { name: 'previous_hash' })
  previousHash: string;

  @Column('text')
  hash: string;

  /** From where, as the server sees it behind `TRUST_PROXY`. */
  @Column('text', { nullable: true })
  address: string | null;

  /** `ok` or `refused`. */
  @Column('text', { nullable: true })
  result: string | null;
}
