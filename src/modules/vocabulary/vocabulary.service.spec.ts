import { describe, expect, it } from 'vitest';
import type { VocabularyName } from './vocabulary-tables.js';
import { VocabularyService } from './vocabulary.service.js';

const vocabulary = new VocabularyService();

describe('resolve', () => {
  it.each<[VocabularyName, string, string, string]>([
    ['updateCycle', '每天', 'daily', '每日'],
    ['updateCycle', ' 年度 ', 'annual', '每年'],
    ['updateCycle', 'annual', 'annual', '每年'],
    ['openness', '依申请开放', 'conditional', '有条件开放'],
    ['openness', '完全开放', 'unconditional', '无条件开放'],
    ['shareType', '不予共享', 'none', '不予共享'],
    ['validity', '有效', 'valid', '现行有效'],
    ['validity', '已废止', 'repealed', '废止'],
    ['documentType', '命令(令)', 'order', '命令（令）'],
    ['documentType', '规范性文件', 'normativeDocument', '行政规范性文件'],
    ['documentType', '政府规章', 'localGovernmentRule', '地方政府规章'],
    ['format', 'ＣＳＶ', 'csv', 'CSV'],
    ['format', 'Word', 'doc', 'DOC'],
    ['topic', '综合政务\\政务公开', '0201', '政务公开'],
    ['topic', '综合政务/政务公开', '0201', '政务公开'],
    ['topic', '财政,金融,审计', '04', '财政、金融、审计'],
    ['topic', '社会保障', '1502', '社会保障'],
    ['topic', '其他', '22', '其他'],
    ['topic', '科技、教育/其他', '1104', '其他'],
    ['region', '江苏省泰州市', '321200', '泰州市'],
    ['region', '泰州', '321200', '泰州市'],
    ['region', '江苏/泰州', '321200', '泰州市'],
    ['region', '321200', '321200', '泰州市'],
    ['region', '321200000000', '321200', '泰州市'],
    ['region', '广西玉林市', '450900', '玉林市'],
    ['region', '黔西南州', '522300', '黔西南布依族苗族自治州'],
    ['region', '吉林', '220000', '吉林省'],
    ['region', '吉林省吉林市', '220200', '吉林市'],
    ['region', '海南', '460000', '海南省'],
    ['region', '北京市朝阳区', '110105', '朝阳区'],
    ['region', '河南省济源市', '419001', '济源市'],
  ])('%s %s', (table, text, code, label) => {
    expect(vocabulary.resolve(table, text)).toEqual({ code, label });
  });

  it.each<[VocabularyName, string, string]>([
    ['updateCycle', '1', 'numbers of portals differ'],
    ['updateCycle', '01', 'numbers of portals differ'],
    ['openness', '1', 'numbers of portals differ'],
    ['topic', '市场监管', 'half of a national topic, a local scheme'],
    ['topic', '生活服务', 'a local scheme'],
    ['region', '朝阳区', 'several cities have one'],
    ['region', '浙江省泰州市', 'not in that province'],
    ['region', '', 'empty'],
    ['validity', 'constructor', 'no property of an object'],
  ])('leaves %s %s: %s', (table, text) => {
    expect(vocabulary.resolve(table, text)).toBeUndefined();
  });
});

it('labels a code, and shows a text kept as given as it is', () => {
  expect(vocabulary.label('region', '321200')).toBe('泰州市');
  expect(vocabulary.label('topic', '生活服务')).toBe('生活服务');
});

it('knows what is above an entry', () => {
  expect(vocabulary.ancestors('region', '321200').map(({ label }) => label)).toEqual(['江苏省']);
  expect(vocabulary.ancestors('topic', '0201').map(({ code }) => code)).toEqual(['02']);
  expect(vocabulary.ancestors('region', '320000')).toEqual([]);
  expect(vocabulary.ancestors('region', '火星')).toEqual([]);
});

it('refuses a table that does not exist', () => {
  expect(() => vocabulary.table('nope')).toThrow('没有名为“nope”的代码表');
  expect(() => vocabulary.table('toString')).toThrow('没有名为“toString”的代码表');
});

describe.each(vocabulary.tables())('table $name', ({ name, items }) => {
  const table = name as VocabularyName;

  it('has unique codes, every parent, and labels that lead back to their entry', () => {
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    for (const item of items) {
      if (item.parent) expect(vocabulary.item(table, item.parent), item.code).toBeDefined();
      const path = [...vocabulary.ancestors(table, item.code), item].map(({ label }) => label).join('/');
      expect(vocabulary.resolve(table, path)?.code, path).toBe(item.code);
      expect(vocabulary.resolve(table, item.code)?.code).toBe(item.code);
    }
  });

  it('has no alias that names another entry of the same level', () => {
    const owner = new Map<string, string>();
    for (const { code, parent = '', label, aliases } of items) {
      for (const text of [label, ...aliases]) {
        expect(owner.get(parent + '/' + text) ?? code, text).toBe(code);
        owner.set(parent + '/' + text, code);
      }
    }
  });
});

it.each<[VocabularyName, number]>([
  ['documentType', 15],
  ['article20', 15],
  ['nonDisclosureBasis', 8],
])('%s is complete', (table, count) => {
  const official = vocabulary.table(table).items.filter(({ attributes }) => (attributes?.['group'] ?? 'official') === 'official');
  expect(official).toHaveLength(count);
});

it('holds 34 provinces, 22 topics and all prefectures', () => {
  const regions = vocabulary.table('region').items;
  const level = (name: string) => regions.filter(({ attributes }) => attributes?.['level'] === name).length;
  expect([level('province'), level('prefecture')]).toEqual([34, 333]);
  expect(vocabulary.table('topic').items.filter(({ parent }) => !parent)).toHaveLength(22);
});

it.each([
  ['daily', 1, 1],
  ['quarterly', 92, 20],
  ['irregular', undefined, undefined],
])('update cycle %s has nominal and grace days', (code, nominalDays, graceDays) => {
  const { attributes } = vocabulary.item('updateCycle', code)!;
  expect([attributes?.['nominalDays'], attributes?.['graceDays']]).toEqual([nominalDays, graceDays]);
});
