import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Finding } from '../gate/finding.js';

/** A file that was looked into before it was kept: what it is by its content, and what it says. */
@Entity('stored_file')
@Check('stored_file_scan_check', `scan IN ('clean', 'unscanned')`)
@Check('stored_file_text_state_check', `text_state IN ('whole', 'partial', 'none')`)
export class StoredFileRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'stored_file_pkey', collation: 'C' })
  sha256: string;

  @Column('bigint', { name: 'byte_size' })
  byteSize: string;

  /** Code of the format table, such as `pdf`, found in the content. */
  @Column('text')
  format: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  /** `unscanned` where no virus scanner was there to ask. */
  @Column('text')
  scan: 'clean' | 'unscanned';

  @Column('timestamptz', { name: 'scanned_at', nullable: true })
  scannedAt: Date | null;

  /** Plain text for searching; empty where there is none. */
  @Column('text')
  text: string;

  /** Whether `text` is all the file says. */
  @Column('text', { name: 'text_state' })
  textState: 'whole' | 'partial' | 'none';

  /** Why the text is not whole, as a sentence. */
  @Column('text', { name: 'text_note', nullable: true })
  textNote: string | null;

  /** What the gate found in the whole text, masked; its `field` is the place in the file. */
  @Column('jsonb', { default: [] })
  findings: Finding[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
