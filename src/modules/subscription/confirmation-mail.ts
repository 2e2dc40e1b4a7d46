/** What a mail of ours has to say to whom. */
export interface MailText {
  subject: string;
  text: string;
}

/** Hours in which a subscription has to be confirmed. */
export const CONFIRM_WITHIN_HOURS = 48;

/**
 * The mail that asks for confirmation. Nothing that somebody typed stands in it: whoever enters the address of another sends
 * that person no words of his own. Pure.
 */
export function confirmationMail({ site, confirm, cancel }: { site: string; confirm: string; cancel: string }): MailText {
  return {
    subject: `${site}：请确认订阅`,
    text: [
      `有人（可能就是您）填写了这个邮箱，要订阅“${site}”上一个搜索的更新。`,
      '',
      `要开始接收，请在 ${CONFIRM_WITHIN_HOURS} 小时内打开下面的网址，看清订阅的内容，再按“确认订阅”：`,
      confirm,
      '',
      `不是您本人，或不想订阅：不用理会，${CONFIRM_WITHIN_HOURS} 小时后这个邮箱地址会从系统中删除。要马上删除，请打开：`,
      cancel,
      '',
      `English: to receive news of a search on ${site}, open the first link within ${CONFIRM_WITHIN_HOURS} hours and confirm. If it was not you, ignore this mail, or delete the address by the second link.`,
      '',
    ].join('\n'),
  };
}
