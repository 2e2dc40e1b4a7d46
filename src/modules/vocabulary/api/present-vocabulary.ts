import type { VocabularyTable } from '../vocabulary-table.js';
import type { Vocabulary } from './vocabulary.model.js';

/** A code table as everyone reads it. */
export function presentVocabulary({ name, label, source, items }: VocabularyTable): Vocabulary {
  return {
    name,
    label,
    source,
    items: items.map((item) => ({
      code: item.code,
      label: item.label,
      english: item.english ?? null,
      parent: item.parent ?? null,
      aliases: item.aliases,
      attributes: Object.entries(item.attributes ?? {}).flatMap(([key, value]) =>
        value === undefined ? [] : [{ name: key, value: String(value) }],
      ),
    })),
  };
}
