import { ArgsType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Choice, DateText, Decimal, Key, Nested, NestedList, Text, Whole } from '../../kernel/field/index.js';
import { FIGURE_NAMES, type FigureName, SUBJECTS, type Subject } from '../figure/figure.js';
import { MOST_MONTHS } from '../figure/month.js';
import { ORDERS, type Order } from '../figure/rank.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const monthly = (description: string) => Text({ description, pattern: MONTH, max: 7, optional: true, example: '2026-05' });

/** Of which months. */
@ArgsType()
export class SpanArgs {
  @monthly('从哪一个月起；不写即到 to 为止的 24 个月')
  from?: string | null;

  @monthly(`到哪一个月（含）；不写即本月；最多 ${MOST_MONTHS} 个月`)
  to?: string | null;
}

/** Of which department and months. */
@ArgsType()
export class TransparencyArgs extends SpanArgs {
  @Text({ description: '部门编号；- 指没有登记部门的记录；不写即全部', max: 100, optional: true, example: 'gjj' })
  department?: string | null;
}

/** Which departments, in which order. */
@ArgsType()
export class RankingArgs extends SpanArgs {
  @Choice({ description: '按哪一个数字排序', values: FIGURE_NAMES, optional: true, absent: 'publishing.published' })
  sort: FigureName = 'publishing.published';

  @Choice({ description: 'desc 从高到低，asc 从低到高；没有数字的总在最后', values: ORDERS, optional: true, absent: 'desc' })
  order: Order = 'desc';

  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: 100, optional: true, absent: 20 })
  limit: number = 20;

  @Type(() => Number)
  @Whole({ description: '跳过多少条', min: 0, max: 100_000, optional: true, absent: 0 })
  offset: number = 0;
}

/** Behind which figure. */
@ArgsType()
abstract class RecordsArgs extends TransparencyArgs {
  @Choice({ description: '哪一个数字', values: FIGURE_NAMES, example: 'publishing.late' })
  figure: FigureName;

  @monthly('只要一个月；与 from、to 二选一')
  month?: string | null;
}

const MOST = 1_000;
export const USUAL_RECORDS = 50;

/** Records behind a figure, by GraphQL. */
@ArgsType()
export class RecordsOfFigureArgs extends RecordsArgs {
  @Text({ description: '上一页的 nextCursor；其他条件不能改变', max: 500, optional: true })
  after?: string | null;

  @Whole({ description: '每页条数', min: 1, max: MOST, optional: true })
  first: number = USUAL_RECORDS;
}

const FORMATS = ['json', 'csv'] as const;
const format = () =>
  Choice({ description: 'csv 为逗号分隔的文件；也可以用 Accept: text/csv', values: FORMATS, optional: true, absent: 'json' });

/** Figures, by REST. */
export class TransparencyQuery extends TransparencyArgs {
  @format()
  format?: (typeof FORMATS)[number];
}

/** Departments, by REST. */
export class RankingQuery extends RankingArgs {
  @format()
  format?: (typeof FORMATS)[number];
}

/** Records behind a figure, by REST. */
export class RecordsOfFigureQuery extends RecordsArgs {
  @Text({ description: '上一页的 nextCursor；其他条件不能改变；csv 总是全部，不分页', max: 500, optional: true })
  cursor?: string;

  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: MOST, optional: true, absent: USUAL_RECORDS })
  limit: number = USUAL_RECORDS;

  @format()
  format?: (typeof FORMATS)[number];
}

/** How a figure comes about. */
@ObjectType()
export class FigureDefinition {
  @Text({ description: '名称', example: 'publishing.late' })
  name: string;

  @Choice({ description: '数的是什么：document 文件，dataset 数据，application 数据使用申请，feedback 提问和纠错', values: SUBJECTS })
  subject: Subject;

  @Choice({ description: 'month 按月；today 只有今天的情况', values: ['month', 'today'] })
  scope: 'month' | 'today';

  @Text({ description: '中文名称', example: '逾期公开' })
  label: string;

  @Text({ description: '英文名称', example: 'Published late' })
  english: string;

  @Text({ description: '怎样计算' })
  method: string;

  @Text({ description: '依据', optional: true, example: '《政府信息公开条例》第二十六条' })
  basis: string | null;
}

