import type { Type } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Needs } from '../../identity/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import { Submission, SubmissionStep, SubmissionWithContent } from '../workflow/submission.model.js';
import { SubmissionFile } from './submission-file.model.js';
import { SubmissionLoaders } from './submission.loaders.js';

/** What is loaded of a submission only when it is asked for; whoever sees the submission may see it. */
function fieldResolverOf(type: Type<Submission>): Type<object> {
  @Resolver(() => type)
  @Needs('submission.read')
  class SubmissionFieldResolver {
    constructor(private readonly loaders: SubmissionLoaders) {}

    @ResolveField(() => [SubmissionStep], { description: '办理过程' })
    steps(@Parent() submission: Submission, @Context() context: GraphqlContext): Promise<SubmissionStep[]> {
      return this.loaders.steps(context, submission);
    }

    @ResolveField(() => [SubmissionFile], { description: '稿件的文件：附件，或数据的下载文件' })
    files(@Parent() submission: Submission, @Context() context: GraphqlContext): Promise<SubmissionFile[]> {
      return this.loaders.files(context, submission);
    }
  }
  return SubmissionFieldResolver;
}

/** The same fields for a submission in a list and for one with its content. */
export const submissionFieldResolvers = [fieldResolverOf(Submission), fieldResolverOf(SubmissionWithContent)];
