import type { ColumnStatistics, PlainValue } from '../table/column-statistics.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { type ChartAggregate, isNumeric } from './chart-kind.js';

const CODE =
  /(代码|编码|编号|序号|证号|号码|账号|文号|电话|手机|传真|邮编|邮政|身份证|信用代码|网址|链接|邮箱|地址|行号|学号|工号)|层级|号$|^(p|parent)?id$|^(level|deep|depth)$|[_\s]id$|^no\.?$|code$/iu;
const RATIO =
  /(率|比例|占比|比重|平均|人均|均价|单价|原价|价格|房价|水位|封顶|(月|日|次).{0,4}费$|使用费|票价|租金|月租|工资|薪|标准|上限|下限|最高|最低|限额|限价|指数|温度|气温|湿度|浓度|得分|评分|分数|年龄|增速|增幅|密度|排名|名次|同比|环比|pm2\.?5|aqi)/iu;
/** In a unit: one thing for another, or a scale that begins anywhere. */
const PER = /[%％‰/]|每|℃|°/u;
const IN_BRACKETS = /[（(]([^（()）]+)[)）]$/u;
const YEAR = /^(.*年度|.*年份|年|.*[^\d\s]年|year)$/iu;
const PART_OF_YEAR = /^(.*月份|月|.*季度|.*季|星期|周几|小时|month|quarter)$/iu;
const PLACE = /(区县|县区|区划|地区|城市|街道|乡镇|省份|省|市|区|县)(名称)?$/u;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;
const LONG_VALUE = 40;

/** Whether values name or number something, so that neither their sum nor their order says anything. */
const isCode = (column: TableColumn, { region, point, geometry }: TableSchema): boolean =>
  [region, geometry, point?.longitude, point?.latitude].includes(column.key) || CODE.test(column.name);

/** Whether whole numbers (or text such as 2023年) are years. */
export function isYear({ name, type }: TableColumn, { min, max }: Pick<ColumnStatistics, 'min' | 'max'>): boolean {
  const [low, high] = [yearOf(min), yearOf(max)];
  return (type === 'integer' || type === 'string') && YEAR.test(name) && low !== null && high !== null;
}

function yearOf(value: PlainValue | undefined): number | null {
  const year = Number(/^(\d{4})年?度?$/u.exec(String(value ?? ''))?.[1] ?? NaN);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** Whether text is months such as 2023-01, 2023年1月 or 202301. */
export function isMonth({ type }: TableColumn, { min, max }: Pick<ColumnStatistics, 'min' | 'max'>): boolean {
  const month = (value: PlainValue | undefined) => /^\d{4}(-\d{1,2}|年\d{1,2}月(份)?|\/\d{1,2}|\.\d{2})$/u.test(String(value ?? ''));
  return type === 'string' && month(min) && month(max);
}

/** Whether values name places. */
export const isPlace = ({ name, type }: TableColumn): boolean => type === 'string' && PLACE.test(name);

/** Whether a column counts the rows: 1, 2, 3 … */
const isSerial = ({ type }: TableColumn, { min, max, distinct }: ColumnStatistics, rowCount?: number): boolean =>
  type === 'integer' && distinct > 2 && distinct === rowCount && Number(max) - Number(min) === distinct - 1;

/** Months, quarters and hours as numbers: categories with an order, nothing to add up. */
export const isPartOfYear = ({ name, type }: TableColumn): boolean => type === 'integer' && PART_OF_YEAR.test(name);

/** Whether adding values up says something: rates, prices and scores are averaged instead. */
export const isAdditive = ({ name, unit }: TableColumn): boolean =>
  !RATIO.test(name) && !PER.test(unit ?? '') && !PER.test(IN_BRACKETS.exec(name)?.[1] ?? '');

export const naturalAggregate = (column: TableColumn): ChartAggregate => (isAdditive(column) ? 'sum' : 'avg');

/** Whether a column measures something. */
export const isMeasure = (column: TableColumn, facts: ColumnStatistics, schema: TableSchema, rowCount?: number): boolean =>
  isNumeric(column) &&
  facts.distinct > 1 &&
  !isCode(column, schema) &&
  !isYear(column, facts) &&
  !isPartOfYear(column) &&
  !isSerial(column, facts, rowCount);

/** Whether a column has few values that rows fall under. */
export const isCategory = (column: TableColumn, facts: ColumnStatistics, schema: TableSchema, most: number): boolean =>
  (column.type === 'string' || column.type === 'boolean' || isPartOfYear(column)) &&
  facts.distinct >= 2 &&
  facts.distinct <= most &&
  !isCode(column, schema) &&
  String(facts.min ?? '').length <= LONG_VALUE &&
  String(facts.max ?? '').length <= LONG_VALUE;
