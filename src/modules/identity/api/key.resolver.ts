import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { mutationInput } from '../../platform/graphql/index.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiKeyService, OVERLAP_HOURS } from '../key/api-key.service.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { departmentsFor } from '../policy/policy.js';
import { CurrentActor } from '../policy/policy.guard.js';
import { Key, KeyArgs, KeyInput, newKeyOf, NewKeyText, presentKey, RevokedKey } from './key.model.js';
import { revokeKey } from './revoke-key.js';

/** API keys by GraphQL. What shows a secret is carried out each time it is sent: its answer is kept nowhere to be replayed. */
@Resolver(() => Key)
@Needs('key.manage')
export class KeyResolver {
  constructor(private readonly keys: ApiKeyService) {}

  @Query(() => [Key], { name: 'keys', description: '密钥，部门管理员只见本部门的' })
  async list(@CurrentActor() actor: Actor): Promise<Key[]> {
    return (await this.keys.list(departmentsFor(actor, 'key.manage'))).map(presentKey);
  }

  @Mutation(() => NewKeyText, { description: '发放密钥；密钥只在回答中出现一次' })
  async createKey(@Args('input') given: KeyInput, @CurrentActor() actor: Actor): Promise<NewKeyText> {
    return { key: await this.keys.create(newKeyOf(mutationInput(KeyInput, given)), actor) };
  }

  @Mutation(() => NewKeyText, { description: '更换密钥：得到新密钥，旧的再用 24 小时' })
  async rotateKey(@Args() args: KeyArgs, @CurrentActor() actor: Actor): Promise<NewKeyText> {
    return { key: await this.keys.rotate(mutationInput(KeyArgs, args).name, OVERLAP_HOURS, actor) };
  }

  @Mutation(() => RevokedKey, { description: '撤销密钥，立即生效' })
  @Idempotent()
  async revokeKey(@Args() args: KeyArgs, @CurrentActor() actor: Actor): Promise<RevokedKey> {
    const { name } = mutationInput(KeyArgs, args);
    await revokeKey(this.keys, name, actor);
    return { name };
  }
}
