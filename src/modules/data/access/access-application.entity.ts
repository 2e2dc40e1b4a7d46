import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { RecordRow } from '../../catalog/index.js';
import { DataKeyRow } from '../key/data-key.entity.js';
import { APPLICATION_STATES, type ApplicationState } from './application-state.js';

/** An application to use data that is open on conditions (有条件开放), and the grant that it became. */
@Entity('access_application')
@Check('access_application_state_check', `state IN (${APPLICATION_STATES.map((state) => `'${state}'`).join(', ')})`)
@Index('access_application_waiting', { synchronize: false })
@Index('access_application_key', ['keyId', 'recordId'])
@Index('access_application_record', ['recordId'])
export class AccessApplicationRow {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'access_application_pkey',
  })
  id: string;

  @Column('bigint', { name: 'record_id' })
  recordId: string;

  @ManyToOne(() => RecordRow)
  @JoinColumn({ name: 'record_id', foreignKeyConstraintName: 'access_application_record_fkey' })
  record?: Relation<RecordRow>;

  @Column('bigint', { name: 'key_id' })
  keyId: string;

  @ManyToOne(() => DataKeyRow)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'access_application_key_fkey' })
  key?: Relation<DataKeyRow>;

  @Column('text')
  organisation: string;

  /** The only thing that may lead to a person; null a year after the end. */
  @Column('text', { nullable: true })
  contact: string | null;

  @Column('text')
  purpose: string;

  /** For how long it is wanted. */
  @Column('integer')
  months: number;

  @Column('text')
  state: ApplicationState;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  /** By when the department answers. */
  @Column('text', { name: 'due_on' })
  dueOn: string;

  /** When it came to stand as it does; null while it waits. */
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  /** What the department said: conditions of a grant, or why not. */
  @Column('text', { nullable: true })
  note: string | null;

  /** Last day of a grant. */
  @Column('text', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  /** The day it ends or ended, from which the year of the contact runs. */
  @Column('text', { name: 'ended_on', nullable: true })
  endedOn: string | null;
}
