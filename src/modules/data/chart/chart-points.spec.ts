import type { PlainValue } from '../table/column-statistics.js';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from './chart.fixture.js';
import { chartPoints } from './chart-points.js';
import { chartQuery } from './chart-query.js';
import { chartSummary } from './chart-summary.js';
import { chartTable } from './chart-table.js';
import { type ChartParameters, parseChart } from './parse-chart.js';

const shown = (parameters: ChartParameters, rows: PlainValue[][], more: object = {}) => {
  const spec = parseChart(parameters, SCHEMA);
  const data = chartPoints(spec, SCHEMA, { rows, ...more });
  return { spec, data, query: chartQuery(spec, SCHEMA), table: chartTable(spec, SCHEMA, data), summary: chartSummary(spec, SCHEMA, data) };
};
const BAR: ChartParameters = { kind: 'bar', x: '区县', y: '贷款金额' };
const day = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);

describe('what a chart asks and shows', () => {
  it('says the greatest and the least in one sentence, and has every value in the table', () => {
    const { query, table, summary } = shown(BAR, [
      ['海陵区', 1234],
      ['姜堰区', '12345678901234567.89'],
      [null, 3],
      ['高港区', null],
    ]);
    expect(query).toMatchObject({ select: 'qu_xian,sum(jin_e) as measured', groupBy: 'qu_xian', orderBy: 'measured desc', most: 31 });
    expect(table).toEqual({
      columns: ['区县', '贷款金额（万元）'],
      rows: [
        ['海陵区', '1,234'],
        ['姜堰区', '12,345,678,901,234,567.89'],
        ['（空）', '3'],
        ['高港区', '—'],
      ],
      cut: false,
    });
    expect(summary).toBe('最高的是姜堰区，12,345,678,901,234,567.89 万元；最低的是（空），3 万元；共 3 项，均为合计。');
  });

  it('shows what is beyond thirty bars as one, so that the sum stays', () => {
    const rows = Array.from({ length: 31 }, (_, index) => [`区${index}`, 100 - index]);
    const { data } = shown(BAR, rows, { more: true, whole: 10_000 });
    expect(data.points).toHaveLength(31);
    expect(data.points.reduce((sum, { value }) => sum + value!, 0)).toBe(10_000);
    expect(data.points.at(-1)?.label).toBe('其他');
    expect(data.notes).toEqual(['只分别画出最大的 30 项，其余合为“其他”']);
    expect(shown({ ...BAR, aggregate: 'avg' }, rows, { more: true }).data.points).toHaveLength(30);
  });

  it('leaves what is below nought out of a pie and says so', () => {
    const { data } = shown({ ...BAR, kind: 'pie' }, [
      ['甲', 3],
      ['乙', 0],
      ['丙', -1],
    ]);
    expect(data.points.map(({ label }) => label)).toEqual(['甲']);
    expect(data.notes).toEqual(['有 1 项是负数，不能画成整体的一部分，没有画出']);
  });

  it.each([
    [1_900, 1_900, undefined],
    [3_000, 99, '时间点太多，按月合并后画出'],
  ])('draws %i days as %i moments', (days, moments, note) => {
    const rows = Array.from({ length: days }, (_, index) => [day(days - 1 - index), 10, 2]);
    const { data } = shown({ kind: 'line', x: '放款日期', y: '贷款金额', aggregate: 'avg' }, rows);
    expect(data.points).toHaveLength(moments);
    expect(data.points[0]?.label).toMatch(/^2000-01/);
    expect(new Set(data.points.map(({ value }) => value))).toEqual(new Set([5]));
    expect(data.notes.at(-1)).toBe(note);
  });

  it('shows years that no row has as a gap', () => {
    const { data } = shown({ kind: 'line', x: '年份', y: '贷款金额' }, [
      [2023, 3],
      [2020, 1],
    ]);
    expect(data.points.map(({ label, value }) => [label, value])).toEqual([
      ['2020', 1],
      ['2021', null],
      ['2022', null],
      ['2023', 3],
    ]);
  });

  it('keeps the greatest groups and sums the rest', () => {
    const rows = Array.from({ length: 40 }, (_, x) =>
      Array.from({ length: 10 }, (__, group) => [`区${x}`, `类${group}`, 1 + x + group]),
    ).flat();
    const { data, table } = shown({ ...BAR, group: '贷款类型' }, rows);
    expect(data.groups).toHaveLength(8);
    expect(table.rows).toHaveLength(31);
    expect(data.points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(
      rows.reduce((sum, [, , value]) => sum + (value as number), 0),
    );
  });

  it.each<[string, PlainValue[][], string[], number]>([
    [
      'provinces',
      [
        ['110000', 1],
        ['32', 2],
        ['320100', 3],
        ['99', 9],
      ],
      ['北京 1', '江苏 5'],
      2,
    ],
    [
      'prefectures of one province',
      [
        ['320000', 9],
        ['320100', 1, '甲', '甲'],
        ['320200', 2, '乙', '丙'],
      ],
      ['甲 1', '320200 2'],
      1,
    ],
    [
      'districts of a municipality',
      [
        ['110101', 1, '甲', '甲'],
        ['110102', 2, '乙', '乙'],
      ],
      ['甲 1', '乙 2'],
      0,
    ],
  ])('places %s', (_, rows, wanted, notes) => {
    const { data } = shown({ kind: 'regions', y: '贷款金额', aggregate: 'sum' }, rows);
    expect(data.points.map(({ label, value }) => `${label} ${value}`)).toEqual(wanted);
    expect(data.notes).toHaveLength(notes);
  });

  it('turns coordinates that are the wrong way round and leaves strays out', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [32 + index / 100, 120]);
    expect(shown({ kind: 'points' }, rows).data).toMatchObject({
      points: { length: 30, 0: { x: 120, value: 32 } },
      notes: ['经度和纬度两列写反了，已对调画出'],
    });
    const strays = shown({ kind: 'points' }, [...rows.map(([a, b]) => [b!, a!]), [0, 0]]).data;
    expect(strays.notes).toEqual(['有 1 个点不在中国范围内，没有画出']);
  });

  it('says that a scatter has only the first rows', () => {
    const { data } = shown(
      { kind: 'scatter', x: '贷款金额', y: '利率' },
      [
        [1, 2],
        [null, 2],
        ['x', 1],
      ],
      { more: true, rowCount: 20_000 },
    );
    expect(data.points).toHaveLength(1);
    expect(data.notes).toEqual(['共 20,000 行，图中是文件里的前 1 行']);
  });
});
