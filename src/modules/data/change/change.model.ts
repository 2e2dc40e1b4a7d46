import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { RECORD_KINDS, type RecordKind } from '../../catalog/index.js';
import { Choice, Flag, NestedList, Text, Whole } from '../../kernel/field/index.js';
import { CHANGE_ACTIONS, type ChangeAction } from './catalog-change.entity.js';

const MOST = 1_000;

/** What REST and GraphQL ask of the changes alike. */
@ArgsType()
export abstract class ChangeFilterArgs {
  @Text({ description: '从何时开始：日期（北京时间）或带时区的时间；与游标二选一', max: 40, optional: true, example: '2026-11-01' })
  since?: string | null;

  @Choice({ description: '只要一种记录的变化', values: RECORD_KINDS, optional: true })
  kind?: RecordKind | null;

  @Text({ description: '只要一个部门的变化：部门编号', max: 100, optional: true })
  department?: string | null;
}

/** A page of changes, by REST. */
export class ChangeQuery extends ChangeFilterArgs {
  @Text({ description: '上一页的 nextCursor；其他条件不能改变', max: 500, optional: true })
  cursor?: string;

  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: MOST, optional: true, absent: 200 })
  limit: number = 200;
}

/** A page of changes, by GraphQL. */
@ArgsType()
export class ChangeArgs extends ChangeFilterArgs {
  @Text({ description: '上一页的 nextCursor', max: 500, optional: true })
  after?: string | null;

  @Whole({ description: '每页条数', min: 1, max: MOST, optional: true })
  first: number = 200;
}

/** One change of a record or of a table. */
@ObjectType()
export class Change {
  @Choice({ description: '是记录变了，还是它的表变了', values: ['record', 'table'] })
  subject: 'record' | 'table';

  @Choice({
    description: 'created 新增，updated 修改，withdrawn 撤回，validity 有效性变更；表另有 removed 移除、restored 恢复',
    values: CHANGE_ACTIONS,
  })
  action: ChangeAction;

  @Text({ description: '记录的标识符；表的变化则是所属数据的', example: 'lc-gjj-0012' })
  identifier: string;

  @Choice({ description: '记录的种类', values: RECORD_KINDS })
  kind: RecordKind;

  @Whole({ description: '记录的修订号', min: 1, optional: true })
  revision: number | null;

  @Text({ description: '表名', optional: true })
  table: string | null;

  @Whole({ description: '表的版本', min: 1, optional: true })
  version: number | null;

  @Text({ description: '撤回的原因', optional: true })
  reason: string | null;

  @ApiProperty({ type: String, format: 'date-time', description: '变化的时间' })
  @Field(() => String, { description: '变化的时间' })
  at: string;

  @Text({ description: '现在的内容在接口中的地址；撤回的回答 410', example: '/api/v1/datasets/lc-gjj-0012' })
  url: string;
}

/** Changes in their order. */
@ObjectType()
export class ChangePage {
  @NestedList(() => Change, { description: '依次发生的变化', items: MOST })
  changes: Change[];

  @Text({ description: '总会给出：存下来，下次从这里接着取' })
  nextCursor: string;

  @Flag({ description: '后面现在就还有' })
  hasMore: boolean;
}
