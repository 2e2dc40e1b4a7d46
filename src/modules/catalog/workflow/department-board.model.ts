import { ArgsType, ObjectType } from '@nestjs/graphql';
import type { WorkCalendar } from '../../kernel/calendar/index.js';
import { Choice, Flag, Key, Nested, NestedList, Text, Whole } from '../../kernel/field/index.js';
import type { Board } from './department-board.js';
import { clockOf } from './disclosure-clock.js';
import { SUBMISSION_STATES } from './submission-state.js';

/** Which department the figures are of. */
@ArgsType()
export class BoardQuery {
  @Text({ description: '部门编号；不写则是有权查看的全部部门', max: 100, optional: true })
  department?: string;
}

/** How many submissions are in a state, by their clock. */
@ObjectType()
export class BoardState {
  @Choice({ description: '状态', values: SUBMISSION_STATES })
  state: string;

  @Whole({ description: '期限充裕' })
  green: number;

  @Whole({ description: '临近期限' })
  amber: number;

  @Whole({ description: '到期或超期' })
  red: number;
}

/** A submission that is under way, with its clock. */
@ObjectType()
export class BoardEntry {
  @Key({ description: '稿件编号' })
  id: string;

  @Text({ description: '标题' })
  title: string;

  @Choice({ description: '发布或撤回', values: ['publish', 'withdraw'] })
  action: string;

  @Choice({ description: '状态', values: SUBMISSION_STATES })
  state: string;

  @Flag({ description: '是否被退回' })
  returned: boolean;

  @Text({ description: '起草人' })
  author: string;

  @Text({ description: '最迟公开日期' })
  dueOn: string;

  @Flag({ description: '期限是否确定：所跨年度的节假日尚未公布时为否' })
  dueCertain: boolean;

  @Whole({ description: '剩余工作日，过期为负', min: -100_000 })
  remaining: number;

  @Choice({ description: '红绿灯', values: ['green', 'amber', 'red'] })
  light: string;

  @Text({ description: '自何时停在这一步', format: 'date-time' })
  since: string;
}

/** What the gate found most often. */
@ObjectType()
export class BoardFinding {
  @Text({ description: '规则' })
  rule: string;

  @Text({ description: '是什么，怎么办' })
  message: string;

  @Whole({ description: '有此发现的稿件数' })
  submissions: number;
}

/** Published records, and what they lack. */
@ObjectType()
export class BoardRecords {
  @Whole({ description: '已发布' })
  published: number;

  @Whole({ description: '已撤回' })
  withdrawn: number;

  @Whole({ description: '没有摘要' })
  withoutAbstract: number;

  @Whole({ description: '没有关键词' })
  withoutKeywords: number;
}

/** Where a department stands. */
@ObjectType('DepartmentBoard')
export class DepartmentBoardModel {
  @NestedList(() => BoardState, { description: '在办稿件，按状态和期限' })
  states: BoardState[];

  @Whole({ description: '近十二个月发布的' })
  published: number;

  @Whole({ description: '其中期限内发布的' })
  onTime: number;

  @NestedList(() => BoardEntry, { description: '在办稿件中最急的十份' })
  waiting: BoardEntry[];

  @NestedList(() => BoardFinding, { description: '近十二个月最常见的检查发现' })
  findings: BoardFinding[];

  @Nested(() => BoardRecords, { description: '已发布的记录' })
  records: BoardRecords;
}

/** The figures as callers see them, with each clock as it stands today. Pure. */
export function presentBoard({ punctuality, waiting, ...board }: Board, today: string, calendar: WorkCalendar): DepartmentBoardModel {
  return {
    ...board,
    ...punctuality,
    waiting: waiting.map(({ updatedAt, ...entry }) => ({
      ...entry,
      ...clockOf(entry.dueOn, today, calendar),
      since: updatedAt.toISOString(),
    })),
  };
}
