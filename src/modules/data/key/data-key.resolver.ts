import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Idempotent } from '../../identity/index.js';
import { Open } from '../../platform/access/index.js';
import { Config } from '../../platform/config/index.js';
import { type GraphqlContext, mutationInput } from '../../platform/graphql/index.js';
import { addressOf, developerOf } from '../api/viewer.js';
import { DataKey, DataKeyInput, NewDataKey, presentDataKey, RevokedDataKey } from './data-key.model.js';
import { DataKeys } from './data-key.service.js';

/** Developers' keys by GraphQL. */
@Open()
@Resolver(() => DataKey)
export class DataKeyResolver {
  constructor(
    private readonly keys: DataKeys,
    private readonly config: Config,
  ) {}

  @Query(() => DataKey, { description: '所用的开发者密钥：额度' })
  async dataKey(@Context() { req }: GraphqlContext): Promise<DataKey> {
    return presentDataKey(await this.keys.get(developerOf(req).id), this.config.dataKeyUnits);
  }

  @Mutation(() => NewDataKey, { description: '申请开发者密钥，当场得到；密钥只在回答中出现一次' })
  async createDataKey(@Args('input') given: DataKeyInput, @Context() { req }: GraphqlContext): Promise<NewDataKey> {
    const { row, key } = await this.keys.issue(mutationInput(DataKeyInput, given), addressOf(req));
    return { ...presentDataKey(row, this.config.dataKeyUnits), key };
  }

  @Mutation(() => RevokedDataKey, { description: '交回所用的开发者密钥；它的申请和授权一并作废' })
  @Idempotent()
  async revokeDataKey(@Context() { req }: GraphqlContext): Promise<RevokedDataKey> {
    const { id } = developerOf(req);
    const { prefix } = await this.keys.get(id);
    await this.keys.revoke(id);
    return { prefix };
  }
}
