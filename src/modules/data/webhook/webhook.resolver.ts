import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { NewWebhook, presentWebhook, RemovedWebhook, Webhook, WebhookArgs, WebhookInput, WebhookReplacement } from './webhook.model.js';
import { WebhookService } from './webhook.service.js';

/** Addresses that are told what changes, by GraphQL. */
@Needs('webhook.manage')
@Resolver(() => Webhook)
export class WebhookResolver {
  constructor(private readonly service: WebhookService) {}

  @Query(() => [Webhook], { description: '本部门登记的变化通知' })
  async webhooks(@CurrentActor() actor: Actor): Promise<Webhook[]> {
    return (await this.service.list(actor)).map(presentWebhook);
  }

  @Query(() => Webhook, { description: '一个变化通知：状态、送到哪里' })
  async webhook(@Args() args: WebhookArgs, @CurrentActor() actor: Actor): Promise<Webhook> {
    return presentWebhook(await this.service.get(queryArgs(WebhookArgs, args).id, actor));
  }

  @Mutation(() => NewWebhook, { description: '登记接收变化通知的网址；签名密钥只在回答中出现一次' })
  async createWebhook(@Args('input') given: WebhookInput, @CurrentContext() context: ActingContext): Promise<NewWebhook> {
    const { row, secret } = await this.service.create(mutationInput(WebhookInput, given), context);
    return { ...presentWebhook(row), secret };
  }

  @Mutation(() => Webhook, { description: '修改网址和条件；密钥不变，从停下的地方接着送' })
  @Idempotent()
  async replaceWebhook(
    @Args() args: WebhookArgs,
    @Args('input') given: WebhookReplacement,
    @CurrentContext() context: ActingContext,
  ): Promise<Webhook> {
    const { id } = mutationInput(WebhookArgs, { id: args.id });
    return presentWebhook(await this.service.replace(id, mutationInput(WebhookReplacement, given), context));
  }

  @Mutation(() => RemovedWebhook, { description: '删除：不再发送' })
  @Idempotent()
  async removeWebhook(@Args() args: WebhookArgs, @CurrentContext() context: ActingContext): Promise<RemovedWebhook> {
    const { id } = mutationInput(WebhookArgs, args);
    await this.service.remove(id, context);
    return { id };
  }

  @Mutation(() => Webhook, { description: '恢复已暂停的，从停下的地方接着送；没有暂停的立即再送' })
  @Idempotent()
  async resumeWebhook(@Args() args: WebhookArgs, @CurrentContext() context: ActingContext): Promise<Webhook> {
    return presentWebhook(await this.service.resume(mutationInput(WebhookArgs, args).id, context));
  }
}
