import { Args, ArgsType, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Key } from '../../kernel/field/index.js';
import { type GraphqlContext, mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { RecordLoaders } from '../api/record.loader.js';
import { type AnyRecord, CatalogRecord } from '../record/record.model.js';
import { Duty, DutyCompletionInput, DutyQuery } from './duty.model.js';
import { DutyService } from './duty.service.js';
import { presentDuty } from './present-duty.js';

/** Names one duty. */
@ArgsType()
class DutyArgs {
  @Key({ description: '编号', max: 30 })
  id: string;
}

/** What departments have to see to, by GraphQL. */
@Resolver(() => Duty)
@Needs('duty.read')
export class DutyResolver {
  constructor(
    private readonly service: DutyService,
    private readonly loaders: RecordLoaders,
  ) {}

  @Query(() => [Duty], { description: '本部门的公开事项，超期最久的在前' })
  async duties(@Args() args: DutyQuery, @CurrentActor() actor: Actor): Promise<Duty[]> {
    const { state, ...filter } = queryArgs(DutyQuery, args);
    return (await this.service.list({ ...filter, open: state !== 'completed' }, actor)).map(presentDuty);
  }

  @Mutation(() => Duty, { description: '办结：写明结果和下次检查的日期' })
  @Idempotent()
  @Needs('duty.complete')
  async completeDuty(
    @Args() args: DutyArgs,
    @Args('input') given: DutyCompletionInput,
    @CurrentContext() context: ActingContext,
  ): Promise<Duty> {
    const { id } = mutationInput(DutyArgs, { id: args.id });
    const { result, nextReviewOn } = mutationInput(DutyCompletionInput, given);
    return presentDuty(await this.service.completeDuty(id, result, nextReviewOn ?? null, context));
  }

  @ResolveField(() => CatalogRecord, { nullable: true, description: '所涉的记录；已撤回时为空' })
  record(@Parent() { identifier }: Duty, @Context() context: GraphqlContext): Promise<AnyRecord | undefined> {
    return this.loaders.record.load(context, identifier);
  }
}
