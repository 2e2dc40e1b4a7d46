import { ObjectType } from '@nestjs/graphql';
import { Choice, Decimal, Flag, Key, Nested, NestedList, Text, TextList, Whole } from '../../kernel/field/index.js';

/** How many records match. */
@ObjectType()
export class SearchTotal {
  @Whole({ description: '条数' })
  value: number;

  @Flag({ description: '是否精确' })
  exact: boolean;
}

/** A value to narrow by, with the number of records behind it. */
@ObjectType()
export class FacetValue {
  @Text({ description: '参数取值' })
  value: string;

  @Text({ description: '名称' })
  label: string;

  @Whole({ description: '记录数' })
  count: number;

  @Flag({ description: '是否已选' })
  selected: boolean;
}

/** One facet and its values, the most frequent first. */
@ObjectType()
export class FacetGroup {
  @Text({ description: '参数名', example: 'department' })
  name: string;

  @Text({ description: '名称', example: '部门' })
  label: string;

  @NestedList(() => FacetValue, { description: '取值' })
  values: FacetValue[];
}

/** A text with the matched words marked. */
@ObjectType()
export class Highlight {
  @Text({ description: '字段：title 标题、item 信息项（标题中没有的词所在的）', example: 'title' })
  field: string;

  @Text({ description: '已转义的 HTML，命中处为 <mark>' })
  html: string;
}

/** One part of a score. */
@ObjectType()
export class Explanation {
  @Text({
    description:
      '部分：number 编号、words 词、closeness 相邻、title 标题、likeness 与标题相似、boost 限定词、recency 新近、validity 有效性、preference 置顶与点击',
  })
  part: string;

  @Decimal({ description: '分值' })
  value: number;
}

/** The file of a record in which the words stand. */
@ObjectType()
export class HitAttachment {
  @Text({ description: '附件名称' })
  title: string;

  @Text({ description: '附件地址' })
  url: string;
}

/** One record found. */
@ObjectType()
export class SearchHit {
  @Key({ description: '标识符' })
  identifier: string;

  @Choice({ description: '种类', values: ['dataset', 'document'] })
  kind: 'dataset' | 'document';

  @Text({ description: '标题' })
  title: string;

  @Text({ description: '命中处前后的文字，已转义的 HTML，命中处为 <mark>', optional: true })
  snippet: string | null;

  @Nested(() => HitAttachment, { description: '所查的词只见于附件时，是哪个附件；这时 snippet 取自附件', optional: true })
  attachment: HitAttachment | null;

  @NestedList(() => Highlight, { description: '各字段中的命中' })
  highlights: Highlight[];

  @Text({ description: '部门', optional: true })
  department: string | null;

  @Text({ description: '主题', optional: true })
  topic: string | null;

  @Text({ description: '地区', optional: true })
  region: string | null;

  @Text({ description: '发布日期', optional: true })
  publishedOn: string | null;

  @Text({ description: '最近更新日期', optional: true })
  modifiedOn: string | null;

  @Text({ description: '有效性（文件）', optional: true })
  validity: string | null;

  @Text({ description: '发文字号（文件）', optional: true })
  documentNumber: string | null;

  @Text({ description: '文种（文件）', optional: true })
  documentType: string | null;

  @Text({ description: '开放类型（数据）', optional: true })
  openness: string | null;

  @Text({ description: '更新周期（数据）', optional: true })
  updateCycle: string | null;

  @TextList({ description: '文件格式（数据）' })
  formats: string[];

  @Decimal({ description: '得分，只在同一次查询内可比' })
  score: number;

  @Text({ description: '页面地址' })
  url: string;

  @Flag({ description: '由编辑置顶' })
  pinned: boolean;

  @NestedList(() => Explanation, { description: '得分由哪些部分组成；只在 explain=true 时给出' })
  explanation: Explanation[];
}

/** One piece of what the box understood. */
@ObjectType()
export class Interpretation {
  @Text({ description: '类型', example: 'department' })
  type: string;

  @Text({ description: '输入的文字' })
  text: string;

  @Text({ description: '理解为' })
  meaning: string;
}

/** The answer to a search. */
@ObjectType()
export class SearchAnswer {
  @Nested(() => SearchTotal, { description: '总数' })
  total: SearchTotal;

  @NestedList(() => SearchHit, { description: '结果' })
  hits: SearchHit[];

  @NestedList(() => FacetGroup, { description: '分面' })
  facets: FacetGroup[];

  @NestedList(() => Interpretation, { description: '对输入的理解' })
  interpretation: Interpretation[];

  @TextList({ description: '为找到结果而放宽的词' })
  relaxed: string[];

  @Text({ description: '您是不是要找', optional: true })
  suggestion: string | null;

  @Text({ description: '下一页的游标', optional: true })
  nextCursor: string | null;

  @Decimal({ description: '用时，毫秒' })
  tookMs: number;
}

/** A completion of what has been typed. */
@ObjectType('Suggestion')
export class SuggestionModel {
  @Text({ description: '文字' })
  text: string;

  @Choice({ description: '类型', values: ['title', 'department', 'topic', 'number', 'query'] })
  type: string;

  @Text({ description: '直达地址', optional: true })
  url: string | null;
}

/** Completions, best first. */
@ObjectType()
export class SuggestAnswer {
  @NestedList(() => SuggestionModel, { description: '补全' })
  suggestions: SuggestionModel[];
}
