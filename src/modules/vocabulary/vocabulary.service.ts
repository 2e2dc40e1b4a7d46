import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import { VocabularyIndex } from './vocabulary-index.js';
import type { VocabularyItem, VocabularyTable } from './vocabulary-table.js';
import { VOCABULARY_TABLES, type VocabularyName } from './vocabulary-tables.js';

/** Code and label of a resolved entry. */
export interface ResolvedTerm {
  code: string;
  label: string;
}

/** Reads the code tables: what a label on import means, and how a stored code is shown. */
@Injectable()
export class VocabularyService {
  private readonly indexes = new Map<string, VocabularyIndex>();

  tables(): VocabularyTable[] {
    return Object.values(VOCABULARY_TABLES);
  }

  /** Throws NOT_FOUND for a name that is no table's. */
  table(name: string): VocabularyTable {
    if (Object.hasOwn(VOCABULARY_TABLES, name)) return VOCABULARY_TABLES[name as VocabularyName];
    const known = Object.keys(VOCABULARY_TABLES).join('、');
    throw new AppError('NOT_FOUND', `没有名为“${name}”的代码表，可用的有：${known}。`, { english: `No code table is named "${name}".` });
  }

  /**
   * The entry that a label, alias, code or path names, undefined when the table has none: the caller keeps the text as given.
   * Numbers of other portals never match an update cycle or an openness, since the same number means different things there.
   */
  resolve(table: VocabularyName, labelOrCode: string): ResolvedTerm | undefined {
    const item = this.index(table).resolve(labelOrCode);
    return item && { code: item.code, label: item.label };
  }

  item(table: VocabularyName, code: string): VocabularyItem | undefined {
    return this.index(table).get(code);
  }

  /** Label to show; a code that is not in the table is a text kept as given and shows itself. */
  label(table: VocabularyName, code: string): string {
    return this.item(table, code)?.label ?? code;
  }

  /** The label with those above it, which names the entry without doubt: 综合政务\\政务公开, 江苏省泰州市. */
  fullLabel(table: VocabularyName, code: string): string {
    const above = this.ancestors(table, code).map(({ label }) => label);
    return [...above, this.label(table, code)].join(table === 'region' ? '' : '\\');
  }

  /** Entries above the one with this code, the topmost first: a city's province, a topic's first level. */
  ancestors(table: VocabularyName, code: string): VocabularyItem[] {
    return this.index(table).ancestors(code);
  }

  /** Codes of the entry and of all below it. */
  within(table: VocabularyName, code: string): string[] {
    const below = this.table(table).items.filter(({ code: each }) => this.ancestors(table, each).some((item) => item.code === code));
    return [code, ...below.map((item) => item.code)];
  }

  private index(name: string): VocabularyIndex {
    const index = this.indexes.get(name) ?? new VocabularyIndex(this.table(name));
    this.indexes.set(name, index);
    return index;
  }
}
