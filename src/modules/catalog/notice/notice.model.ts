import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { Choice, Flag, Text, TextList, Whole } from '../../kernel/field/index.js';
import { PageArgs } from '../../platform/graphql/index.js';
import { NOTICE_KINDS } from './notice.entity.js';

/** Query parameters of the list. */
export class NoticeQuery extends PageArgs {
  @Choice({ description: 'true：只要未读的', values: ['true', 'false'], optional: true, absent: 'false' })
  unread?: 'true' | 'false';
}

/** Arguments of the list by GraphQL. */
@ArgsType()
export class NoticeArgs extends PageArgs {
  @Flag({ description: '只要未读的', optional: true })
  unread: boolean = false;
}

/** A notice as its reader sees it. */
@ObjectType()
export class Notice {
  @Text({ description: '编号' })
  id: string;

  @Choice({ description: '种类：办理进展、期限、公开事项、使用申请、变化通知、公众反馈', values: NOTICE_KINDS })
  kind: string;

  @Text({ description: '题目' })
  subject: string;

  @Text({ description: '内容' })
  text: string;

  @Text({ description: '办理的页面' })
  link: string;

  @Text({ description: '期限', optional: true })
  dueOn?: string | null;

  @Text({ description: '时间', format: 'date-time' })
  createdAt: string;

  @Text({ description: '阅读时间', format: 'date-time', optional: true })
  readAt?: string | null;
}

@InputType()
export class NoticesReadInput {
  @TextList({ description: '已读的通知编号；不写即全部', items: 500, max: 19 })
  ids: string[] = [];
}

@ObjectType()
export class NoticesRead {
  @Whole({ description: '由未读变为已读的条数' })
  read: number;
}

/** Whether notices come by mail too. */
@ObjectType()
@InputType('NoticePreferencesInput')
export class NoticePreferences {
  @Flag({ description: '通知同时发到账号的邮箱' })
  mail: boolean;
}
