import { Choice, Text, Whole } from '../../kernel/field/index.js';
import { RECORD_KINDS, type RecordKind } from '../record/record.entity.js';
import { Type } from 'class-transformer';

/** Query parameters of the lists of one kind. */
export class ListQuery {
  @Text({ description: '部门编号', max: 100, optional: true })
  department?: string;

  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: 100, optional: true, absent: 20 })
  limit: number = 20;

  @Text({ description: '上一页返回的 nextCursor', max: 500, optional: true })
  cursor?: string;
}

/** Query parameters of the list of all records. */
export class RecordListQuery extends ListQuery {
  @Choice({ description: '种类', values: RECORD_KINDS, optional: true })
  kind?: RecordKind;
}

/** Query parameters of withdrawal. */
export class WithdrawQuery {
  @Text({ description: '撤回原因，公开显示', min: 1, max: 500, example: '发布有误，更正后重新发布' })
  reason: string;
}
