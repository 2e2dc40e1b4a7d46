import { expect, it } from 'vitest';
import { MailRefused } from '../platform/mail/index.js';
import { withoutAddress } from './mail-failure.js';

it.each([
  [new Error('550 <lin@a.cn> unknown'), 'lin@a.cn'],
  [new MailRefused('no user Lin@A.cn here'), 'lin@a.cn'],
  ['refused lin@a.cn', 'lin@a.cn'],
])('%s says nothing of the address', (error, address) => {
  const clean = withoutAddress(error, address);
  expect(clean.message).not.toMatch(/@|lin/i);
  expect(clean instanceof MailRefused).toBe(error instanceof MailRefused);
  expect(Object.keys(clean)).toEqual([]);
});
