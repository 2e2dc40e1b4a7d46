import { Field, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Choice, Decimal, Text, TextList } from '../../kernel/field/index.js';
import { CONVERSION_STATES, type ConversionState, type DataConversionRow } from './data-conversion.entity.js';

/** How an attached file became tables, or why it did not; for its department. */
@ObjectType()
export class Conversion {
  @Text({ description: '附件的名称' })
  file: string;

  @Text({ description: '格式', example: 'csv' })
  format: string;

  @Text({ description: '附件内容的 SHA-256' })
  sha256: string;

  @Choice({ description: 'waiting 等待，running 正在转换，done 已转换，failed 没有转换成', values: CONVERSION_STATES })
  state: ConversionState;

  @Decimal({ description: '已读的行数' })
  rowsRead: number;

  @TextList({ description: '转换中应当知道的事，各一句' })
  notes: string[];

  @Text({ description: '没有转换成的原因', optional: true })
  error: string | null;

  @ApiProperty({ type: String, format: 'date-time', description: '提出的时间' })
  @Field(() => String, { description: '提出的时间' })
  queuedAt: string;

  @ApiProperty({ type: String, format: 'date-time', description: '开始的时间', nullable: true })
  @Field(() => String, { description: '开始的时间', nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', description: '结束的时间', nullable: true })
  @Field(() => String, { description: '结束的时间', nullable: true })
  finishedAt: string | null;
}

/** A conversion as REST and GraphQL answer it. Pure. */
export const presentConversion = (row: DataConversionRow): Conversion => ({
  file: row.title,
  format: row.format,
  sha256: row.sha256,
  state: row.state,
  rowsRead: Number(row.rowsRead),
  notes: row.notes,
  error: row.error,
  queuedAt: row.queuedAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
