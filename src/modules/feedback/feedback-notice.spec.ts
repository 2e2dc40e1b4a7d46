import { expect, it } from 'vitest';
import { feedbackMailText } from './feedback-mail-text.js';
import { noticesOfFeedback, noticesOfFeedbackDelay } from './feedback-notice.js';
import type { KnownFeedback } from './feedback.repository.js';

const ROW: KnownFeedback = {
  id: '15',
  kind: 'correction',
  recordId: '3',
  identifier: 'lines',
  recordKind: 'dataset',
  recordTitle: '公交线路',
  department: 'a',
  departmentName: '甲局',
  title: null,
  address: null,
  text: '提交的人写的话',
  contact: null,
  tokenHash: '0',
  state: 'waiting',
  submittedAt: new Date('2026-05-08T02:00:00Z'),
  submittedOn: '2026-05-08',
  dueOn: '2026-05-21',
  decidedAt: null,
  decidedBy: null,
  answer: null,
  published: false,
  confirmed: false,
  endedOn: null,
};
const DEMAND: KnownFeedback = {
  ...ROW,
  kind: 'demand',
  recordId: null,
  identifier: null,
  recordKind: null,
  recordTitle: null,
  title: '提交的人写的题目',
};

it('tells those who answer, in the words of the site, until when', () => {
  const notices = noticesOfFeedback(ROW);
  expect(notices.map(({ to }) => to)).toEqual([
    { role: 'approver', department: 'a' },
    { role: 'departmentAdmin', department: 'a' },
  ]);
  expect(notices[0]).toMatchObject({ key: 'feedback:15', subject: '待答复的纠错：公交线路', dueOn: '2026-05-21' });
  expect(JSON.stringify([...notices, ...noticesOfFeedback(DEMAND)])).not.toContain('提交的人写的');
});

it('tells nobody while nobody has chosen the department', () => {
  expect(noticesOfFeedback({ ...ROW, department: null })).toEqual([]);
});

it.each([
  ['2026-05-21', 'feedback:15:due', '纠错今天到期：公交线路'],
  ['2026-05-22', 'feedback:15:late', '纠错超期未答复：公交线路'],
  ['2026-06-22', 'feedback:15:late', '纠错超期未答复：公交线路'],
])('on %s the reminder is %s', (today, key, subject) => {
  expect(noticesOfFeedbackDelay(ROW, today)[0]).toMatchObject({ key, subject });
});

it.each([
  [{ ...ROW, state: 'answered' as const, answer: '已更正。' }, ['已有答复', '已更正。', '甲局', 'https://x.org/datasets/lines']],
  [{ ...ROW, state: 'declined' as const, answer: '没有错。' }, ['未被采纳', '没有错。']],
  [{ ...DEMAND, state: 'answered' as const, answer: '见城管局网站。' }, ['FK-2026-15', '见城管局网站。']],
])('mails the words of the department only', (row, words) => {
  const text = feedbackMailText(row, 'https://x.org/');
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toContain('提交的人写的');
});
