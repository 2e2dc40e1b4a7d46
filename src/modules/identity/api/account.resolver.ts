import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { mutationInput } from '../../platform/graphql/index.js';
import { AccountService } from '../account/account.service.js';
import { Idempotent } from '../idempotency/idempotent.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { departmentsFor } from '../policy/policy.js';
import { CurrentActor } from '../policy/policy.guard.js';
import type { Grant } from '../policy/role.js';
import { Account, GrantArgs, GrantFields, presentAccount, RoleChange } from './account.model.js';

/** People of a department and their roles, by GraphQL. */
@Resolver(() => Account)
@Needs('member.read')
export class AccountResolver {
  constructor(private readonly service: AccountService) {}

  @Query(() => [Account], { description: '账号与角色；部门管理员只见本部门的' })
  async accounts(@CurrentActor() actor: Actor): Promise<Account[]> {
    return (await this.service.list(actor, departmentsFor(actor, 'member.read'))).map(presentAccount);
  }

  @Mutation(() => RoleChange, { description: '授予角色：部门角色由部门管理员或安全管理员，平台角色由安全管理员' })
  @Idempotent()
  async grantRole(@Args() args: GrantArgs, @Args('input') given: GrantFields, @CurrentActor() actor: Actor): Promise<RoleChange> {
    const { account, grant } = changeOf(args, given);
    await this.service.grant(account, grant, actor);
    return { account, ...grant };
  }

  @Mutation(() => RoleChange, { description: '收回角色' })
  @Idempotent()
  async revokeRole(@Args() args: GrantArgs, @Args('input') given: GrantFields, @CurrentActor() actor: Actor): Promise<RoleChange> {
    const { account, grant } = changeOf(args, given);
    await this.service.revoke(account, grant, actor);
    return { account, ...grant };
  }
}

/** `args` holds the input too, which is validated by its own class. */
function changeOf({ account: name }: GrantArgs, given: GrantFields): { account: string; grant: Grant } {
  const { account } = mutationInput(GrantArgs, { account: name });
  const { role, department } = mutationInput(GrantFields, given);
  return { account, grant: { role, department: department ?? null } };
}
