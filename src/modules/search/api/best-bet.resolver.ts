import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { type GraphqlContext, mutationInput } from '../../platform/graphql/index.js';
import { requestIdOf } from '../../platform/http/index.js';
import { BestBetService } from '../preference/best-bet.service.js';
import { BestBet, BestBetChange, BestBetInput, BestBetQuery, presentBestBet } from './best-bet.model.js';

/** Records that editors pin or bury for a query, by GraphQL. */
@Resolver(() => BestBet)
@Needs('bestBet.write')
export class BestBetResolver {
  constructor(private readonly service: BestBetService) {}

  @Query(() => [BestBet], { description: '全部置顶与沉底设置' })
  async bestBets(): Promise<BestBet[]> {
    return (await this.service.list()).map(presentBestBet);
  }

  @Mutation(() => BestBetChange, { description: '设置一个查询的置顶与沉底，替换原有设置' })
  @Idempotent()
  async setBestBet(
    @Args('input') given: BestBetInput,
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
  ): Promise<BestBetChange> {
    const input = mutationInput(BestBetInput, given);
    await this.service.set(input, actor, requestIdOf(req));
    return { query: input.query };
  }

  @Mutation(() => BestBetChange, { description: '取消一个查询的置顶与沉底' })
  @Idempotent()
  async removeBestBet(
    @Args() args: BestBetQuery,
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
  ): Promise<BestBetChange> {
    const { query } = mutationInput(BestBetQuery, args);
    await this.service.remove(query, actor, requestIdOf(req));
    return { query };
  }
}
