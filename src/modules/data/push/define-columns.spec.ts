import { describe, expect, it } from 'vitest';
import { defineColumns } from './define-columns.js';
import type { PushedColumnInput } from './push.model.js';

const GIVEN: PushedColumnInput[] = [
  { name: '编号', type: 'string' },
  { name: '贷款金额', type: 'number', scale: 2, unit: '万元' },
];
const definition = (found: ReturnType<typeof defineColumns>) => {
  if ('errors' in found) throw new Error(JSON.stringify(found.errors));
  return found;
};
const fields = (found: ReturnType<typeof defineColumns>) => ('errors' in found ? found.errors.map(({ field }) => field) : []);

describe('a table’s definition', () => {
  it('gives columns stable keys, and the key by them', () => {
    expect(definition(defineColumns(GIVEN, ['编号']))).toEqual({
      schema: {
        columns: [
          { key: 'bian_hao', name: '编号', type: 'string' },
          { key: 'dai_kuan_jin_e', name: '贷款金额', type: 'number', unit: '万元', scale: 2 },
        ],
      },
      key: ['bian_hao'],
    });
  });

  it('may add columns at the end of what has rows, whatever their order, and changes no key', () => {
    const before = { ...definition(defineColumns(GIVEN, ['编号'])).schema, key: ['bian_hao'] };
    const { schema } = definition(defineColumns([{ name: '编 号', type: 'date' }, ...GIVEN.toReversed()], ['编号'], before));
    expect(schema.columns.map(({ key, name }) => [key, name])).toEqual([
      ['bian_hao', '编号'],
      ['dai_kuan_jin_e', '贷款金额'],
      ['bian_hao_2', '编 号'],
    ]);
  });

  it.each<[string, PushedColumnInput[], string[], string[]]>([
    ['a name twice', [...GIVEN, { name: '编号', type: 'date' }], [], ['columns[2].name']],
    ['a key of nothing', GIVEN, ['编码'], ['key[0]']],
    ['places of what is no number', [{ name: 'a', type: 'string', scale: 2 }], [], ['columns[0].scale']],
    ['no columns', [], [], ['columns']],
  ])('refuses %s', (_, given, key, wrong) => {
    expect(fields(defineColumns(given, key))).toEqual(wrong);
  });

  it.each<[string, PushedColumnInput[], string[], string[]]>([
    ['taking a column away', [GIVEN[0]!], ['编号'], ['columns']],
    ['another type', [{ name: '编号', type: 'integer' }, GIVEN[1]!], ['编号'], ['columns[0].type']],
    ['other places', [GIVEN[0]!, { ...GIVEN[1]!, scale: 3 }], ['编号'], ['columns[1].type']],
    ['another key', GIVEN, ['贷款金额'], ['key']],
  ])('refuses %s when there are rows', (_, given, key, wrong) => {
    const before = { ...definition(defineColumns(GIVEN, ['编号'])).schema, key: ['bian_hao'] };
    expect(fields(defineColumns(given, key, before))).toEqual(wrong);
    expect(fields(defineColumns(given, key))).toEqual([]);
  });
});
