import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { draftIn } from './draft-in.js';
import { presentSubmission } from './present-submission.js';
import { SubmissionArgs, SubmissionVersionArgs } from './submission.args.js';
import type { SubmissionRow } from './submission.entity.js';
import {
  ApprovalInput,
  ReviewInput,
  Submission,
  SubmissionInput,
  SubmissionQuery,
  SubmissionWithContent,
  SubmitInput,
  WithdrawalInput,
} from './submission.model.js';
import { WorkflowService } from './workflow.service.js';

/** Submissions by GraphQL, for the systems of departments. */
@Resolver(() => Submission)
export class SubmissionResolver {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  @Query(() => [Submission], { description: '本部门的稿件，新近办理的在前' })
  @Needs('submission.read')
  async submissions(@Args() args: SubmissionQuery, @CurrentActor() actor: Actor): Promise<Submission[]> {
    const { state, ...filter } = queryArgs(SubmissionQuery, args);
    const rows = await this.workflow.list({ ...filter, states: state ? [state] : undefined }, actor);
    return rows.map((row) => this.present(row));
  }

  @Query(() => SubmissionWithContent, { description: '一份稿件，连同内容和办理过程' })
  @Needs('submission.read')
  async submission(@Args() args: SubmissionArgs, @CurrentActor() actor: Actor): Promise<SubmissionWithContent> {
    const { id } = queryArgs(SubmissionArgs, args);
    const row = await this.workflow.get(id, actor);
    return { ...presentSubmission(row, await this.workflow.steps(id), this.clock.today(), this.calendars.calendar), content: row.content };
  }

  @Mutation(() => Submission, { description: '起草：新的记录，或对已发布记录的修改' })
  @Idempotent()
  @Needs('submission.write')
  async createSubmission(@Args('input') given: SubmissionInput, @CurrentContext() context: ActingContext): Promise<Submission> {
    const input = mutationInput(SubmissionInput, given);
    return this.present(await this.workflow.create(draftIn(input), input, context));
  }

  @Mutation(() => Submission, { description: '提出撤回一条已发布的记录，经审查和签发后生效' })
  @Idempotent()
  @Needs('submission.write')
  async proposeWithdrawal(@Args('input') given: WithdrawalInput, @CurrentContext() context: ActingContext): Promise<Submission> {
    const { identifier, reason } = mutationInput(WithdrawalInput, given);
    return this.present(await this.workflow.proposeWithdrawal(identifier, reason, context));
  }

  @Mutation(() => Submission, { description: '修改草稿' })
  @Idempotent()
  @Needs('submission.write')
  async saveSubmission(
    @Args() args: SubmissionVersionArgs,
    @Args('input') given: SubmissionInput,
    @CurrentContext() context: ActingContext,
  ): Promise<Submission> {
    const { id, version } = versionOf(args);
    const input = mutationInput(SubmissionInput, given);
    return this.present(await this.workflow.save(id, version, draftIn(input), input.formedOn ?? null, context));
  }

  @Mutation(() => Submission, { description: '提交保密审查；先经发布前检查' })
  @Idempotent()
  @Needs('submission.write')
  async submitSubmission(
    @Args() args: SubmissionVersionArgs,
    @Args('input') given: SubmitInput,
    @CurrentContext() context: ActingContext,
  ): Promise<Submission> {
    const { id, version } = versionOf(args);
    const { wordToReviewer } = mutationInput(SubmitInput, given);
    return this.present(await this.workflow.submit(id, version, wordToReviewer ?? null, context));
  }

  @Mutation(() => Submission, { description: '保密审查：通过或退回' })
  @Idempotent()
  @Needs('submission.review')
  async reviewSubmission(
    @Args() args: SubmissionVersionArgs,
    @Args('input') given: ReviewInput,
    @CurrentContext() context: ActingContext,
  ): Promise<Submission> {
    const { id, version } = versionOf(args);
    const { decision, ...words } = mutationInput(ReviewInput, given);
    return this.present(await this.workflow.review(id, version, decision === 'pass', words, context));
  }

  @Mutation(() => Submission, { description: '签发：立刻或定时发布，或退回' })
  @Idempotent()
  @Needs('submission.approve')
  async approveSubmission(
    @Args() args: SubmissionVersionArgs,
    @Args('input') given: ApprovalInput,
    @CurrentContext() context: ActingContext,
  ): Promise<Submission> {
    const { id, version } = versionOf(args);
    const { decision, publishAt, opinion } = mutationInput(ApprovalInput, given);
    const at = publishAt ? new Date(publishAt) : null;
    return this.present(await this.workflow.approve(id, version, decision === 'approve', at, { opinion }, context));
  }

  @Mutation(() => Submission, { description: '作废草稿；记录保留' })
  @Idempotent()
  @Needs('submission.write')
  async discardSubmission(@Args() args: SubmissionVersionArgs, @CurrentContext() context: ActingContext): Promise<Submission> {
    const { id, version } = versionOf(args);
    return this.present(await this.workflow.discard(id, version, context));
  }

  private present(row: SubmissionRow): Submission {
    return presentSubmission(row, [], this.clock.today(), this.calendars.calendar);
  }
}

/** `args` holds the input too, which is validated by its own class. */
const versionOf = ({ id, version }: SubmissionVersionArgs) => mutationInput(SubmissionVersionArgs, { id, version });
