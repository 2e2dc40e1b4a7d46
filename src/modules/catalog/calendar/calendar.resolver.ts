import { Args, ArgsType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type ActingContext, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Whole } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { CalendarService } from './calendar.service.js';
import { WorkYearInput, WorkYearLoaded, WorkYearModel } from './work-year.model.js';

/** Names one year. */
@ArgsType()
class WorkYearArgs {
  @Whole({ description: '年份' })
  year: number;
}

/** The working-day calendar by GraphQL. */
@Resolver(() => WorkYearModel)
export class CalendarResolver {
  constructor(private readonly calendars: CalendarService) {}

  @Query(() => WorkYearModel, { description: '一年的节假日和调休安排' })
  @Open()
  workYear(@Args() args: WorkYearArgs): Promise<WorkYearModel> {
    return this.calendars.get(String(queryArgs(WorkYearArgs, args).year));
  }

  @Mutation(() => WorkYearLoaded, { description: '载入一年的工作日历；在办稿件的公开期限随即重算' })
  @Idempotent()
  @Needs('calendar.load')
  loadWorkYear(
    @Args() args: WorkYearArgs,
    @Args('input') given: WorkYearInput,
    @CurrentContext() context: ActingContext,
  ): Promise<WorkYearLoaded> {
    const { year } = mutationInput(WorkYearArgs, { year: args.year });
    return this.calendars.load(year, mutationInput(WorkYearInput, given), context);
  }
}
