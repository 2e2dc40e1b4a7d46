import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { type GraphqlContext, mutationInput } from '../../platform/graphql/index.js';
import { Withdrawal } from './record-answers.js';
import { WithdrawArgs } from './record.args.js';
import { RecordApiService } from './record-api.service.js';
import { contextOf } from './write-context.js';

/** What is written alike for records of every kind. */
@Resolver()
export class RecordWritingResolver {
  constructor(private readonly records: RecordApiService) {}

  @Mutation(() => Withdrawal, { description: '撤回一条记录：页面留下原因和日期，标识符不再使用' })
  @Idempotent()
  @Needs('record.publishDirectly')
  async withdrawRecord(@Args() args: WithdrawArgs, @CurrentActor() actor: Actor, @Context() { req }: GraphqlContext): Promise<Withdrawal> {
    const { identifier, revision, reason } = mutationInput(WithdrawArgs, args);
    await this.records.withdraw(identifier, revision, reason, contextOf(actor, req));
    return { identifier, reason };
  }
}
