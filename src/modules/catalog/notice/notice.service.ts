import { Injectable } from '@nestjs/common';
import { AccountRepository, type Actor } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { isRowId } from '../../platform/database/index.js';
import type { NoticeRow } from './notice.entity.js';
import { NoticeRepository } from './notice.repository.js';

/** A person's own notices; nobody sees another's. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, page: { unread: boolean; limit: number; offset: number }): Promise<NoticeRow[]> {
    return this.notices.list(ownerOf(actor), page);
  }

  countUnread(actor: Actor): Promise<number> {
    return this.notices.countUnread(ownerOf(actor));
  }

  /** Marks these, or all when none are named; answers how many were unread. */
  markRead(actor: Actor, ids: readonly string[]): Promise<number> {
    ids.forEach((id, index) => {
      if (!isRowId(id)) throw invalidField(`ids[${index}]`, `“${id}”不是通知编号`);
    });
    return this.notices.markRead(ownerOf(actor), ids.length > 0 ? ids : undefined, this.clock.now());
  }

  async wantsMail(actor: Actor): Promise<boolean> {
    return (await this.accounts.byId(ownerOf(actor)))?.mailNotices ?? false;
  }

  async setMail(actor: Actor, mail: boolean): Promise<void> {
    await this.accounts.setMailNotices(ownerOf(actor), mail);
  }
}

function ownerOf({ accountId }: Actor): string {
  if (accountId) return accountId;
  throw new AppError('FORBIDDEN', '通知属于个人；请以账号登录后再看。', {
    english: 'Notices belong to a person; sign in with an account.',
  });
}
