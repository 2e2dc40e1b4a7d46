import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Choice, DateText, Flag, Key, NestedList, Nested, Text, TextList, Whole } from '../../kernel/field/index.js';
import { JsonObject } from '../../platform/graphql/index.js';
import { RECORD_KINDS, type RecordKind } from '../record/record.entity.js';
import { DatasetInput, DocumentInput } from '../record/record.input.js';
import { SUBMISSION_STATES, type SubmissionState } from './submission-state.js';

/** A new record or a change of one, as a department begins it; exactly one of `dataset` and `document`. */
@InputType()
export class SubmissionInput {
  @Nested(() => DatasetInput, { description: '数据资源的内容', optional: true })
  dataset?: DatasetInput | null;

  @Nested(() => DocumentInput, { description: '公开文件的内容', optional: true })
  document?: DocumentInput | null;

  @Text({ description: '以哪个部门的名义；只属于一个部门时可以不写', max: 100, optional: true })
  department?: string | null;

  @DateText({
    description: '信息形成或变更的日期，公开期限由此起算；不写即今天，或同一记录、文号未发布的稿件此前的日期；改得更晚须说明理由',
    optional: true,
  })
  formedOn?: string | null;

  @Text({ description: '修改的原因', max: 1000, multiline: true, optional: true })
  reason?: string | null;
}

@InputType()
export class WithdrawalInput {
  @Key({ description: '要撤回的记录', example: 'lc-gjj-0012' })
  identifier: string;

  @Text({ description: '撤回原因，将公开显示', min: 1, max: 500, example: '发布有误，更正后重新发布' })
  reason: string;
}

@InputType()
export class SubmitInput {
  @Text({ description: '检查发现问题而仍应公开时，向保密审查员说明理由', max: 2000, multiline: true, optional: true })
  wordToReviewer?: string | null;
}

/** A reviewer's reason for letting a finding pass. */
@ObjectType('Override')
@InputType('OverrideInput')
export class OverrideFields {
  @Text({ description: '规则', min: 1, max: 60, example: 'mobile' })
  rule: string;

  @Text({ description: '字段', min: 1, max: 200, example: 'body' })
  field: string;

  @Text({ description: '理由', min: 1, max: 1000, multiline: true })
  reason: string;
}

@InputType()
export class ReviewInput {
  @Choice({ description: '通过或退回', values: ['pass', 'return'] })
  decision: 'pass' | 'return';

  @Text({ description: '审查意见；退回时必填', max: 4000, multiline: true, optional: true })
  opinion?: string | null;

  @TextList({ description: '依据，如 S14_SECRET', items: 20, max: 60 })
  basis: string[] = [];

  @NestedList(() => OverrideFields, { description: '对检查发现的问题逐项说明的理由', items: 200 })
  overrides: OverrideFields[] = [];
}

@InputType()
export class ApprovalInput {
  @Choice({ description: '签发或退回', values: ['approve', 'return'] })
  decision: 'approve' | 'return';

  @Text({ description: '签发意见；退回时必填', max: 4000, multiline: true, optional: true })
  opinion?: string | null;

  @Text({
    description: '定时发布的时间；不写即立刻发布',
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?(Z|[+-]\d{2}:\d{2})$/,
    optional: true,
    example: '2026-12-01T09:00:00+08:00',
  })
  publishAt?: string | null;
}

/** Which submissions to list. */
@ArgsType()
export class SubmissionQuery {
  @Choice({ description: '状态', values: SUBMISSION_STATES, optional: true })
  state?: SubmissionState;

  @Text({ description: '记录的标识符', max: 200, optional: true })
  identifier?: string;

  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: 100, optional: true, absent: 20 })
  limit: number = 20;

  @Type(() => Number)
  @Whole({ description: '跳过多少条', min: 0, max: 100_000, optional: true, absent: 0 })
  offset: number = 0;
}

/** What the gate found, masked. */
@ObjectType('Finding')
export class FindingModel {
  @Text({ description: '规则' })
  rule: string;

  @Choice({ description: '分量：forbidden 不能发布，block 须审查员说明理由，warn 提示', values: ['forbidden', 'block', 'warn'] })
  severity: string;

  @Text({ description: '字段' })
  field: string;

  @Whole({ description: '起始位置' })
  start: number;

  @Whole({ description: '结束位置' })
  end: number;

  @Text({ description: '隐去后的内容' })
  masked: string;

  @Text({ description: '是什么，怎么办' })
  message: string;

  @Text({ description: '依据' })
  basis: string;
}

/** One step of a submission. */
@ObjectType()
export class SubmissionStep {
  @Whole({ description: '版本' })
  version: number;

  @Text({ description: '动作' })
  action: string;

  @Text({ description: '办理人' })
  actor: string;

  @Text({ description: '意见', optional: true })
  opinion?: string | null;

  @TextList({ description: '依据' })
  basis: string[];

  @NestedList(() => OverrideFields, { description: '逐项理由' })
  overrides: OverrideFields[];

  @Text({ description: '时间', format: 'date-time' })
  at: string;
}

/** A submission as the people of its department see it. */
@ApiExtraModels(DatasetInput, DocumentInput)
@ObjectType()
export class Submission {
  @Key({ description: '编号' })
  id: string;

  @Choice({ description: '发布或撤回', values: ['publish', 'withdraw'] })
  action: string;

  @Choice({ description: '种类', values: RECORD_KINDS })
  kind: RecordKind;

  @Key({ description: '记录的标识符' })
  identifier: string;

  @Text({ description: '标题' })
  title: string;

  @Text({ description: '部门编号' })
  department: string;

  @Choice({ description: '状态', values: SUBMISSION_STATES })
  state: SubmissionState;

  @Flag({ description: '是否被退回' })
  returned: boolean;

  @Whole({ description: '版本' })
  version: number;

  @Whole({ description: '所修改的修订', optional: true })
  baseRevision?: number | null;

  @Whole({ description: '发布成的修订', optional: true })
  publishedRevision?: number | null;

  @Text({ description: '起草人' })
  author: string;

  @Text({ description: '原因', optional: true })
  reason?: string | null;

  @Text({ description: '形成或变更日期' })
  formedOn: string;

  @Text({ description: '公开期限自哪天起算：填报过的最早日期；改填更晚的，签发后才按新日期' })
  countedFrom: string;

  @Text({ description: '最迟公开日期' })
  dueOn: string;

  @Flag({ description: '期限是否确定：所跨年度的节假日尚未公布时为否' })
  dueCertain: boolean;

  @Whole({ description: '剩余工作日，过期为负', min: -100_000 })
  remaining: number;

  @Choice({ description: '红绿灯', values: ['green', 'amber', 'red'] })
  light: string;

  @Text({ description: '定时发布的时间', format: 'date-time', optional: true })
  scheduledFor?: string | null;

  @NestedList(() => FindingModel, { description: '发布前检查的发现' })
  findings: FindingModel[];

  @NestedList(() => SubmissionStep, { description: '办理过程；REST 的列表中没有' })
  steps: SubmissionStep[];
}

/** One submission with its content. */
@ObjectType()
export class SubmissionWithContent extends Submission {
  @ApiProperty({ anyOf: [{ $ref: getSchemaPath(DatasetInput) }, { $ref: getSchemaPath(DocumentInput) }], description: '内容' })
  @Field(() => JsonObject, { description: '内容，同 dataset 或 document 的输入' })
  content: object;
}
