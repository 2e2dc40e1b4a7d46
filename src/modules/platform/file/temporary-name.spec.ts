import { expect, it } from 'vitest';
import { isLeftBehind, temporaryName } from './temporary-name.js';

const HOUR = 3_600_000;
const here = { host: 'a', pid: 7, alive: (pid: number) => pid === 8 };

it.each([
  ['of a process of this machine that is gone', '', 'a-9-x', 0, true],
  ['of a process of this machine that works', '', 'a-8-x', 0, false],
  ['of an earlier process of the same number', '', 'a-7-x', 0, true],
  ['of another machine, from just now', '', 'b-9-x', HOUR, false],
  ['of another machine, from the day before yesterday', '', 'b-9-x', 30 * HOUR, true],
  ['of an older version', '', 'member-0f0e', 30 * HOUR, true],
  ['in a folder of its kind', 'lent~', 'a-9-x', 0, true],
])('what was left %s', (_, prefix, name, age, left) => {
  expect(isLeftBehind(prefix + name, age, here)).toBe(left);
});

it('this process made no name before it started', () => {
  expect(isLeftBehind(temporaryName(), 0, { ...here, host: 'elsewhere' })).toBe(false);
});
