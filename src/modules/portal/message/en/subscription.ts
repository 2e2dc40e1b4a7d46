import type { subscription as zh } from '../zh/subscription.js';

export const subscription: typeof zh = {
  ways: 'Follow and export',
  atom: 'Feed (Atom)',
  mail: 'News by mail',
  csv: 'Export as CSV',
  excel: 'Export as Excel',
  limit: 'A file holds 10,000 records at most',
  title: 'News of a search by mail',
  lead: 'You get a mail when something new is published that this search finds. No account is needed, and you can stop at any time.',
  what: 'The search',
  words: 'Words',
  everything: 'All data and documents',
  filters: 'Filters',
  how: 'How to subscribe',
  email: 'E-mail address',
  emailHelp:
    'We first send a mail to this address, and nothing more until you confirm there. The address is kept encrypted, used for this alone, and deleted when you stop.',
  emailWrong: 'Enter an e-mail address, such as lin@example.cn',
  frequency: 'How often at most',
  daily: 'Once a day',
  weekly: 'Once a week, on Mondays',
  frequencyNote: 'Nothing is sent when there is nothing new.',
  strict: 'Only what has all the words counts.',
  submit: 'Send the mail to confirm',
  away: 'This site sends no mail. Add the address below to a feed reader to get the same news.',
  sentTitle: 'Please confirm by mail',
  sent: (hours) =>
    `If this address takes mail, a mail is on its way. Open the link in it within ${hours} hours and confirm; nothing is sent before.`,
  sentNote:
    'If nothing comes, look into the folder for spam, check the address and fill it in again. One mailbox gets three such mails a day at most.',
  confirmTitle: 'Confirm the subscription',
  confirmLead: 'Please read what it is about, then confirm.',
  confirm: 'Confirm',
  confirmedTitle: 'You are subscribed',
  confirmed: 'You will get a mail when there is something new. Each has a link by which you can stop.',
  cancelTitle: 'Stop the mails',
  cancelLead: 'No more mails will be sent, and your address is deleted at once.',
  cancel: 'Stop mails about this search',
  cancelAll: 'Stop all mails to this mailbox',
  cancelledTitle: 'No more mails',
  cancelled: (count) =>
    count > 1
      ? `${count} subscriptions and the address have been deleted. You will get no more mails.`
      : 'The subscription and the address have been deleted. You will get no more mails.',
  seeResults: 'See what this search finds',
  toSearch: 'To the first page',
};
