import { describe, expect, it } from 'vitest';
import { cellsOf, changedFields, inputOfCells, itemCellsOf, itemsChanged, itemsOfCells, TOO_LONG } from './cells.js';

const base = {
  identifier: 'a',
  title: '贷款',
  classPath: ['部门信息资源', '市级'],
  keywords: ['公积金', '贷款、利率'],
  contact: { unit: '信贷处', phone: null },
  items: [{ name: '金额', type: 'N', length: '12,2', description: '单位：万元' }, { name: '年份' }],
  rowCount: 12,
  abstract: '第一行\n第二行',
};

const change = (cells: Record<string, string>) => {
  const given = { ...cellsOf('dataset', base), ...cells };
  const changed = changedFields('dataset', given, base);
  return { changed, input: inputOfCells('dataset', given, changed, base) };
};

describe('a row', () => {
  it('of an unchanged record changes nothing, even what its cells cannot tell', () => {
    expect(change({})).toEqual({ changed: [], input: base });
    expect(change({ title: ' 贷款 ', abstract: '第一行\r\n第二行' }).changed).toEqual([]);
    expect(itemsChanged(itemCellsOf('a', base), base)).toBe(false);
  });

  it.each([
    [{ title: '贷款发放' }, { title: '贷款发放' }],
    [{ keywords: '甲、乙,丙；丁' }, { keywords: ['甲', '乙', '丙', '丁'] }],
    [{ classPath: '部门信息资源／市级/ 住房 ' }, { classPath: ['部门信息资源', '市级', '住房'] }],
    [{ abstract: '' }, { abstract: null }],
    [{ 'contact.phone': '0523-1' }, { contact: { unit: '信贷处', phone: '0523-1' } }],
  ])('with %j changes that alone', (cells, expected) => {
    expect(change(cells)).toEqual({ changed: Object.keys(cells), input: { ...base, ...expected } });
  });

  it('keeps who provides it when the cell is empty', () => {
    expect(changedFields('dataset', { identifier: 'a', provider: ' ' }, { identifier: 'a', provider: '甲局' })).toEqual([]);
  });

  it('leaves out of account what its sheet has no column for', () => {
    expect(changedFields('dataset', { identifier: 'a', title: '贷款' }, base)).toEqual([]);
  });

  it('keeps a text that no cell can hold', () => {
    const long = { identifier: 'a', title: '长', body: '文'.repeat(40_000) };
    const cells = cellsOf('document', long);
    expect(cells.body).toBe(TOO_LONG);
    expect(changedFields('document', cells, long)).toEqual([]);
  });
});

it.each([
  [(items: Record<string, string>[]) => items.slice(1)],
  [(items: Record<string, string>[]) => items.toReversed()],
  [(items: Record<string, string>[]) => items.map((item) => ({ ...item, type: 'C' }))],
])('items that are fewer, in another order or of another type are a change', (alter) => {
  expect(itemsChanged(alter(itemCellsOf('a', base)), base)).toBe(true);
});

it('items come back as they went out', () => {
  expect(itemsOfCells(itemCellsOf('a', base))).toEqual([
    { name: '金额', type: 'N', length: '12,2', description: '单位：万元' },
    { name: '年份', type: null, length: null, description: null },
  ]);
});
