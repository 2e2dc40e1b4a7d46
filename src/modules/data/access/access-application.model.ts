import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { Choice, DateText, Flag, Key, Text, Whole } from '../../kernel/field/index.js';
import { PageArgs } from '../../platform/graphql/index.js';
import { APPLICATION_STANDINGS, type ApplicationStanding, MOST_MONTHS } from './application-state.js';

const MAIL_OR_PHONE = /^(?:[^\s@]{1,64}@[^\s@]{1,255}|[+\d()（）\- ]{6,30})$/;

/** What somebody says who wants to use data that is open on conditions. */
@InputType()
export class AccessApplicationInput {
  @Text({ description: '申请单位或团队的名称', min: 1, max: 100, example: '岚川大学交通研究所' })
  organisation: string;

  @Text({
    description: '办公电子邮箱或办公电话，只给审批部门看，授权结束一年后删除',
    min: 1,
    max: 200,
    pattern: MAIL_OR_PHONE,
    example: 'office@example.edu.cn',
  })
  contact: string;

  @Text({
    description: '用在哪里、怎么用；请不要写个人信息',
    example: '研究公交线网的换乘效率，成果公开发表',
    min: 10,
    max: 2000,
    multiline: true,
  })
  purpose: string;

  @Whole({ description: '需要几个月', min: 1, max: MOST_MONTHS })
  months: number;

  @Flag({ description: '同意使用条件：只用于所写的用途，不转给他人，不用来识别个人，到期不再使用；须为 true' })
  acceptsTerms: boolean;
}

/** An application as whoever made it sees it. */
@ObjectType()
export class OwnAccessApplication {
  @Text({ description: '编号' })
  id: string;

  @Key({ description: '数据的标识符' })
  dataset: string;

  @Text({ description: '数据的标题' })
  title: string;

  @Text({ description: '申请单位' })
  organisation: string;

  @Text({ description: '用途' })
  purpose: string;

  @Whole({ description: '申请使用的月数' })
  months: number;

  @Choice({
    description: '待办理、已批准、未批准、已撤销、申请人已交回密钥、已到期',
    values: APPLICATION_STANDINGS,
  })
  state: ApplicationStanding;

  @Text({ description: '申请时间', format: 'date-time' })
  submittedAt: string;

  @Text({ description: '部门应在这一天前答复' })
  dueOn: string;

  @Text({ description: '答复时间', format: 'date-time', optional: true })
  decidedAt: string | null;

  @Text({ description: '部门的说明：使用的条件，或不批准、撤销的理由', optional: true })
  note: string | null;

  @Text({ description: '可以用到哪一天（含）', optional: true })
  expiresOn: string | null;
}

/** An application as the department that decides sees it. */
@ObjectType()
export class AccessApplication extends OwnAccessApplication {
  @Text({ description: '部门编号', optional: true })
  department: string | null;

  @Text({ description: '应用的名称，申请密钥时所写' })
  application: string;

  @Text({ description: '联系方式；结束一年后为空', optional: true })
  contact: string | null;

  @Text({ description: '办理人', optional: true })
  decidedBy: string | null;
}

/** Query parameters of the department's list. */
@ArgsType()
export class AccessApplicationQuery extends PageArgs {
  @Choice({ description: '只看这一种', values: APPLICATION_STANDINGS, optional: true })
  state?: ApplicationStanding;
}

/** What approves an application. */
@InputType()
export class AccessApprovalInput {
  @DateText({ description: '可以用到哪一天（含），写到日，最长三十六个月' })
  expiresOn: string;

  @Text({ description: '使用的条件，申请人看得到', max: 1000, optional: true, multiline: true })
  note?: string | null;
}

/** Why an application is rejected or a grant is revoked. */
@InputType()
export class AccessReasonInput {
  @Text({ description: '理由，申请人看得到', min: 1, max: 1000, multiline: true })
  reason: string;
}
