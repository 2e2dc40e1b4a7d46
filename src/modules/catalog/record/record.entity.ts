import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { DepartmentRow } from '../../department/index.js';

export const RECORD_KINDS = ['dataset', 'document'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type RecordStatus = 'published' | 'withdrawn';

/** Something the caller should know about a stored record, such as a topic that no code table has. */
export interface Warning {
  field: string;
  message: string;
}

/** Everything in the catalog: the common core of GB/T 21063, and the profile of its kind. */
@Entity('record')
@Unique('record_identifier_key', ['identifier'])
@Check('record_kind_check', `kind IN ('dataset', 'document')`)
@Check('record_status_check', `status IN ('published', 'withdrawn')`)
@Check('record_revision_check', 'revision > 0')
@Check('record_identifier_check', 'char_length(identifier) BETWEEN 1 AND 200')
@Index('record_resource_code', { synchronize: false })
@Index('record_document_number', { synchronize: false })
@Index('record_expires_on', { synchronize: false })
@Index('record_kind_id', ['kind', 'id'])
@Index('record_updated', ['updatedAt'])
export class RecordRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'record_pkey' })
  id: string;

  /** The caller's stable key, unique over all kinds and never reused. */
  @Column({ type: 'text', collation: 'C' })
  identifier: string;

  @Column('text')
  kind: RecordKind;

  @Column('text')
  status: RecordStatus;

  /** Number of the current revision, counting from 1; the ETag is made of it. */
  @Column('integer')
  revision: number;

  @Column('text')
  title: string;

  @Column('text')
  abstract: string;

  @Column('text', { array: true })
  keywords: string[];

  /** Code of the theme table, or the label as given when the table does not know it. */
  @Column('text', { nullable: true })
  topic: string | null;

  /** GB/T 2260 code, or the label as given. */
  @Column('text', { nullable: true })
  region: string | null;

  /** Code of the department that provides or issued the record. */
  @ForeignKey(() => DepartmentRow, { name: 'record_department_fkey' })
  @Index('record_department')
  @Column('text', { nullable: true })
  department: string | null;

  /** Codes of the other issuers of a joint document (联合行文). */
  @Column('text', { array: true, name: 'co_departments', default: '{}' })
  coDepartments: string[];

  @Column('text', { name: 'published_on', nullable: true })
  publishedOn: string | null;

  @Column('text', { name: 'modified_on', nullable: true })
  modifiedOn: string | null;

  @Column('text', { name: 'source_url', nullable: true })
  sourceUrl: string | null;

  /** Plain text or sanitised HTML. */
  @Column('text', { default: '' })
  body: string;

  /** The fields that only this kind has. */
  @Column('jsonb')
  profile: object;

  /** Validity in effect: as declared, or as another document's repeal or amendment made it. */
  @Column('text', { nullable: true })
  validity: string | null;

  /** SHA-256 of the input in normal form, so that the same content again changes nothing. */
  @Column('text', { name: 'input_hash' })
  inputHash: string;

  @Column('jsonb', { default: [] })
  warnings: Warning[];

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
