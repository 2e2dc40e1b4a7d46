import { describe, expect, it } from 'vitest';
import { VocabularyService } from '../../vocabulary/index.js';
import { CODED_FIELDS } from '../record/coded-field.js';

const vocabulary = new VocabularyService();
const tables = [...new Set(Object.values(CODED_FIELDS))];

describe('The label of a code as an export writes it', () => {
  it.each(tables)('leads back to the same code in the table %s', (name) => {
    const { items } = vocabulary.table(name);
    const resolved = items.map(({ code }) => vocabulary.resolve(name, vocabulary.fullLabel(name, code))?.code);
    expect(resolved).toEqual(items.map(({ code }) => code));
  });
});