/** One figure. */
@ObjectType()
export class FigureValue {
  @Text({ description: '名称', example: 'publishing.late' })
  figure: string;

  @Decimal({ description: '个数、百分比或中位数；没有可算的为空', optional: true, example: 3 })
  value: number | null;

  @Text({
    description: '背后的记录：count 一样多；比率和中位数则是作分母的记录',
    example: '/api/v1/transparency/records?figure=publishing.late',
  })
  records: string;
}

/** A department. */
@ObjectType()
export class FigureDepartment {
  @Text({ description: '部门编号；没有登记部门的为空', optional: true, example: 'gjj' })
  code: string | null;

  @Text({ description: '部门名称' })
  name: string;
}

/** Figures of a month. */
@ObjectType()
export class MonthFigures {
  @DateText({ description: '月份', example: '2026-05' })
  month: string;

  @NestedList(() => FigureValue, { description: '当月的数字' })
  values: FigureValue[];
}

/** Figures of the whole government or of a department. */
@ObjectType()
export class Transparency {
  @DateText({ description: '统计到哪一天', example: '2026-11-26' })
  asOf: string;

  @DateText({ description: '从哪一个月起', example: '2024-12' })
  from: string;

  @DateText({ description: '到哪一个月', example: '2026-11' })
  to: string;

  @Nested(() => FigureDepartment, { description: '部门；全部部门时为空', optional: true })
  department: FigureDepartment | null;

  @NestedList(() => FigureDefinition, { description: '各个数字怎样计算' })
  definitions: FigureDefinition[];

  @NestedList(() => FigureValue, { description: '这些月份的合计，和今天的情况' })
  totals: FigureValue[];

  @NestedList(() => MonthFigures, { description: '逐月的数字', items: MOST_MONTHS })
  months: MonthFigures[];
}

/** Figures of one department among others. */
@ObjectType()
export class DepartmentFigures extends FigureDepartment {
  @NestedList(() => FigureValue, { description: '这些月份的合计，和今天的情况' })
  values: FigureValue[];
}

/** Departments in an order. */
@ObjectType()
export class TransparencyRanking {
  @DateText({ description: '统计到哪一天', example: '2026-11-26' })
  asOf: string;

  @DateText({ description: '从哪一个月起', example: '2024-12' })
  from: string;

  @DateText({ description: '到哪一个月', example: '2026-11' })
  to: string;

  @Whole({ description: '共有多少个部门' })
  total: number;

  @NestedList(() => DepartmentFigures, { description: '本页的部门', items: 100 })
  departments: DepartmentFigures[];
}

/** A record behind a figure. */
@ObjectType('FigureRecord')
export class FigureRecordModel {
  @Choice({ description: '种类', values: SUBJECTS })
  subject: Subject;

  @Key({ description: '标识符；申请则是所申请数据的' })
  identifier: string;

  @Text({ description: '标题' })
  title: string;

  @Text({ description: '页面地址' })
  url: string;

  @Text({ description: '部门编号', optional: true })
  department: string | null;

  @Text({ description: '部门名称', optional: true })
  departmentName: string | null;

  @DateText({ description: '期限从哪一天起算：成文日期、最近一次更新或申请日期', optional: true })
  startedOn: string | null;

  @DateText({ description: '期限的最后一天；不能计算的为空', optional: true })
  dueOn: string | null;

  @DateText({ description: '发布或答复的日期', optional: true })
  doneOn: string | null;

  @Whole({ description: '用了多少个工作日；不能计算的为空', optional: true })
  workingDays: number | null;

  @Text({ description: '数据的开放类型和更新周期，或申请的办理情况', optional: true })
  detail: string | null;
}

/** A page of the records behind a figure. */
@ObjectType()
export class FigureRecordPage {
  @Choice({ description: '哪一个数字', values: FIGURE_NAMES })
  figure: FigureName;

  @Whole({ description: '共有多少条' })
  total: number;

  @NestedList(() => FigureRecordModel, { description: '本页的记录', items: MOST })
  records: FigureRecordModel[];

  @Text({ description: '下一页的 cursor；没有下一页时为空', optional: true })
  nextCursor: string | null;
}
