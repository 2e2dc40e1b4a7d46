import { Args, ArgsType, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { addressOf } from '../data/index.js';
import { Key } from '../kernel/field/index.js';
import { Open } from '../platform/access/index.js';
import { type GraphqlContext, mutationInput, queryArgs } from '../platform/graphql/index.js';
import { FeedbackIntake } from './feedback-intake.js';
import { FeedbackReader } from './feedback-reader.js';
import {
  DemandInput,
  FeedbackInput,
  FeedbackReceipt,
  FeedbackStatus,
  PublishedFeedback,
  PublishedFeedbackQuery,
} from './feedback.model.js';

/** Names a record. */
@ArgsType()
class SubjectArgs {
  @Key({ description: '记录的标识符' })
  identifier: string;
}

/** Names a record, and which of what is published about it. */
@ArgsType()
class RecordFeedbackArgs extends PublishedFeedbackQuery {
  @Key({ description: '记录的标识符' })
  identifier: string;
}

/** Names something submitted by its token. */
@ArgsType()
class TokenArgs {
  @Key({ description: '提交时得到的凭证' })
  token: string;
}

/** What is said about records, by GraphQL. */
@Resolver(() => PublishedFeedback)
export class FeedbackResolver {
  constructor(
    private readonly reader: FeedbackReader,
    private readonly intake: FeedbackIntake,
  ) {}

  @Query(() => [PublishedFeedback], { description: '关于一条记录已公开的提问、纠错和应用案例，最近答复的在前' })
  @Open()
  recordFeedback(@Args() args: RecordFeedbackArgs): Promise<PublishedFeedback[]> {
    const { identifier, ...query } = queryArgs(RecordFeedbackArgs, args);
    return this.reader.published(identifier, query);
  }

  @Query(() => FeedbackStatus, { description: '凭提交时得到的凭证查看办理情况' })
  @Open()
  feedbackStatus(@Args() args: TokenArgs): Promise<FeedbackStatus> {
    return this.reader.status(queryArgs(TokenArgs, args).token);
  }

  @Mutation(() => FeedbackReceipt, { description: '就一条记录提问、纠错或提交应用案例，不用登录' })
  @Open()
  submitFeedback(
    @Args() args: SubjectArgs,
    @Args('input') input: FeedbackInput,
    @Context() { req }: GraphqlContext,
  ): Promise<FeedbackReceipt> {
    const { identifier } = mutationInput(SubjectArgs, { identifier: args.identifier });
    return this.intake.submit(identifier, mutationInput(FeedbackInput, input), addressOf(req));
  }

  @Mutation(() => FeedbackReceipt, { description: '提出没有找到的数据或信息的需求，不用登录；这不是依申请公开' })
  @Open()
  submitDemand(@Args('input') input: DemandInput, @Context() { req }: GraphqlContext): Promise<FeedbackReceipt> {
    return this.intake.demand(mutationInput(DemandInput, input), addressOf(req));
  }
}
