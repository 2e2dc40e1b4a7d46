import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PlacementBasis } from '../placement/placement.js';
import type { DocumentBlock } from '../placement/placement-rule.js';

/**
 * Where a document stands in the column. Derived: every document has a row, of whatever status, so that what is missing or was
 * placed by older rules can be told; it keeps no reference to the record, since it may be dropped and filled again.
 */
@Entity('disclosure_entry')
@Index('disclosure_entry_block', ['block', 'publishedOn', 'recordId'], { where: 'listed' })
@Index('disclosure_entry_item', ['item', 'publishedOn', 'recordId'], { where: 'listed' })
@Index('disclosure_entry_departments', { synchronize: false })
export class DisclosureEntryRow {
  @PrimaryColumn('bigint', { name: 'record_id', primaryKeyConstraintName: 'disclosure_entry_pkey' })
  recordId: string;

  /** Revision of the record that it was placed at. */
  @Column('integer')
  revision: number;

  /** Version of the rules that it was placed by. */
  @Column('integer')
  rules: number;

  /** Published, and not kept for requests. */
  @Column('boolean')
  listed: boolean;

  /** Every organ that issued it. */
  @Column('text', { array: true })
  departments: string[];

  @Column('text', { nullable: true })
  block: DocumentBlock | null;

  @Column('text', { nullable: true })
  item: string | null;

  @Column('integer', { nullable: true })
  year: number | null;

  @Column('text', { nullable: true })
  basis: PlacementBasis | null;

  @Column('boolean')
  current: boolean;

  /** Empty when unknown, which is last. */
  @Column({ type: 'text', collation: 'C', name: 'published_on' })
  publishedOn: string;
}
