import { Args, ArgsType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Key } from '../../kernel/field/index.js';
import { mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { AttachmentFetcher } from './attachment-fetcher.js';
import { Attachment, FetchInput } from './attachment.model.js';
import { AttachmentService } from './attachment.service.js';

/** Names one file. */
@ArgsType()
class AttachmentArgs {
  @Key({ description: '文件的 SHA-256', max: 64 })
  sha256: string;
}

/** What is known of an uploaded file, by GraphQL; its bytes come and go by REST. */
@Resolver(() => Attachment)
@Needs('submission.read')
export class AttachmentResolver {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly fetcher: AttachmentFetcher,
  ) {}

  @Mutation(() => Attachment, { description: '从网址取一个文件，同上传一样检查' })
  @Idempotent()
  @Needs('file.upload')
  fetchFile(@Args('input') input: FetchInput, @CurrentContext() context: ActingContext): Promise<Attachment> {
    return this.fetcher.fetch(mutationInput(FetchInput, input), context);
  }

  @Query(() => Attachment, { description: '本部门上传的一个文件：是什么、扫描和文字的情况' })
  attachment(@Args() args: AttachmentArgs, @CurrentActor() actor: Actor): Promise<Attachment> {
    return this.attachments.get(queryArgs(AttachmentArgs, args).sha256, actor);
  }
}
