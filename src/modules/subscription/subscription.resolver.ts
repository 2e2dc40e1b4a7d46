import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { addressOf } from '../data/index.js';
import { Open } from '../platform/access/index.js';
import { type GraphqlContext, mutationInput } from '../platform/graphql/index.js';
import {
  SearchSubscription,
  SubscriptionCancellationInput,
  SubscriptionCancelled,
  SubscriptionInput,
  SubscriptionRequested,
  SubscriptionTokenInput,
} from './subscription.model.js';
import { SubscriptionService } from './subscription.service.js';

/** News of a search by mail, by GraphQL. */
@Open()
@Resolver(() => SearchSubscription)
export class SubscriptionResolver {
  constructor(private readonly subscriptions: SubscriptionService) {}

  @Mutation(() => SubscriptionRequested, { description: '订阅一个搜索：先发一封确认邮件，邮箱主人确认后才开始' })
  createSubscription(@Args('input') given: SubscriptionInput, @Context() { req }: GraphqlContext): Promise<SubscriptionRequested> {
    return this.subscriptions.request(mutationInput(SubscriptionInput, given), addressOf(req));
  }

  @Mutation(() => SearchSubscription, { description: '用确认邮件里的 token 确认订阅' })
  confirmSubscription(@Args('input') given: SubscriptionTokenInput): Promise<SearchSubscription> {
    return this.subscriptions.confirm(mutationInput(SubscriptionTokenInput, given).token);
  }

  @Mutation(() => SubscriptionCancelled, { description: '用任何一封邮件里的 token 退订，邮箱地址随即删除' })
  async cancelSubscription(@Args('input') given: SubscriptionCancellationInput): Promise<SubscriptionCancelled> {
    const { token, all } = mutationInput(SubscriptionCancellationInput, given);
    return { cancelled: await this.subscriptions.cancel(token, all) };
  }
}
