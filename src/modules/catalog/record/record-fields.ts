import { InputType, ObjectType } from '@nestjs/graphql';
import { Choice, DateText, Flag, Key, NestedList, Text, TextList } from '../../kernel/field/index.js';
import { RELATION_TYPES, type RelationType } from '../relation/relation-type.js';

/** One directed relation of a record to another, by the other's identifier. */
@ObjectType('Relation')
@InputType('RelationInput')
export class RelationFields {
  @Choice({ description: '关系类型', values: RELATION_TYPES, example: 'repeals' })
  type: RelationType;

  @Key({ description: '对方记录的标识符', example: 'zf-2019-012' })
  target: string;

  @Flag({ description: '只涉及对方的一部分（部分废止）', optional: true })
  partial?: boolean | null;

  @Text({ description: '说明', max: 500, optional: true })
  note?: string | null;
}

/** The common core of every record (GB/T 21063.3 core metadata), as departments give it and as everyone reads it. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export abstract class RecordFields {
  @Key({ description: '标识符：调用方的稳定编号，全库唯一，不复用', example: 'lc-gjj-0012' })
  identifier: string;

  @Text({ description: '名称或标题', min: 1, max: 500, example: '住房公积金贷款发放情况' })
  title: string;

  @Text({ description: '摘要、内容概述', max: 20_000, multiline: true, optional: true })
  abstract?: string | null;

  @TextList({ description: '关键词', max: 100, items: 100, example: ['公积金', '贷款'] })
  keywords: string[] = [];

  @Text({ description: '主题分类：编码或名称，如 综合政务\\政务公开', max: 200, optional: true, example: '综合政务\\政务公开' })
  topic?: string | null;

  @Text({ description: '行政区划：六位代码或名称', max: 200, optional: true, example: '江苏省泰州市' })
  region?: string | null;

  @DateText({ description: '发布日期', optional: true })
  publishedOn?: string | null;

  @DateText({ description: '最近更新日期', optional: true })
  modifiedOn?: string | null;

  @Text({ description: '来源网址', max: 2000, optional: true, example: 'https://example.gov.cn/a.html' })
  sourceUrl?: string | null;

  @NestedList(() => RelationFields, { description: '与其他记录的关系', items: 500 })
  relations: RelationFields[] = [];
}
