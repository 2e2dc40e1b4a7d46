import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type ActingContext, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { mutationInput } from '../../platform/graphql/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { presentSubmission } from '../workflow/present-submission.js';
import { Submission } from '../workflow/submission.model.js';
import { SubmissionFileArgs } from './submission-file.model.js';
import { SubmissionFileService } from './submission-file.service.js';

/** Files of submissions by GraphQL; what a submission has is its field `files`. */
@Resolver()
export class SubmissionFileResolver {
  constructor(
    private readonly files: SubmissionFileService,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => Submission, { description: '从草稿中移除一个文件；已上传的文件本身保留' })
  @Idempotent()
  @Needs('submission.write')
  async detachFile(@Args() args: SubmissionFileArgs, @CurrentContext() context: ActingContext): Promise<Submission> {
    const { id, version, sha256 } = mutationInput(SubmissionFileArgs, args);
    return presentSubmission(await this.files.detach(id, version, sha256, context), [], this.clock.today(), this.calendars.calendar);
  }
}
