import { ObjectType } from '@nestjs/graphql';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Choice, Key, NestedList, Text, Whole } from '../../kernel/field/index.js';
import { type AnyRecord, Dataset, Document, RelatedRecord, Remark } from '../record/record.model.js';

/** One page of datasets. */
export class DatasetPage {
  @ApiProperty({ type: [Dataset] })
  records: Dataset[];

  @ApiProperty({ type: String, nullable: true, description: '下一页的游标；没有下一页时为空' })
  nextCursor: string | null;
}

/** One page of documents. */
export class DocumentPage {
  @ApiProperty({ type: [Document] })
  records: Document[];

  @ApiProperty({ type: String, nullable: true, description: '下一页的游标；没有下一页时为空' })
  nextCursor: string | null;
}

/** One page of records of any kind. */
@ApiExtraModels(Dataset, Document)
export class AnyRecordPage {
  @ApiProperty({ type: 'array', items: { oneOf: [{ $ref: getSchemaPath(Dataset) }, { $ref: getSchemaPath(Document) }] } })
  records: AnyRecord[];

  @ApiProperty({ type: String, nullable: true, description: '下一页的游标；没有下一页时为空' })
  nextCursor: string | null;
}

/** What became of a write. */
@ObjectType()
export class WriteResult {
  @Choice({ description: '结果', values: ['created', 'updated', 'unchanged'] })
  result: string;

  @Key({ description: '标识符' })
  identifier: string;

  @Whole({ description: '修订号', min: 1 })
  revision: number;

  @Text({ description: '页面地址' })
  url: string;

  @NestedList(() => Remark, { description: '提示：按原样保存的未知名称等' })
  remarks: Remark[];
}

/** A withdrawal that took place. */
@ObjectType()
export class Withdrawal {
  @Key({ description: '标识符' })
  identifier: string;

  @Text({ description: '公开显示的原因' })
  reason: string;
}

/** Relations of a record, from either end. */
export class Relations {
  @ApiProperty({ type: [RelatedRecord] })
  relations: RelatedRecord[];
}

/** One revision of a record. */
@ObjectType()
export class Revision {
  @Whole({ description: '修订号', min: 1 })
  revision: number;

  @Choice({ description: '动作', values: ['created', 'updated', 'withdrawn', 'validity'] })
  action: string;

  @Text({ description: '内容的 SHA-256' })
  contentHash: string;

  @Text({ description: '原因', optional: true })
  reason: string | null;

  @Text({ description: '时间', format: 'date-time' })
  createdAt: string;
}

/** Revisions of a record, newest first. */
export class Revisions {
  @ApiProperty({ type: [Revision] })
  revisions: Revision[];
}
