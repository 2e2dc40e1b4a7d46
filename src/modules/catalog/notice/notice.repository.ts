import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { NoticeDraft } from './notice-draft.js';
import { NoticeRow } from './notice.entity.js';

/** A notice and the address it may be mailed to. */
export interface MailableNotice {
  id: string;
  subject: string;
  link: string;
  dueOn: string | null;
  personName: string;
  /** Null for whoever has none, wants none, or is shut out. */
  email: string | null;
}

/** Notices in the database. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly source: DataSource) {}

  /** One row for everybody whom it concerns; answers those that can be mailed. */
  add(transaction: Transaction, { to, ...draft }: NoticeDraft, now: Date): Promise<{ id: string }[]> {
    return transaction.query(
      `WITH told AS (
         INSERT INTO notice (account_id, kind, key, subject, text, link, due_on, created_at)
           SELECT a.id, $1, $2, $3, $4, $5, $6, $7 FROM account a
            WHERE a.disabled_at IS NULL AND NOT (a.name = ANY($11) OR 'account:' || a.id = ANY($11))
              AND (a.name = $8 OR EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = $9 AND r.department = $10))
            ORDER BY a.id
         ON CONFLICT (account_id, key) DO NOTHING RETURNING id, account_id)
       SELECT t.id FROM told t JOIN account a ON a.id = t.account_id WHERE a.email <> '' AND a.mail_notices ORDER BY t.id`,
      [
        draft.kind,
        draft.key,
        draft.subject,
        draft.text,
        draft.link,
        draft.dueOn,
        now,
        to.account ?? null,
        to.role ?? null,
        to.department ?? null,
        to.except ?? [],
      ],
    );
  }

  /** Newest first. */
  list(accountId: string, { unread, limit, offset }: { unread: boolean; limit: number; offset: number }): Promise<NoticeRow[]> {
    return this.source.manager.find(NoticeRow, {
      where: { accountId, ...(unread ? { readAt: IsNull() } : {}) },
      order: { id: 'DESC' },
      take: limit,
      skip: offset,
    });
  }

  countUnread(accountId: string): Promise<number> {
    return this.source.manager.countBy(NoticeRow, { accountId, readAt: IsNull() });
  }

  /** Marks notices of this person as read, all of them when none are named; answers how many were not. */
  async markRead(accountId: string, ids: readonly string[] | undefined, now: Date): Promise<number> {
    const which = { accountId, readAt: IsNull(), ...(ids ? { id: In([...ids]) } : {}) };
    return (await this.source.manager.update(NoticeRow, which, { readAt: now })).affected ?? 0;
  }

  async mailable(id: string): Promise<MailableNotice | undefined> {
    const [row] = await this.source.query<MailableNotice[]>(
      `SELECT n.id, n.subject, n.link, n.due_on AS "dueOn", a.person_name AS "personName",
           CASE WHEN a.mail_notices AND a.disabled_at IS NULL THEN nullif(a.email, '') END AS email
         FROM notice n JOIN account a ON a.id = n.account_id WHERE n.id = $1`,
      [id],
    );
    return row;
  }
}
