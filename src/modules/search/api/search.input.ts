import { ArgsType, InputType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { Choice, Flag, Text, TextList, Whole } from '../../kernel/field/index.js';
import type { SearchSort } from '../search-engine.js';

/** `?format=csv&format=xlsx` and `?format=csv` both make a list. */
const several = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));

export const SORTS = ['relevance', 'newest', 'updated', 'title'] as const satisfies readonly SearchSort[];

/** What a search asks for: words and filters (repeatable, joined by or within one facet). */
@ArgsType()
@InputType({ isAbstract: true })
export abstract class SearchConditions {
  @Text({ description: '要找的内容：词、问题、文号、拼音', max: 5000, optional: true, multiline: true, example: '住房公积金贷款' })
  q?: string | null;

  @several
  @TextList({ description: '种类：dataset 数据、document 文件', items: 10 })
  kind: string[] = [];

  @several
  @TextList({ description: '部门编号或全称', items: 50 })
  department: string[] = [];

  @several
  @TextList({ description: '主题编码或名称', items: 50 })
  topic: string[] = [];

  @several
  @TextList({ description: '行政区划代码或名称', items: 50 })
  region: string[] = [];

  @several
  @TextList({ description: '年份', items: 50, max: 10 })
  year: string[] = [];

  @several
  @TextList({ description: '文件格式', items: 50 })
  format: string[] = [];

  @several
  @TextList({ description: '开放类型', items: 10 })
  openness: string[] = [];

  @several
  @TextList({ description: '共享类型', items: 10 })
  shareType: string[] = [];

  @several
  @TextList({ description: '有效性', items: 10 })
  validity: string[] = [];

  @several
  @TextList({ description: '文种或体裁', items: 50 })
  documentType: string[] = [];

  @several
  @TextList({ description: '更新周期', items: 20 })
  updateCycle: string[] = [];
}

/** Parameters of a search: what it asks for, order and page. */
@ArgsType()
export class SearchInput extends SearchConditions {
  @Choice({ description: '排序', values: SORTS, optional: true, absent: 'relevance' })
  sort: SearchSort = 'relevance';

  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: 100, optional: true, absent: 20 })
  limit: number = 20;

  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @Flag({ description: '给出每条结果得分的组成；需要 API 密钥', optional: true, absent: false })
  explain: boolean = false;

  @Text({ description: '上一页返回的 nextCursor', max: 4000, optional: true })
  cursor?: string | null;
}

/** Parameters of suggestions. */
@ArgsType()
export class SuggestInput {
  @Text({ description: '已输入的内容：汉字、全拼或首字母', max: 200, example: 'gjj' })
  q: string;

  @Type(() => Number)
  @Whole({ description: '最多几条', min: 1, max: 20, optional: true, absent: 8 })
  limit: number = 8;
}

/** A result that a reader opened. */
export class ClickInput {
  @Text({ description: '查询', max: 5000, multiline: true, example: '公积金' })
  q: string;

  @Text({ description: '打开的记录的标识符', max: 200, min: 1 })
  identifier: string;
}
