import { ArgsType } from '@nestjs/graphql';
import { Choice, Key, Text, Whole } from '../../kernel/field/index.js';
import { ConnectionArgs } from '../../platform/graphql/index.js';
import { RECORD_KINDS, type RecordKind } from '../record/record.entity.js';

/** Names one record. */
@ArgsType()
export class IdentifierArgs {
  @Key({ description: '标识符' })
  identifier: string;
}

/** A page of the records of one kind. */
@ArgsType()
export class KindListArgs extends ConnectionArgs {
  @Text({ description: '部门编号', max: 100, optional: true })
  department?: string;
}

/** A page of records. */
@ArgsType()
export class RecordListArgs extends KindListArgs {
  @Choice({ description: '种类', values: RECORD_KINDS, optional: true })
  kind?: RecordKind;
}

/** Names the revision that a change starts from; another one in between refuses the change. */
@ArgsType()
export class RevisionArgs extends IdentifierArgs {
  @Whole({ description: '读取时的修订号', min: 1 })
  revision: number;
}

/** A withdrawal. */
@ArgsType()
export class WithdrawArgs extends RevisionArgs {
  @Text({ description: '撤回原因，公开显示', min: 1, max: 500 })
  reason: string;
}
