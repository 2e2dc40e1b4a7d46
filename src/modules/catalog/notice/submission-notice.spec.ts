import { expect, it } from 'vitest';
import { noticesOfClock, noticesOfStep } from './submission-notice.js';

const row = {
  id: 'x',
  title: '食堂通知',
  department: 'a',
  author: 'lin',
  participants: [{ who: 'account:1', part: 'wrote' as const }],
  state: 'draft' as const,
  version: 2,
  dueOn: '2026-12-18',
  scheduledFor: null as Date | null,
};
const step = (action: string, more: object = {}) =>
  noticesOfStep({ ...row, ...more }, { action, actor: 'wu', opinion: '改标题' }).map(({ subject, to }) => [subject, to]);

it('says each step to whoever acts next, or to the author', () => {
  expect(step('submitted', { state: 'submitted' })).toEqual([
    ['待保密审查：食堂通知', { role: 'secrecyReviewer', department: 'a', except: ['account:1', 'wu'] }],
  ]);
  expect(step('passed', { state: 'reviewed', participants: [...row.participants, { who: 'account:2', part: 'reviewed' }] })).toEqual([
    ['待签发：食堂通知', { role: 'approver', department: 'a', except: ['account:1', 'account:2', 'wu'] }],
  ]);
  expect(step('returned')).toEqual([['被退回：食堂通知', { account: 'lin', except: ['wu'] }]]);
  expect(step('returned', { author: 'key:系统' })).toEqual([['被退回：食堂通知', { role: 'editor', department: 'a', except: ['wu'] }]]);
  expect(step('approved', { state: 'published' })).toEqual([['已发布：食堂通知', { account: 'lin', except: ['wu'] }]]);
  expect(step('failed', { state: 'reviewed' })).toHaveLength(2);
  expect(step('saved')).toEqual([]);
});

it.each([
  ['draft', 'green', []],
  ['draft', 'amber', ['公开期限将到：食堂通知']],
  ['submitted', 'red', ['公开期限已到：食堂通知']],
  ['published', 'red', []],
] as const)('%s, %s', (state, light, subjects) => {
  expect(noticesOfClock({ ...row, state }, { remaining: 0, light }).map(({ subject }) => subject)).toEqual(subjects);
});
