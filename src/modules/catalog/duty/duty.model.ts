import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { Choice, DateText, Key, Text } from '../../kernel/field/index.js';
import { PageArgs } from '../../platform/graphql/index.js';
import { DUTY_KINDS, type DutyKind } from './duty.entity.js';

/** Query parameters of the list. */
@ArgsType()
export class DutyQuery extends PageArgs {
  @Choice({ description: '种类', values: DUTY_KINDS, optional: true })
  kind?: DutyKind;

  @Choice({ description: '待办或已办结', values: ['open', 'completed'], optional: true, absent: 'open' })
  state?: 'open' | 'completed';
}

/** Something a department has to see to. */
@ObjectType()
export class Duty {
  @Text({ description: '编号' })
  id: string;

  @Text({ description: '部门编号' })
  department: string;

  @Choice({ description: '种类：数据超过更新周期、不予公开定期复审、缺少政策解读', values: DUTY_KINDS })
  kind: string;

  @Key({ description: '记录的标识符' })
  identifier: string;

  @Text({ description: '记录的标题；记录已撤回则没有', optional: true })
  title?: string | null;

  @Text({ description: '发现日期' })
  since: string;

  @Text({ description: '应办日期' })
  dueOn: string;

  @Text({ description: '办结时间', format: 'date-time', optional: true })
  resolvedAt?: string | null;

  @Text({ description: '结果', optional: true })
  resolution?: string | null;

  @Text({ description: '办结人；schedule 为自动', optional: true })
  resolvedBy?: string | null;

  @Text({ description: '下次检查日期', optional: true })
  nextReviewOn?: string | null;
}

@InputType()
export class DutyCompletionInput {
  @Text({ description: '结果，如“复审后仍不予公开，理由……”', min: 1, max: 1000, multiline: true })
  result: string;

  @DateText({ description: '下次检查日期，最迟十二个月后；不写即：复审十二个月后，更新一个月后，解读不再检查', optional: true })
  nextReviewOn?: string | null;
}
