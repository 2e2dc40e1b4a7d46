import type { VocabularyItem, VocabularyTable } from './vocabulary-table.js';

/** Looks up entries of one table by code, label, alias or path. */
export class VocabularyIndex {
  private readonly byCode: Map<string, VocabularyItem>;
  private readonly byName = new Map<string, VocabularyItem>();

  constructor(table: VocabularyTable) {
    this.byCode = new Map(table.items.map((item) => [item.code, item]));
    for (const item of table.items) this.byName.set(nameKey(item.code), item);
    // Upper levels win (吉林 is the province), labels before aliases, paths last.
    const depthOf = (item: VocabularyItem) => this.ancestors(item.code).length;
    for (const depth of [...new Set(table.items.map(depthOf))].sort()) {
      const items = table.items.filter((item) => depthOf(item) === depth && !item.attributes?.['ambiguous']);
      this.addNames(items, (item) => [item.label]);
      this.addNames(items, (item) => item.aliases);
    }
    this.addNames(table.items, (item) => this.paths(item));
  }

  get(code: string): VocabularyItem | undefined {
    return this.byCode.get(code);
  }

  resolve(labelOrCode: string): VocabularyItem | undefined {
    const text = labelOrCode.trim();
    return this.byCode.get(text) ?? this.byName.get(nameKey(text)) ?? this.byName.get(statisticalCode(text));
  }

  /** Entries above the one with this code, the topmost first. */
  ancestors(code: string): VocabularyItem[] {
    const parent = this.byCode.get(this.byCode.get(code)?.parent ?? '');
    return parent ? [...this.ancestors(parent.code), parent] : [];
  }

  /** Names that two entries of one level share name neither. */
  private addNames(items: VocabularyItem[], namesOf: (item: VocabularyItem) => string[]) {
    const added = new Map<string, VocabularyItem | undefined>();
    for (const item of items) {
      for (const key of namesOf(item).map(nameKey)) {
        const other = added.get(key);
        if (!this.byName.has(key)) added.set(key, !added.has(key) || other === item ? item : undefined);
      }
    }
    for (const [key, item] of added) if (item) this.byName.set(key, item);
  }

  /** 江苏省泰州市, 江苏/泰州, 综合政务\政务公开: every name after every name of what is above it. */
  private paths(item: VocabularyItem): string[] {
    const parent = this.byCode.get(item.parent ?? '');
    if (!parent) return [];
    const above = [parent.label, ...parent.aliases, ...this.paths(parent)].filter((name) => name.length > 1);
    return above.flatMap((start) => [item.label, ...item.aliases].flatMap((end) => [`${start}/${end}`, `${start}${end}`]));
  }
}

/** What labels are compared by: half width, lower case, no spaces, one kind of separator and of list comma. */
function nameKey(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[\\>→|]+/gu, '/')
    .replace(/[,;，；]/gu, '、');
}

/** Statistics write region codes with 9 or 12 digits; only trailing zeros can be left out. */
const statisticalCode = (text: string): string => text.replace(/^(\d{6})0{3}(?:0{3})?$/, '$1');
