import { expect, it } from 'vitest';
import type { TableColumn } from '../table/table-schema.js';
import { naturalAggregate } from './column-sense.js';

const column = (name: string, unit?: string) => ({ key: 'x', name, type: 'integer', ...(unit ? { unit } : {}) }) as TableColumn;

it.each([
  '月收费下限',
  '月收费上限',
  '最低工资标准',
  '票价',
  '平均租金',
  '合格率',
  '最高气温',
  '警戒水位(米)',
  '月保教费',
  '墓位使用费',
  '日封顶收费',
  '零售价(元/盒)',
])('%s is averaged', (name) => {
  expect(naturalAggregate(column(name))).toBe('avg');
});

it.each(['床位数', '贷款金额', '收费金额', '客运量'])('%s is added up', (name) => {
  expect(naturalAggregate(column(name))).toBe('sum');
});
