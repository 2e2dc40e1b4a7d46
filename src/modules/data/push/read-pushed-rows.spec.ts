import { describe, expect, it } from 'vitest';
import type { ColumnType, TableColumn } from '../table/table-schema.js';
import { readPushedRows } from './read-pushed-rows.js';

const read = (value: unknown, type: ColumnType, scale?: number) => {
  const { cells, errors } = readPushedRows([{ 列: value }], [{ key: 'lie', name: '列', type, ...(scale === undefined ? {} : { scale }) }], {
    key: [],
  });
  return errors.length > 0 ? errors[0] : cells[0]![0];
};

describe('a value', () => {
  it.each<[unknown, ColumnType, string | null, number?]>([
    ['0012', 'string', '0012'],
    ['', 'string', ''],
    [12, 'string', '12'],
    [null, 'integer', null],
    ['', 'integer', null],
    ['1200', 'integer', '1200'],
    ['-007', 'integer', '-7'],
    [-0, 'integer', '0'],
    [12.5, 'number', '12.5'],
    ['12.50', 'number', '12.5', 2],
    [1e-7, 'number', '1e-7'],
    [1e-7, 'number', '0.0000001', 8],
    ['１２．５', 'number', '12.5'],
    ['123456789012345678901234.5', 'number', '123456789012345678901234.5', 2],
    ['是', 'boolean', 'true'],
    [false, 'boolean', 'false'],
    ['2023年5月8日', 'date', '2023-05-08'],
    ['2023-05-08T14:30', 'datetime', '2023-05-08 14:30:00'],
    ['8:05', 'time', '08:05:00'],
  ])('%j as %s is %j', (value, type, expected, scale) => {
    expect(read(value, type, scale)).toBe(expected);
  });

  it.each<[unknown, ColumnType, string, number?]>([
    ['待定', 'integer', '“列”应是整数，如 1200，“待定”不是'],
    [1.5, 'integer', '应是至多 18 位的整数，“1.5”不是'],
    [2 ** 53, 'integer', '数太大，JSON 的数保存不了，请写成文本'],
    ['1234567890123456789', 'integer', '应是至多 18 位的整数，“1234567890123456789”不是'],
    ['1.234', 'number', '至多 2 位小数，“1.234”有 3 位', 2],
    [Infinity, 'number', '“列”应是数字，如 1234.5，“Infinity”不是'],
    ['2023-02-30', 'date', '“列”应是日期，如 2023-05-08，“2023-02-30”不是'],
    [{}, 'string', '应是文本，不能是对象或列表'],
    [[1], 'number', '应是数字，如 1234.5，不能是对象或列表'],
    ['a\0b', 'string', '含有空字符（U+0000），请去掉'],
  ])('%j is no %s', (value, type, message, scale) => {
    expect(read(value, type, scale)).toEqual({ field: 'rows[0].列', message });
  });
});

describe('rows', () => {
  const columns: TableColumn[] = [
    { key: 'bian_hao', name: '编号', type: 'string' },
    { key: 'jin_e', name: '金额', type: 'integer' },
  ];
  const flaws = (rows: unknown[], options: { key: string[]; only?: boolean } = { key: ['bian_hao'] }) =>
    readPushedRows(rows, columns, options).errors.map(({ field, message }) => `${field} ${message}`);

  it('take names or keys', () => {
    expect(readPushedRows([{ 编号: 'a', jin_e: 1 }, { bian_hao: 'b' }], columns, { key: [] }).cells).toEqual([
      ['a', '1'],
      ['b', null],
    ]);
  });

  it.each<[string, unknown[], string[], { key: string[]; only?: boolean }?]>([
    [
      'what is no object',
      [1, null, []],
      ['rows[0] 应为一个 JSON 对象：列名和值', 'rows[1] 应为一个 JSON 对象：列名和值', 'rows[2] 应为一个 JSON 对象：列名和值'],
    ],
    ['columns there are not', [{ 编号: 'a', 金领: 1 }], ['rows[0].金领 表中没有这一列，是否指“金额”']],
    ['a column twice', [{ 编号: 'a', bian_hao: 'b' }], ['rows[0].bian_hao 这一列写了两次（列名和键名）']],
    ['no key', [{ 金额: 1 }], ['rows[0] 缺少 key 中的“编号”']],
    ['a key twice', [{ 编号: 'a' }, { 编号: 'a' }], ['rows[1] 与 rows[0] 的 key 相同']],
    ['more than the key to delete', [{ 编号: 'a', 金额: 1 }], ['rows[0].金额 delete 只写 key 中的列'], { key: ['bian_hao'], only: true }],
    ['a key of numbers in two spellings', [{ 金额: '1' }, { 金额: '01' }], ['rows[1] 与 rows[0] 的 key 相同'], { key: ['jin_e'] }],
  ])('refuse %s', (_, rows, expected, options) => {
    expect(flaws(rows, options)).toEqual(expected);
  });

  it('tell of twenty errors and no more', () => {
    expect(flaws(Array.from({ length: 100 }, () => ({ 编号: 'a', x: 1 }))).length).toBeLessThan(25);
  });
});
