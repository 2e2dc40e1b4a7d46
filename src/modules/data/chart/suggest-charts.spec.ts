import { describe, expect, it } from 'vitest';
import { FACTS, ROWS, SCHEMA, tableOf } from './chart.fixture.js';
import { chartAddress, parseChart } from './parse-chart.js';
import { suggestCharts } from './suggest-charts.js';

describe('charts that fit a table', () => {
  it('ranks at most six, none with codes or serial numbers, and each is an address that gives the same chart', () => {
    const charts = suggestCharts(SCHEMA, FACTS, ROWS);
    expect(charts.length).toBe(6);
    expect(new Set(charts.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    for (const { x, y, kind } of charts)
      for (const key of [x, y]) expect(['xu_hao', 'shen_fen_zheng_hao', ...(kind === 'regions' ? [] : ['qu_hua'])]).not.toContain(key);
    for (const chart of charts)
      expect(parseChart(Object.fromEntries(new URLSearchParams(chartAddress(chart, SCHEMA))), SCHEMA)).toEqual(chart);
  });

  it.each([
    [['qu_xian', 'jin_e'], 'bar 按区县统计的贷款金额（万元）'],
    [['qu_xian', 'li_lv'], 'bar 按区县统计的平均利率（%）'],
    [['qu_xian'], 'bar 按区县统计的行数'],
    [['fang_kuan_ri_qi', 'jin_e'], 'line 贷款金额（万元）随放款日期的变化'],
    [['fang_kuan_ri_qi'], 'line 行数随放款日期的变化'],
    [['jin_e', 'li_lv'], 'scatter 贷款金额（万元）与利率（%）的关系'],
  ])('%s → %s', (keys, first) => {
    const { schema, facts } = tableOf(...keys);
    const [chart] = suggestCharts(schema, facts, ROWS);
    expect(`${chart?.kind} ${chart?.title}`).toBe(first);
  });

  it.each([
    ['codes alone', tableOf('xu_hao', 'shen_fen_zheng_hao', 'qu_hua'), ROWS],
    ['one row', tableOf('qu_xian', 'jin_e'), 1],
    ['no statistics yet', { ...tableOf('qu_xian', 'jin_e'), facts: [] }, ROWS],
    ['10,000 categories', { ...tableOf('qu_xian'), facts: [{ key: 'qu_xian', nulls: 0, distinct: 10_000, min: 'a', max: 'b' }] }, 20_000],
    ['nothing but nulls', { ...tableOf('qu_xian', 'jin_e'), facts: [{ key: 'jin_e', nulls: 9, distinct: 0 }] }, 9],
  ])('has no chart for %s', (_, { schema, facts }, rows) => {
    expect(suggestCharts(schema, facts, rows)).toEqual([]);
  });

  it('draws no pie of what can be below nought', () => {
    const { schema, facts } = tableOf('qu_xian', 'jin_e');
    const below = facts.map((each) => (each.key === 'jin_e' ? { ...each, min: -3 } : each));
    expect(suggestCharts(schema, below, ROWS).filter(({ kind, aggregate }) => kind === 'pie' && aggregate === 'sum')).toEqual([]);
  });
});
