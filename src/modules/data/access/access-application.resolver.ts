import { Args, ArgsType, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { Key } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { type GraphqlContext, mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { DatasetArgs } from '../api/dataset.args.js';
import { developerOf } from '../api/viewer.js';
import {
  AccessApplication,
  AccessApplicationInput,
  AccessApplicationQuery,
  AccessApprovalInput,
  AccessReasonInput,
  OwnAccessApplication,
} from './access-application.model.js';
import { AccessApplications } from './access-applications.js';
import { presentApplication, presentOwnApplication } from './present-application.js';

/** Names an application of a key. */
@ArgsType()
class OwnApplicationArgs extends DatasetArgs {
  @Key({ description: '编号', max: 30 })
  id: string;
}

/** Names an application. */
@ArgsType()
class ApplicationArgs {
  @Key({ description: '编号', max: 30 })
  id: string;
}

/** Applications to use data that is open on conditions, by GraphQL. */
@Resolver(() => AccessApplication)
export class AccessApplicationResolver {
  constructor(
    private readonly applications: AccessApplications,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => OwnAccessApplication, { description: '用开发者密钥申请使用有条件开放的数据' })
  @Idempotent()
  @Open()
  async submitAccessApplication(
    @Args() args: DatasetArgs,
    @Args('input') given: AccessApplicationInput,
    @Context() { req }: GraphqlContext,
  ): Promise<OwnAccessApplication> {
    const key = developerOf(req);
    const { identifier } = mutationInput(DatasetArgs, { identifier: args.identifier });
    const input = mutationInput(AccessApplicationInput, given);
    return presentOwnApplication(await this.applications.submit(identifier, input, key), this.clock.today());
  }

  @Query(() => [OwnAccessApplication], { description: '所用密钥的各件申请，最新的在前' })
  @Open()
  async ownAccessApplications(@Context() { req }: GraphqlContext): Promise<OwnAccessApplication[]> {
    return (await this.applications.ownList(developerOf(req))).map((row) => presentOwnApplication(row, this.clock.today()));
  }

  @Query(() => OwnAccessApplication, { description: '所用密钥的一件申请' })
  @Open()
  async ownAccessApplication(@Args() args: OwnApplicationArgs, @Context() { req }: GraphqlContext): Promise<OwnAccessApplication> {
    const { identifier, id } = queryArgs(OwnApplicationArgs, args);
    return presentOwnApplication(await this.applications.own(identifier, id, developerOf(req)), this.clock.today());
  }

  @Query(() => [AccessApplication], { description: '对本部门数据的使用申请，待办理的在前' })
  @Needs('access.read')
  async accessApplications(@Args() args: AccessApplicationQuery, @CurrentActor() actor: Actor): Promise<AccessApplication[]> {
    const { state: standing, limit, offset } = queryArgs(AccessApplicationQuery, args);
    return (await this.applications.list({ standing, limit, offset }, actor)).map((row) => presentApplication(row, this.clock.today()));
  }

  @Mutation(() => AccessApplication, { description: '批准，写明可以用到哪一天' })
  @Idempotent()
  @Needs('access.decide')
  async approveAccess(
    @Args() args: ApplicationArgs,
    @Args('input') given: AccessApprovalInput,
    @CurrentContext() context: ActingContext,
  ): Promise<AccessApplication> {
    const { id } = mutationInput(ApplicationArgs, { id: args.id });
    const { expiresOn, note } = mutationInput(AccessApprovalInput, given);
    return presentApplication(
      await this.applications.decide(id, 'approve', { expiresOn, note: note ?? null }, context),
      this.clock.today(),
    );
  }

  @Mutation(() => AccessApplication, { description: '不批准，写明理由' })
  @Idempotent()
  @Needs('access.decide')
  async rejectAccess(
    @Args() args: ApplicationArgs,
    @Args('input') given: AccessReasonInput,
    @CurrentContext() context: ActingContext,
  ): Promise<AccessApplication> {
    return this.withReason('reject', args, given, context);
  }

  @Mutation(() => AccessApplication, { description: '撤销已经批准的授权，立即生效，写明理由' })
  @Idempotent()
  @Needs('access.decide')
  async revokeAccess(
    @Args() args: ApplicationArgs,
    @Args('input') given: AccessReasonInput,
    @CurrentContext() context: ActingContext,
  ): Promise<AccessApplication> {
    return this.withReason('revoke', args, given, context);
  }

  private async withReason(
    step: 'reject' | 'revoke',
    args: ApplicationArgs,
    given: AccessReasonInput,
    context: ActingContext,
  ): Promise<AccessApplication> {
    const { id } = mutationInput(ApplicationArgs, { id: args.id });
    const { reason } = mutationInput(AccessReasonInput, given);
    return presentApplication(await this.applications.decide(id, step, { note: reason }, context), this.clock.today());
  }
}
