import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { Notice, NoticeArgs, NoticePreferences, NoticesRead, NoticesReadInput } from './notice.model.js';
import { NoticeService } from './notice.service.js';
import { presentNotice } from './present-notice.js';

/** What the person who is signed in has been told, by GraphQL. */
@Resolver(() => Notice)
@Needs('self.manage')
export class NoticeResolver {
  constructor(private readonly service: NoticeService) {}

  @Query(() => [Notice], { description: '自己的通知，新的在前；属于个人，密钥没有' })
  async notices(@Args() args: NoticeArgs, @CurrentActor() actor: Actor): Promise<Notice[]> {
    return (await this.service.list(actor, queryArgs(NoticeArgs, args))).map(presentNotice);
  }

  @Query(() => NoticePreferences, { description: '通知是否同时发邮件' })
  async noticePreferences(@CurrentActor() actor: Actor): Promise<NoticePreferences> {
    return { mail: await this.service.wantsMail(actor) };
  }

  @Mutation(() => NoticesRead, { description: '把通知标为已读' })
  @Idempotent()
  async markNoticesRead(@Args('input') given: NoticesReadInput, @CurrentActor() actor: Actor): Promise<NoticesRead> {
    return { read: await this.service.markRead(actor, mutationInput(NoticesReadInput, given).ids) };
  }

  @Mutation(() => NoticePreferences, { description: '设置通知是否同时发邮件' })
  @Idempotent()
  async setNoticePreferences(@Args('input') given: NoticePreferences, @CurrentActor() actor: Actor): Promise<NoticePreferences> {
    const { mail } = mutationInput(NoticePreferences, given);
    await this.service.setMail(actor, mail);
    return { mail };
  }
}
