import { describe, expect, it } from 'vitest';
import type { AppError } from '../../kernel/app-error.js';
import { SCHEMA } from './chart.fixture.js';
import { type ChartParameters, parseChart } from './parse-chart.js';

function errorOf(parameters: ChartParameters): AppError {
  try {
    parseChart(parameters, SCHEMA);
  } catch (error) {
    return error as AppError;
  }
  throw new Error('no error');
}

describe("a chart's address", () => {
  it.each<[ChartParameters, object]>([
    [
      { kind: 'bar', x: '区县', y: '贷款金额', aggregate: 'sum' },
      { kind: 'bar', x: 'qu_xian', y: 'jin_e', aggregate: 'sum' },
    ],
    [
      { kind: 'BAR', x: 'QU_XIAN' },
      { kind: 'bar', x: 'qu_xian', aggregate: 'count' },
    ],
    [{ kind: 'bar', x: '区县', y: '利率' }, { aggregate: 'avg' }],
    [{ kind: 'points' }, { x: 'jing_du', y: 'wei_du', aggregate: null }],
    [
      { kind: 'regions', y: '贷款金额' },
      { x: 'qu_hua', y: 'jin_e', aggregate: 'sum' },
    ],
    [
      { kind: 'line', x: '年份', y: '贷款金额', group: '贷款类型' },
      { group: 'lei_xing', title: '贷款金额（万元）随年份的变化（分贷款类型）' },
    ],
  ])('%j', (parameters, wanted) => {
    expect(parseChart(parameters, SCHEMA)).toMatchObject(wanted);
  });

  it.each<[ChartParameters, string, string]>([
    [{}, 'kind', '需要写明'],
    [{ kind: 'barr', x: '区县' }, 'kind', '是否指 bar'],
    [{ kind: 'bar' }, 'x', '需要写明 x'],
    [{ kind: 'bar', x: '县区' }, 'x', '是否指“区县”'],
    [{ kind: 'bar', x: '</svg><script>' }, 'x', '可用的列'],
    [{ kind: 'bar', x: '区县', y: '贷款类型', aggregate: 'sum' }, 'y', '不是数字列'],
    [{ kind: 'bar', x: '区县', aggregate: 'sum' }, 'y', '需要写明 y'],
    [{ kind: 'bar', x: '区县', y: '贷款金额', aggregate: 'summ' }, 'aggregate', '是否指 sum'],
    [{ kind: 'bar', x: '区县', group: '区县' }, 'group', '不能与 x 相同'],
    [{ kind: 'pie', x: '区县', y: '贷款金额', aggregate: 'avg' }, 'aggregate', '只能用 count 或 sum'],
    [{ kind: 'scatter', x: '区县', y: '贷款金额' }, 'x', '不是数字列'],
    [{ kind: 'scatter', x: '贷款金额', y: '贷款金额' }, 'y', '不能与 x 相同'],
    [{ kind: 'calendar', x: '区县' }, 'x', '不是日期列'],
    [{ kind: 'regions', y: '贷款金额', aggregate: 'median' }, 'aggregate', '请用 avg'],
  ])('%j is refused at %s: %s', (parameters, field, words) => {
    const error = errorOf(parameters);
    expect(error.code).toBe('BAD_REQUEST');
    expect(error.details.fields?.[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
