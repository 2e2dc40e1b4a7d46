import { describe, expect, it } from 'vitest';
import { readTemplate } from './sheet-rows.js';
import type { TableCell, Workbook, WorkbookTable } from './workbook-table.js';

type Value = string | number | null;

const cell = (value: Value): TableCell => ({ text: String(value), numeric: typeof value === 'number', error: value === '#N/A' });
const table = (name: string, lines: Value[][]): WorkbookTable => ({
  name,
  rows: lines.map((values, index) => ({
    number: index + 1,
    cells: new Map(values.flatMap((value, place) => (value === null || value === '' ? [] : [[place, cell(value)] as const]))),
  })),
});
const book = (...tables: WorkbookTable[]): Workbook => ({ tables, from1904: false });
const MAIN = ['标识符*', '信息资源名称*', '发布日期', '信息资源提供方代码'];
const main = (...lines: Value[][]) => table('信息资源', [MAIN, ...lines]);

describe('a filled template', () => {
  it('is read row by row with the names of its columns, wherever they stand', () => {
    const { rows } = readTemplate(
      'dataset',
      book(table('信息资源', [['某局目录'], ['信息资源名称', '标识符'], ['甲', 'a'], [null, null]])),
    );
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([[3, { title: '甲', identifier: 'a' }]]);
  });

  it('reads days that a program keeps as numbers, and leaves years and typed days', () => {
    const days = [46147, 2026, 202605, '2026年5月8日'].map((day, index) => [`a${index}`, '甲', day]);
    const { rows } = readTemplate('dataset', book(main(...days)));
    expect(rows.map(({ cells }) => cells.publishedOn)).toEqual(['2026-05-05', '2026', '202605', '2026年5月8日']);
    const old = readTemplate('dataset', { ...book(main(['a', '甲', 44685])), from1904: true });
    expect(old.rows[0]!.cells.publishedOn).toBe('2026-05-05');
  });

  it.each<[Value[], string, string]>([
    [['', '甲'], 'A2', '标识符必填'],
    [['a', '甲', '#N/A'], 'C2', '公式出错'],
    [['a', '甲', null, 123456789012345680], 'D2', '超过 15 位'],
  ])('%j is marked at %s', (line, address, message) => {
    const [flaw] = readTemplate('dataset', book(main(line))).rows[0]!.flaws;
    expect(flaw?.cell).toBe(address);
    expect(flaw?.message).toContain(message);
  });

  it('names the row that has the identifier already', () => {
    const { rows } = readTemplate('dataset', book(main(['a', '甲'], ['b', '乙'], ['a', '丙'])));
    expect(rows.map(({ flaws }) => flaws.map(({ message }) => message))).toEqual([[], [], ['与第 2 行的标识符相同']]);
  });

  it('gives each resource its items, and marks those of nobody', () => {
    const items = table('信息项', [
      ['标识符', '信息项名称'],
      ['a', '金额'],
      ['b', '年份'],
      ['a', '月份'],
    ]);
    const { rows, stray } = readTemplate('dataset', book(main(['a', '甲']), items));
    expect(rows[0]!.items!.map(({ cells }) => cells.name)).toEqual(['金额', '月份']);
    expect(stray.map(({ flaws }) => flaws[0]!.cell)).toEqual(['A3']);
    expect(readTemplate('dataset', book(main(['a', '甲']))).rows[0]!.items).toBeUndefined();
  });
});

it.each([
  [table('别的', [['甲', '乙']]), '没有找到“信息资源”'],
  [main(), '没有填写内容'],
  [
    table('信息资源', [
      ['标识符', '信息资源名称', '信息资源摘药'],
      ['a', '甲'],
    ]),
    '是否指“信息资源摘要”',
  ],
  [
    table('信息资源', [
      ['标识符', '信息资源名称', '标识符'],
      ['a', '甲', 'b'],
    ]),
    '有两列“标识符”',
  ],
])('a workbook that is no such template is refused with the reason', (wrong, message) => {
  expect(() => readTemplate('dataset', book(wrong))).toThrow(message);
});

it('refuses more rows than one import takes', () => {
  const lines = Array.from({ length: 5_001 }, (_, index) => [`a${index}`, '甲']);
  expect(() => readTemplate('dataset', book(main(...lines)))).toThrow('一次最多 5000 行');
});
