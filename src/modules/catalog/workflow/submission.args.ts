import { ArgsType } from '@nestjs/graphql';
import { Key, Whole } from '../../kernel/field/index.js';

/** Names one submission. */
@ArgsType()
export class SubmissionArgs {
  @Key({ description: '稿件编号' })
  id: string;
}

/** Names the version of a submission that a step starts from; another one in between refuses the step. */
@ArgsType()
export class SubmissionVersionArgs extends SubmissionArgs {
  @Whole({ description: '读取时的版本', min: 1 })
  version: number;
}
