import { expect, it } from 'vitest';
import { mailboxOf } from './mailbox.js';

it.each([
  ['Lin@Example.CN', 'lin@example.cn'],
  ['lin+news@example.cn', 'lin@example.cn'],
  ['+lin@example.cn', '+lin@example.cn'],
  ['林@例子.cn', '林@xn--fsqu00a.cn'],
  ['lin@mail。example.cn', 'lin@mail.example.cn'],
  ['lin@mail｡example｡cn', 'lin@mail.example.cn'],
  ['lin@exam\u00adple.cn.', 'lin@example.cn'],
])('%s is the mailbox %s', (address, expected) => {
  expect(mailboxOf(address)).toBe(expected);
});
