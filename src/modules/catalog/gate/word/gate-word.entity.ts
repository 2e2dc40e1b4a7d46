import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a word found in a text means: `off` takes a word of the built-in list out. */
export const WORD_SEVERITIES = ['block', 'warn', 'off'] as const;
export type WordSeverity = (typeof WORD_SEVERITIES)[number];

/** A sensitive or wrong expression that an administrator wants found before publication. */
@Entity('gate_word')
@Check('gate_word_severity_check', `severity IN ('block', 'warn', 'off')`)
export class GateWordRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'gate_word_pkey', collation: 'C' })
  word: string;

  @Column('text')
  severity: WordSeverity;

  /** What to write instead. */
  @Column('text', { nullable: true })
  suggestion: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { name: 'updated_by' })
  updatedBy: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
