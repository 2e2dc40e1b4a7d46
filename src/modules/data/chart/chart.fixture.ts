import type { ColumnStatistics } from '../table/column-statistics.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';

const columns: TableColumn[] = [
  { key: 'xu_hao', name: '序号', type: 'integer' },
  { key: 'qu_xian', name: '区县', type: 'string' },
  { key: 'lei_xing', name: '贷款类型', type: 'string' },
  { key: 'jin_e', name: '贷款金额', type: 'number', unit: '万元', scale: 2 },
  { key: 'li_lv', name: '利率', type: 'number', unit: '%' },
  { key: 'fang_kuan_ri_qi', name: '放款日期', type: 'date' },
  { key: 'nian_fen', name: '年份', type: 'integer' },
  { key: 'jing_du', name: '经度', type: 'number' },
  { key: 'wei_du', name: '纬度', type: 'number' },
  { key: 'qu_hua', name: '行政区划代码', type: 'string' },
  { key: 'shen_fen_zheng_hao', name: '身份证号', type: 'string' },
];

/** A table that every kind of chart fits. */
export const SCHEMA: TableSchema = { columns, point: { longitude: 'jing_du', latitude: 'wei_du' }, region: 'qu_hua' };
export const ROWS = 5_000;

export const FACTS: ColumnStatistics[] = [
  { key: 'xu_hao', nulls: 0, distinct: 5_000, min: 1, max: 5_000 },
  { key: 'qu_xian', nulls: 0, distinct: 6, min: '兴化市', max: '高港区' },
  { key: 'lei_xing', nulls: 3, distinct: 3, min: '公积金贷款', max: '组合贷款' },
  { key: 'jin_e', nulls: 0, distinct: 900, min: 0.5, max: 200 },
  { key: 'li_lv', nulls: 0, distinct: 30, min: 2.6, max: 4.9 },
  { key: 'fang_kuan_ri_qi', nulls: 0, distinct: 700, min: '2022-01-04', max: '2023-12-29' },
  { key: 'nian_fen', nulls: 0, distinct: 2, min: 2022, max: 2023 },
  { key: 'jing_du', nulls: 0, distinct: 4_000, min: 119.7, max: 120.3 },
  { key: 'wei_du', nulls: 0, distinct: 4_000, min: 32.1, max: 33.1 },
  { key: 'qu_hua', nulls: 0, distinct: 6, min: '321202', max: '321283' },
  { key: 'shen_fen_zheng_hao', nulls: 0, distinct: 5_000, min: '321', max: '321' },
];

/** Schema and facts of some columns alone. */
export function tableOf(...keys: string[]): { schema: TableSchema; facts: ColumnStatistics[] } {
  return { schema: { columns: columns.filter(({ key }) => keys.includes(key)) }, facts: FACTS.filter(({ key }) => keys.includes(key)) };
}
