import { Args, ArgsType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Needs } from '../../identity/index.js';
import { Key } from '../../kernel/field/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { Attachment } from './attachment.model.js';
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
  constructor(private readonly attachments: AttachmentService) {}

  @Query(() => Attachment, { description: '本部门上传的一个文件：是什么、扫描和文字的情况' })
  attachment(@Args() args: AttachmentArgs, @CurrentActor() actor: Actor): Promise<Attachment> {
    return this.attachments.get(queryArgs(AttachmentArgs, args).sha256, actor);
  }
}
