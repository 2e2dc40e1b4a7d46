import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Choice, Flag, Key, NestedList, Text, TextList, Whole } from '../../kernel/field/index.js';
import { RELATION_TYPES, type RelationType } from '../relation/relation-type.js';
import { DatasetFields } from './dataset-fields.js';
import { DocumentFields } from './document-fields.js';
import { RECORD_KINDS, type RecordKind, type RecordStatus } from './record.entity.js';

/** A remark on a stored value, such as a topic that no code table has; the value is kept as given. */
@ObjectType('Remark')
export class Remark {
  @Text({ description: '字段', example: 'topic' })
  field: string;

  @Text({ description: '说明', example: '代码表中没有“默认主题”，按原样保存' })
  message: string;
}

/** A relation as seen from either end. */
@ObjectType('RelatedRecord')
export class RelatedRecord {
  @Choice({ description: '关系类型', values: RELATION_TYPES })
  type: RelationType;

  @Flag({ description: '为真时，是对方指向本记录' })
  incoming: boolean;

  @Text({ description: '从本记录看的说法', example: '被废止' })
  label: string;

  @Key({ description: '对方的标识符' })
  identifier: string;

  @Text({ description: '对方的标题；对方不在库中时为空', optional: true })
  title: string | null;

  @Choice({ description: '对方的种类；对方不在库中时为空', values: RECORD_KINDS, optional: true })
  kind: RecordKind | null;

  @Text({ description: '对方的成文日期，没有时为发布日期；对方不在库中时为空', optional: true })
  date: string | null;

  @Flag({ description: '只涉及一部分' })
  partial: boolean;

  @Text({ description: '说明', optional: true })
  note: string | null;
}

type Class<T> = abstract new () => T;

/** What the catalog adds to the fields of a record; mixed into both kinds so that they are written once. */
function Stored<T extends object>(Base: Class<T>): Class<T & StoredRecordFields> {
  @ObjectType({ isAbstract: true })
  abstract class StoredRecord extends (Base as Class<object>) {
    @Choice({ description: '种类', values: RECORD_KINDS })
    kind: RecordKind;

    @Choice({ description: '状态', values: ['published', 'withdrawn'] })
    status: RecordStatus;

    @Whole({ description: '修订号，从 1 起；ETag 由它而来', min: 1 })
    revision: number;

    @Text({ description: '页面地址', example: '/datasets/lc-gjj-0012' })
    url: string;

    @Text({ description: '主题分类编码；代码表中没有时为空', optional: true })
    topicCode: string | null;

    @Text({ description: '行政区划代码；代码表中没有时为空', optional: true })
    regionCode: string | null;

    @Text({ description: '提供方或发文机关的部门编号', optional: true })
    departmentCode: string | null;

    @ApiProperty({ type: String, format: 'date-time', description: '入库时间' })
    @Field(() => String, { description: '入库时间' })
    createdAt: string;

    @ApiProperty({ type: String, format: 'date-time', description: '最近修订时间' })
    @Field(() => String, { description: '最近修订时间' })
    updatedAt: string;

    @NestedList(() => Remark, { description: '保存时的提示' })
    remarks: Remark[];

    @Text({ description: '撤回原因', optional: true })
    withdrawalReason: string | null;
  }
  return StoredRecord as unknown as Class<T & StoredRecordFields>;
}

/** The fields that `Stored` adds. */
export interface StoredRecordFields {
  kind: RecordKind;
  status: RecordStatus;
  revision: number;
  url: string;
  topicCode: string | null;
  regionCode: string | null;
  departmentCode: string | null;
  createdAt: string;
  updatedAt: string;
  remarks: Remark[];
  withdrawalReason: string | null;
}

/** What both kinds share, for queries that do not care which they get. */
@InterfaceType('Record', {
  description: '目录中的一条记录',
  resolveType: ({ kind }: StoredRecordFields) => (kind === 'dataset' ? Dataset : Document),
})
export abstract class CatalogRecord {
  @Key({ description: '标识符' })
  identifier: string;

  @Text({ description: '名称或标题' })
  title: string;

  @Choice({ description: '种类', values: RECORD_KINDS })
  kind: RecordKind;

  @Text({ description: '摘要', optional: true })
  abstract?: string | null;

  @Text({ description: '主题分类', optional: true })
  topic?: string | null;

  @Text({ description: '行政区划', optional: true })
  region?: string | null;

  @Text({ description: '发布日期', optional: true })
  publishedOn?: string | null;

  @Text({ description: '页面地址' })
  url: string;

  @Whole({ description: '修订号', min: 1 })
  revision: number;
}

/** A dataset (数据资源) as everyone reads it. */
@ObjectType({ implements: () => [CatalogRecord], description: '数据资源' })
export class Dataset extends Stored(DatasetFields) {
  @Choice({ description: '种类', values: ['dataset'] })
  override kind: 'dataset';
}

/** A disclosed document (公开文件) as everyone reads it. */
@ObjectType({ implements: () => [CatalogRecord], description: '公开文件' })
export class Document extends Stored(DocumentFields) {
  @Choice({ description: '种类', values: ['document'] })
  override kind: 'document';

  @TextList({ description: '发文机关的部门编号，主办机关在前' })
  departmentCodes: string[];
}

export type AnyRecord = Dataset | Document;
