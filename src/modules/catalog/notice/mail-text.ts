import type { MailableNotice } from './notice.repository.js';

/** The whole of a mail: who has to act, until when, and where. What stands in a draft is read only after signing in. Pure. */
export function mailText(
  { personName, dueOn, link, subject }: Pick<MailableNotice, 'personName' | 'dueOn' | 'link' | 'subject'>,
  site: string,
): string {
  return [
    `${personName}：`,
    '',
    subject,
    ...(dueOn ? [`期限：${dueOn}`] : []),
    `请登录办理：${site.replace(/\/$/, '')}${link}`,
    '',
    '不想再收到邮件，可在工作台的“通知”页关闭。',
    '',
  ].join('\n');
}
