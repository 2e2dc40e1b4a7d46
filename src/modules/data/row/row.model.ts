import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { Choice, Decimal, Flag, NestedList, Text, Whole } from '../../kernel/field/index.js';
import { JsonObject } from '../../platform/graphql/index.js';
import { LONGEST_EXPRESSION } from '../query/where-tokens.js';
import { COLUMN_TYPES, type ColumnType } from '../table/table-schema.js';

export const MOST_ROWS = 1_000;
const LONGEST_LIST = 8_000;

/** What REST and GraphQL ask of rows alike. */
@ArgsType()
export abstract class RowFilter {
  @Text({
    description: '要哪些列或汇总，逗号分隔：区县, sum(贷款金额) as 总额。列名或键名都可以；不写为全部',
    max: LONGEST_LIST,
    optional: true,
    example: '区县, 贷款金额',
  })
  select?: string;

  @Text({
    description: `条件表达式，见 docs/rows.md：贷款金额 >= 100 and 区县 in ('海陵区','高港区')`,
    max: LONGEST_EXPRESSION,
    multiline: true,
    optional: true,
  })
  where?: string;

  @Text({ description: '按哪些列分组，逗号分隔；不写 select 时给出各组的行数', max: LONGEST_LIST, optional: true })
  groupBy?: string;

  @Text({
    description: '按哪些列排序，逗号分隔，降序加 desc：贷款金额 desc。不写为文件中的顺序；空值总在最后',
    max: LONGEST_LIST,
    optional: true,
  })
  orderBy?: string;

  @Text({ description: '在任何文本列中都要出现的词，空格分隔', max: 200, optional: true })
  q?: string;
}

/** A page of rows, by REST; other parameters are `column__operator=value`. */
export class RowQuery extends RowFilter {
  @Type(() => Number)
  @Whole({ description: '版本；不写为最新一版', min: 1, optional: true })
  version?: number;

  @Type(() => Number)
  @Whole({ description: '每页行数', min: 1, max: MOST_ROWS, optional: true, absent: 50 })
  limit: number = 50;

  @Text({ description: '上一页的 nextCursor；其他条件不能改变', max: 4_000, optional: true })
  cursor?: string;

  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === '' ? true : value === 'false' ? false : value))
  @Flag({ description: '有条件时也数出总行数', optional: true, absent: false })
  count: boolean = false;
}

/** A page of rows, by GraphQL. */
@ArgsType()
export class RowArgs extends RowFilter {
  @Whole({ description: '每页行数', min: 1, max: MOST_ROWS, optional: true })
  first: number = 50;

  @Text({ description: '上一页的 nextCursor', max: 4_000, optional: true })
  after?: string | null;

  @Flag({ description: '有条件时也数出总行数', optional: true })
  count: boolean = false;
}

/** A column of an answer. */
@ObjectType('RowColumn')
export class RowColumnModel {
  @Text({ description: '名称，即 rows 中的键' })
  name: string;

  @Choice({ description: '类型', values: COLUMN_TYPES })
  type: ColumnType;

  @Text({ description: '单位', optional: true })
  unit: string | null;
}

/** Rows of a table. */
@ObjectType('TableRows')
export class RowPageModel {
  @NestedList(() => RowColumnModel, { description: '各列', items: 2000 })
  columns: RowColumnModel[];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: '各行：列名和值。日期为 ISO 文本；双精度装不下的数为文本；空值为 null',
  })
  @Field(() => [JsonObject], { description: '各行：列名和值。日期为 ISO 文本；双精度装不下的数为文本；空值为 null' })
  rows: object[];

  @Decimal({ description: '总行数；有条件而没有写 count 时为空', optional: true })
  total: number | null;

  @Text({ description: '下一页的游标；没有下一页时为空', optional: true })
  nextCursor: string | null;

  @Whole({ description: '版本', min: 1 })
  version: number;

  @Decimal({ description: '用时（毫秒）' })
  tookMs: number;
}
