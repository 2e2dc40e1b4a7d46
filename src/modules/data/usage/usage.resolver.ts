import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Dataset } from '../../catalog/index.js';
import { Open } from '../../platform/access/index.js';
import { type GraphqlContext, queryArgs } from '../../platform/graphql/index.js';
import { developerOf } from '../api/viewer.js';
import { UsageDay, UsageQuery } from './usage.model.js';
import { UsageReader } from './usage-reader.js';

/** How often data was used, by GraphQL. */
@Open()
@Resolver(() => Dataset)
export class UsageResolver {
  constructor(private readonly usage: UsageReader) {}

  @ResolveField(() => [UsageDay], { description: '每天被使用的次数，按表分列；不含任何使用者的信息' })
  usageByDay(@Parent() { identifier }: Dataset, @Args() args: UsageQuery): Promise<UsageDay[]> {
    return this.usage.ofDataset(identifier, queryArgs(UsageQuery, args));
  }

  @Query(() => [UsageDay], { description: '所用的开发者密钥每天使用各表的次数' })
  async dataKeyUsage(@Args() args: UsageQuery, @Context() { req }: GraphqlContext): Promise<UsageDay[]> {
    const range = queryArgs(UsageQuery, args);
    return this.usage.ofKey(developerOf(req), range);
  }
}
