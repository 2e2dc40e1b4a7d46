import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { Choice, Flag, NestedList, Text, TextList, Whole } from '../kernel/field/index.js';
import { SearchConditions } from '../search/index.js';
import { FREQUENCIES, type Frequency } from './subscription.entity.js';

/** A search whose news somebody wants by mail; the conditions are those of the search. */
@InputType()
export class SubscriptionInput extends SearchConditions {
  @Text({ description: '接收邮件的邮箱', min: 3, max: 254, format: 'email', example: 'lin@example.cn' })
  email: string;

  @Choice({ description: '最多多久一封：daily 每天、weekly 每周一', values: FREQUENCIES, optional: true, absent: 'daily' })
  frequency: Frequency = 'daily';
}

/** What is answered to whoever subscribes, whether the address is known or not. */
@ObjectType()
export class SubscriptionRequested {
  @Text({ description: '接下来怎么办' })
  message: string;

  @Whole({ description: '多少小时内要确认' })
  confirmWithinHours: number;
}

/** The code of a link in a mail. */
@InputType()
@ArgsType()
export class SubscriptionTokenInput {
  @Text({ description: '邮件中网址里的 token', min: 1, max: 100, example: '12.Xk3…' })
  token: string;
}

/** What to cancel. */
@InputType()
export class SubscriptionCancellationInput extends SubscriptionTokenInput {
  @Flag({ description: '同一邮箱的全部订阅一并退订', optional: true, absent: false })
  all: boolean = false;
}

/** A filter of a search, in words. */
@ObjectType()
export class SubscriptionCondition {
  @Text({ description: '名称', example: '部门' })
  label: string;

  @TextList({ description: '取值' })
  values: string[];
}

/** A subscription without its address; `Subscription` alone is a word of GraphQL. */
@ObjectType()
export class SearchSubscription {
  @Text({ description: '要找的内容', optional: true })
  q: string | null;

  @NestedList(() => SubscriptionCondition, { description: '筛选' })
  conditions: SubscriptionCondition[];

  @Choice({ description: '最多多久一封', values: FREQUENCIES })
  frequency: Frequency;

  @Flag({ description: '已经确认' })
  confirmed: boolean;

  @Text({ description: '搜索页面的地址' })
  url: string;
}

/** What was cancelled. */
@ObjectType()
export class SubscriptionCancelled {
  @Whole({ description: '退订并删除了几个订阅；先前已经退订的为 0', min: 0 })
  cancelled: number;
}
