import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { Choice, Flag, Key, Text, Whole } from '../kernel/field/index.js';
import { PageArgs } from '../platform/graphql/index.js';
import { FEEDBACK_KINDS, type FeedbackKind, RECORD_FEEDBACK_KINDS, type RecordFeedbackKind } from './feedback-kind.js';
import { FEEDBACK_STATES, type FeedbackState } from './feedback-state.js';

const MAIL = /^[^\s<>,;:"'()[\]\\@]{1,64}@[^\s<>,;:"'()[\]\\@]{1,190}$/;
/** Without a name before the host, which looks like the host to whoever reads it. */
const WEB_ADDRESS = /^https?:\/\/[^\s<>"@/?#\\]{3,255}([/?#][^\s<>"]{0,240})?$/;

const emailField = {
  description: '电子邮箱，只用来寄送答复，办结一年后删除；没有配置邮件的平台不保存',
  max: 255,
  pattern: MAIL,
  example: 'reader@example.org',
  optional: true,
};
const textField = {
  description: '内容；请不要写姓名、电话、证件号等个人信息',
  min: 10,
  max: 2000,
  multiline: true,
};

/** What somebody says about a record. */
@InputType()
export class FeedbackInput {
  @Choice({ description: '提问、纠错、应用案例', values: RECORD_FEEDBACK_KINDS })
  kind: RecordFeedbackKind;

  @Text({ ...textField, example: '第三季度的里程为什么比第二季度少？' })
  text: string;

  @Text({ description: '应用的名称；应用案例必填', min: 1, max: 100, optional: true })
  title?: string | null;

  @Text({ description: '应用的网址', max: 510, pattern: WEB_ADDRESS, example: 'https://www.example.org/', optional: true })
  address?: string | null;

  @Text(emailField)
  email?: string | null;
}

/** What somebody wants that the search did not find. */
@InputType()
export class DemandInput {
  @Text({ description: '想要什么数据或信息', min: 2, max: 100, example: '公共厕所的开放时间' })
  title: string;

  @Text({ ...textField, example: '全市公共厕所的位置和开放时间，用来做无障碍地图' })
  text: string;

  @Key({ description: '应由哪个部门答复，部门编号；不写由平台管理员转办', max: 100, optional: true })
  department?: string | null;

  @Text(emailField)
  email?: string | null;
}

/** What anybody is told who submits: the number to quote, and the token to follow it with, this once. */
@ObjectType()
export class FeedbackReceipt {
  @Text({ description: '编号', example: 'FK-2026-15' })
  number: string;

  @Text({ description: '查看办理情况的凭证，只在这里出现一次' })
  token: string;

  @Text({ description: '查看办理情况的页面' })
  url: string;

  @Text({ description: '应在这一天前答复' })
  dueOn: string;

  @Flag({ description: '有了答复会发邮件' })
  mailed: boolean;
}

/** What everybody reads of what was said about a record. */
@ObjectType()
export class PublishedFeedback {
  @Text({ description: '编号' })
  number: string;

  @Choice({ description: '提问、纠错、应用案例、需求', values: FEEDBACK_KINDS })
  kind: FeedbackKind;

  @Text({ description: '应用的名称，或想要什么', optional: true })
  title: string | null;

  @Text({ description: '应用的网址', optional: true })
  address: string | null;

  @Text({ description: '内容' })
  text: string;

  @Text({ description: '提交日期' })
  submittedOn: string;

  @Text({ description: '答复，或不予采纳的理由', optional: true })
  answer: string | null;

  @Text({ description: '答复日期', optional: true })
  answeredOn: string | null;

  @Text({ description: '答复的部门', optional: true })
  departmentName: string | null;

  @Flag({ description: '部门确认记录有误' })
  confirmed: boolean;
}

/** How it stands, for whoever holds the token. */
@ObjectType()
export class FeedbackStatus extends PublishedFeedback {
  @Choice({ description: '待答复、已答复、不予采纳', values: FEEDBACK_STATES })
  state: FeedbackState;

  @Text({ description: '应在这一天前答复' })
  dueOn: string;

  @Flag({ description: '超过了期限，或超过期限才答复' })
  overdue: boolean;

  @Flag({ description: '已公开' })
  published: boolean;

  @Flag({ description: '有了答复会发邮件' })
  mailed: boolean;

  @Key({ description: '所说的记录；需求没有', optional: true })
  record: string | null;

  @Text({ description: '所说记录的标题', optional: true })
  recordTitle: string | null;

  @Text({ description: '所说记录的页面', optional: true })
  recordUrl: string | null;
}

/** The same for the department that answers. */
@ObjectType()
export class FeedbackCase extends FeedbackStatus {
  @Text({ description: '办理用的编号' })
  id: string;

  @Text({ description: '提交时间', format: 'date-time' })
  submittedAt: string;

  @Text({ description: '部门编号', optional: true })
  department: string | null;

  @Whole({ description: '还剩几个工作日；已办结或超期的为 0' })
  daysLeft: number;

  @Text({ description: '答复时间', format: 'date-time', optional: true })
  decidedAt: string | null;

  @Text({ description: '办理人', optional: true })
  decidedBy: string | null;
}

/** Which of what is published about a record. */
@ArgsType()
export class PublishedFeedbackQuery extends PageArgs {
  @Choice({ description: '只看这一种', values: RECORD_FEEDBACK_KINDS, optional: true })
  kind?: RecordFeedbackKind;
}

/** Which cases of the department. */
@ArgsType()
export class FeedbackCaseQuery extends PageArgs {
  @Choice({ description: '只看这一种状态', values: FEEDBACK_STATES, optional: true })
  state?: FeedbackState;

  @Choice({ description: '只看这一种', values: FEEDBACK_KINDS, optional: true })
  kind?: FeedbackKind;
}

/** What a department answers. */
@InputType()
export class FeedbackAnswerInput {
  @Text({ description: '答复', min: 1, max: 2000, multiline: true })
  answer: string;

  @Flag({ description: '连同原话公开在记录的页面上；须不含个人信息' })
  publish: boolean;

  @Flag({ description: '确认记录有误；只用于纠错', optional: true })
  confirmed?: boolean | null;
}

/** Why it is declined. */
@InputType()
export class FeedbackReasonInput {
  @Text({ description: '理由，提交的人看得到', min: 1, max: 1000, multiline: true })
  reason: string;
}

/** Who is to answer. */
@InputType()
export class FeedbackAssignmentInput {
  @Key({ description: '部门编号', max: 100 })
  department: string;
}
