import { Args, ArgsType, Context, Query, Resolver } from '@nestjs/graphql';
import { Key } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { type GraphqlContext, queryArgs } from '../../platform/graphql/index.js';
import { developerOf } from '../api/viewer.js';
import { UsageDay, UsageQuery } from './usage.model.js';
import { UsageReader } from './usage-reader.js';

/** Which days of which dataset. */
@ArgsType()
class DatasetUsageArgs extends UsageQuery {
  @Key({ description: '数据的标识符' })
  identifier: string;
}

/** How often data was used, by GraphQL. */
@Open()
@Resolver(() => UsageDay)
export class UsageResolver {
  constructor(private readonly usage: UsageReader) {}

  @Query(() => [UsageDay], { description: '一份数据每天被使用的次数，按表分列；不含任何使用者的信息' })
  datasetUsage(@Args() args: DatasetUsageArgs): Promise<UsageDay[]> {
    const { identifier, ...range } = queryArgs(DatasetUsageArgs, args);
    return this.usage.ofDataset(identifier, range);
  }

  @Query(() => [UsageDay], { description: '所用的开发者密钥每天使用各表的次数' })
  async dataKeyUsage(@Args() args: UsageQuery, @Context() { req }: GraphqlContext): Promise<UsageDay[]> {
    const range = queryArgs(UsageQuery, args);
    return this.usage.ofKey(developerOf(req), range);
  }
}
