import { Args, ArgsType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../identity/index.js';
import { Key } from '../kernel/field/index.js';
import { mutationInput, PageArgs, queryArgs } from '../platform/graphql/index.js';
import { FeedbackCasePresenter } from './feedback-case.presenter.js';
import { FeedbackCases } from './feedback-cases.js';
import { FeedbackAnswerInput, FeedbackAssignmentInput, FeedbackCase, FeedbackCaseQuery, FeedbackReasonInput } from './feedback.model.js';

/** Names a case. */
@ArgsType()
class CaseArgs {
  @Key({ description: '办理用的编号', max: 30 })
  id: string;
}

/** Where the list of what has no department is looked into. */
@ArgsType()
class UnassignedArgs extends PageArgs {}

const idIn = ({ id }: CaseArgs): string => mutationInput(CaseArgs, { id }).id;

/** What a department is asked and told, and what it answers, by GraphQL. */
@Resolver(() => FeedbackCase)
export class FeedbackCaseResolver {
  constructor(
    private readonly cases: FeedbackCases,
    private readonly presenter: FeedbackCasePresenter,
  ) {}

  @Query(() => [FeedbackCase], { description: '对本部门的提问、纠错、应用案例和需求，待答复的在前' })
  @Needs('feedback.read')
  feedbackCases(@Args() args: FeedbackCaseQuery, @CurrentActor() actor: Actor): Promise<FeedbackCase[]> {
    return this.presenter.all(this.cases.list(queryArgs(FeedbackCaseQuery, args), actor));
  }

  @Query(() => [FeedbackCase], { description: '没有写明部门、等待转办的' })
  @Needs('feedback.assign')
  unassignedFeedback(@Args() args: UnassignedArgs): Promise<FeedbackCase[]> {
    return this.presenter.all(this.cases.unassigned(queryArgs(UnassignedArgs, args)));
  }

  @Mutation(() => FeedbackCase, { description: '答复，并决定是否公开' })
  @Idempotent()
  @Needs('feedback.answer')
  answerFeedback(
    @Args() args: CaseArgs,
    @Args('input') input: FeedbackAnswerInput,
    @CurrentContext() context: ActingContext,
  ): Promise<FeedbackCase> {
    return this.presenter.one(this.cases.answer(idIn(args), mutationInput(FeedbackAnswerInput, input), context));
  }

  @Mutation(() => FeedbackCase, { description: '不予采纳，写明理由' })
  @Idempotent()
  @Needs('feedback.answer')
  declineFeedback(
    @Args() args: CaseArgs,
    @Args('input') input: FeedbackReasonInput,
    @CurrentContext() context: ActingContext,
  ): Promise<FeedbackCase> {
    return this.presenter.one(this.cases.decline(idIn(args), mutationInput(FeedbackReasonInput, input).reason, context));
  }

  @Mutation(() => FeedbackCase, { description: '取消公开；答复仍给提交的人看' })
  @Idempotent()
  @Needs('feedback.answer')
  unpublishFeedback(@Args() args: CaseArgs, @CurrentContext() context: ActingContext): Promise<FeedbackCase> {
    return this.presenter.one(this.cases.unpublish(idIn(args), context));
  }

  @Mutation(() => FeedbackCase, { description: '转给部门办理' })
  @Idempotent()
  @Needs('feedback.assign')
  assignFeedback(
    @Args() args: CaseArgs,
    @Args('input') input: FeedbackAssignmentInput,
    @CurrentContext() context: ActingContext,
  ): Promise<FeedbackCase> {
    return this.presenter.one(this.cases.assign(idIn(args), mutationInput(FeedbackAssignmentInput, input).department, context));
  }
}
