import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { Choice, NestedList, Text, TextList, Whole } from '../../kernel/field/index.js';
import { JsonObject } from '../../platform/graphql/index.js';
import { COLUMN_TYPES, type ColumnType } from '../table/table-schema.js';

export const MOST_PUSHED = 10_000;
const MOST_COLUMNS = 500;
const MOST_KEYS = 8;
const ROWS = `要写入的行：列名或键名和值，1 到 ${MOST_PUSHED} 行。超过 15 位的数写成文本；空值写 null，或不写这一列`;

export const PUSH_MODES = ['append', 'upsert', 'replace', 'delete'] as const;
export type PushMode = (typeof PUSH_MODES)[number];

/** A column of a table that is pushed. */
@InputType()
export class PushedColumnInput {
  @Text({ description: '列名', min: 1, max: 200, example: '贷款金额' })
  name: string;

  @Choice({ description: '类型', values: COLUMN_TYPES })
  type: ColumnType;

  @Whole({ description: 'number 的小数位数，数按此精确保存；不写则按双精度保存', min: 0, max: 9, optional: true })
  scale?: number | null;

  @Text({ description: '单位', max: 20, optional: true, example: '万元' })
  unit?: string | null;

  @Text({ description: '说明', max: 500, optional: true })
  description?: string | null;
}

/** What a table is like whose rows a program pushes. */
@InputType()
export class PushedTableInput {
  @Text({ description: '标题', min: 1, max: 200, example: '公积金贷款发放' })
  title: string;

  @NestedList(() => PushedColumnInput, {
    description: `各列，1 到 ${MOST_COLUMNS} 列；以后可以加列，不能减列或改类型`,
    items: MOST_COLUMNS,
  })
  columns: PushedColumnInput[];

  @TextList({ description: '唯一确定一行的列；upsert 和 delete 需要', max: 200, items: MOST_KEYS, optional: true })
  key?: string[] | null;
}

/** Rows that a program pushes. */
@InputType()
export class PushedRowsInput {
  @Choice({
    description: 'append 加在后面；upsert 按 key 替换整行，没有的加上；replace 替换全部；delete 按 key 删去',
    values: PUSH_MODES,
  })
  mode: PushMode;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, maxItems: MOST_PUSHED, description: ROWS })
  @Field(() => [JsonObject], { description: ROWS })
  @IsArray({ message: '应为一个列表，每行一个 JSON 对象' })
  @ArrayMinSize(1, { message: '至少要有一行' })
  @ArrayMaxSize(MOST_PUSHED, { message: `一次最多 ${MOST_PUSHED} 行，请分几次` })
  rows: unknown[];

  @Text({ description: '发布前检查拦下个人信息时，依法应当公开的依据；记入审计日志', min: 5, max: 500, optional: true })
  reason?: string | null;
}

/** A table that was taken out. */
@ObjectType()
export class RemovedTable {
  @Text({ description: '数据的标识符' })
  dataset: string;

  @Text({ description: '表名' })
  table: string;
}

/** What a push did. */
@ObjectType()
export class PushOutcome {
  @Whole({ description: '写成的版本；没有变化时为现有版本', min: 1 })
  version: number;

  @Whole({ description: '表现在的行数' })
  rowCount: number;

  @Whole({ description: '加上的行数' })
  added: number;

  @Whole({ description: '替换的行数' })
  updated: number;

  @Whole({ description: '删去的行数' })
  removed: number;

  @TextList({ description: '应当知道的事' })
  notes: string[];
}
