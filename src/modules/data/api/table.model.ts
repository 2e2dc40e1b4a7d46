import { Field, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Choice, Decimal, Key, NestedList, Text, TextList, Whole } from '../../kernel/field/index.js';
import { JsonObject } from '../../platform/graphql/index.js';
import type { PlainValue } from '../table/column-statistics.js';
import { COLUMN_TYPES, type ColumnType } from '../table/table-schema.js';

/** What a column holds, counted over all rows. */
@ObjectType('ColumnStatistics')
export class ColumnStatisticsModel {
  @Decimal({ description: '空值的个数' })
  nulls: number;

  @Decimal({ description: '不同值的个数；超过十万行时为估计' })
  distinct: number;

  @Text({ description: '最小值，按文本给出', optional: true })
  min: string | null;

  @Text({ description: '最大值，按文本给出', optional: true })
  max: string | null;

  @Decimal({ description: '平均值', optional: true })
  mean: number | null;

  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      required: ['value', 'count'],
      properties: {
        value: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }] },
        count: { type: 'integer' },
      },
    },
    description: '最常见的值：value 和 count',
  })
  @Field(() => [JsonObject], { description: '最常见的值：value 和 count' })
  top: { value: PlainValue; count: number }[];

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: '从最小值到最大值分成十段，各段的行数；不是数字时为空列表' })
  @Field(() => [Number], { description: '从最小值到最大值分成十段，各段的行数；不是数字时为空列表' })
  histogram: number[];
}

/** A column of a table. */
@ObjectType('TableColumn')
export class TableColumnModel {
  @Key({ description: '英文键名，由拼音而来，不随版本改变', example: 'qu_xian' })
  key: string;

  @Text({ description: '文件中的列名', example: '区县' })
  name: string;

  @Choice({ description: '类型；datetime 为不带时区的当地时间', values: COLUMN_TYPES })
  type: ColumnType;

  @Text({ description: '单位', optional: true, example: '万元' })
  unit: string | null;

  @Text({ description: '对应的信息项', optional: true })
  item: string | null;

  @Text({ description: '说明', optional: true })
  description: string | null;

  @ApiProperty({ type: () => ColumnStatisticsModel, nullable: true, description: '统计；刚转换完、还没有算好时为空' })
  @Field(() => ColumnStatisticsModel, { nullable: true, description: '统计；刚转换完、还没有算好时为空' })
  statistics: ColumnStatisticsModel | null;
}

/** A table of a dataset, at one of its versions. */
@ObjectType('DataTable')
export class DataTableModel {
  @Key({ description: '数据的标识符', example: 'lanchuan-ds-gjj-001' })
  dataset: string;

  @Key({ description: '表名，用于地址', example: 'gong_ji_jin_dai_kuan' })
  name: string;

  @Text({ description: '标题', example: '2025年公积金贷款' })
  title: string;

  @Whole({ description: '版本，从 1 起', min: 1 })
  version: number;

  @Decimal({ description: '行数' })
  rowCount: number;

  @Text({ description: '这一版的时间', format: 'date-time' })
  updatedAt: string;

  @Text({ description: 'Parquet 文件的 SHA-256' })
  sha256: string;

  @Decimal({ description: 'Parquet 文件的字节数' })
  byteSize: number;

  @NestedList(() => TableColumnModel, { description: '各列', items: 2000 })
  columns: TableColumnModel[];

  @TextList({ description: '转换时的说明' })
  notes: string[];

  @Text({ description: '逐行查询的地址' })
  rowsUrl: string;

  @Text({ description: '页面地址' })
  url: string;
}

/** Tables of a dataset. */
export class DataTableList {
  @ApiProperty({ type: [DataTableModel] })
  tables: DataTableModel[];
}

/** A version of a table, without its columns. */
@ObjectType('TableVersion')
export class TableVersionModel {
  @Whole({ description: '版本，从 1 起', min: 1 })
  version: number;

  @Decimal({ description: '行数' })
  rowCount: number;

  @Text({ description: '时间', format: 'date-time' })
  createdAt: string;

  @Text({ description: 'Parquet 文件的 SHA-256' })
  sha256: string;

  @Text({ description: '来自的文件的 SHA-256；推送的数据没有', optional: true })
  sourceSha256: string | null;

  @TextList({ description: '转换时的说明' })
  notes: string[];

  @Text({ description: '逐行查询这一版的地址' })
  rowsUrl: string;
}

/** Versions of a table, the newest first. */
export class TableVersionList {
  @ApiProperty({ type: [TableVersionModel] })
  versions: TableVersionModel[];
}
