import { InputType, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { DateText, Nested, NestedList, Text, TextList, Whole } from '../../kernel/field/index.js';
import { RecordFields } from './record-fields.js';
import { ResourceFields } from './resource-fields.js';

/** 信息项: one column of a structured information resource. */
@ObjectType('DataItem')
@InputType('DataItemInput')
export class DataItemFields {
  @Text({ description: '信息项名称', min: 1, max: 200, example: '贷款金额' })
  name: string;

  @Text({ description: '数据类型：C 字符、N 数值、D 日期等，或原文', max: 50, optional: true, example: 'N' })
  type?: string | null;

  /** Spreadsheets give it as a number. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? String(value) : value))
  @Text({ description: '数据长度', max: 50, optional: true, example: '12,2' })
  length?: string | null;

  @Text({ description: '含义、单位、口径', max: 2000, multiline: true, optional: true, example: '单位：万元' })
  description?: string | null;
}

/** The period that the data covers. */
@ObjectType('Period')
@InputType('PeriodInput')
export class PeriodFields {
  @DateText({ description: '起', optional: true })
  start?: string | null;

  @DateText({ description: '止', optional: true })
  end?: string | null;
}

/** Whom to ask about a record; an office, never a person. */
@ObjectType('Contact')
@InputType('ContactInput')
export class ContactFields {
  @Text({ description: '联系单位或处室', max: 200, optional: true })
  unit?: string | null;

  @Text({ description: '办公电话', max: 100, optional: true })
  phone?: string | null;

  @Text({ description: '办公邮箱', max: 200, optional: true })
  email?: string | null;
}

/** An information resource: the 13 core elements of the catalog guide (发改高技〔2017〕1272号) and the open-data fields. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export abstract class DatasetFields extends RecordFields {
  @TextList({ description: '信息资源分类：类、项、目、细目', items: 8, example: ['部门信息资源', '市级', '住房公积金'] })
  classPath: string[] = [];

  @Text({ description: '信息资源代码，全国唯一', max: 100, optional: true, example: '307001000/000012' })
  resourceCode?: string | null;

  @Text({ description: '信息资源提供方', max: 200, optional: true, example: '泰州市统计局' })
  provider?: string | null;

  @Text({ description: '提供方统一社会信用代码（GB 32100）', max: 30, optional: true })
  providerCode?: string | null;

  @Text({ description: '信息资源格式大类：电子表格、数据库、服务接口等', max: 50, optional: true, example: '电子表格' })
  formatClass?: string | null;

  @TextList({ description: '文件格式', max: 50, items: 50, example: ['csv', 'xlsx'] })
  formats: string[] = [];

  @NestedList(() => DataItemFields, { description: '信息项', items: 2000 })
  items: DataItemFields[] = [];

  @Text({ description: '共享类型：无条件共享、有条件共享、不予共享', max: 50, optional: true, example: '有条件共享' })
  shareType?: string | null;

  @Text({ description: '共享条件；不予共享时为法定依据', max: 2000, multiline: true, optional: true })
  shareCondition?: string | null;

  @Text({ description: '共享方式：服务接口、批量交换、文件下载等', max: 100, optional: true })
  shareMode?: string | null;

  @Text({ description: '开放类型：无条件开放、有条件开放、不予开放', max: 50, optional: true, example: '无条件开放' })
  openness?: string | null;

  @Text({ description: '开放条件', max: 2000, multiline: true, optional: true })
  openCondition?: string | null;

  @Text({ description: '更新周期：实时、每日、每月、每年等', max: 50, optional: true, example: '每月' })
  updateCycle?: string | null;

  @TextList({ description: '关联资源代码', max: 100, items: 200 })
  relatedCodes: string[] = [];

  @NestedList(() => ResourceFields, { description: '下载与接口', items: 500 })
  resources: ResourceFields[] = [];

  @Text({ description: '使用许可', max: 200, optional: true })
  license?: string | null;

  @Text({ description: '来源系统', max: 200, optional: true })
  sourceSystem?: string | null;

  @Text({ description: '数据分级（GB/T 43697）', max: 50, optional: true })
  dataGrade?: string | null;

  @Nested(() => ContactFields, { description: '联系方式', optional: true })
  contact?: ContactFields | null;

  @Text({ description: '空间范围', max: 200, optional: true })
  spatial?: string | null;

  @Nested(() => PeriodFields, { description: '数据时间范围', optional: true })
  temporal?: PeriodFields | null;

  @Whole({ description: '数据行数', optional: true })
  rowCount?: number | null;

  @DateText({ description: '下次应更新日期', optional: true })
  nextUpdateDue?: string | null;
}
