import { describe, expect, it } from 'vitest';
import { PasswordHasher } from './password-hasher.js';
import { lockoutAfter, passwordFlaws } from './password-rules.js';

const context = {
  accountName: 'lin.editor',
  personName: '林小满',
  phone: '13800006789',
  administrator: false,
  usedBefore: (candidate: string) => Promise.resolve(candidate === 'Used-before-77'),
};

describe('a new password', () => {
  it.each([
    ['Kd7-uncommon', []],
    ['short1A-', ['至少 10 个字符']],
    ['alllowercaseletters', ['小写字母、大写字母、数字、符号四类中至少用三类']],
    ['P@ssw0rd123456', ['太常见，容易被猜到']],
    ['Admin@2026!!', ['太常见，容易被猜到']],
    ['Woaini1314520!', ['太常见，容易被猜到']],
    ['Lin.Editor-9xx', ['不能含有账号名、姓名（或其拼音）、电话号码的一部分']],
    ['xx-LinXiaoMan-9', ['不能含有账号名、姓名（或其拼音）、电话号码的一部分']],
    ['Ab-006789-cdef', ['不能含有账号名、姓名（或其拼音）、电话号码的一部分']],
    ['Used-before-77', ['不能与最近五次用过的相同']],
    ['Ａｂ7-ｕｎcommon', []],
  ])('%s: %j', async (password, flaws) => {
    expect(await passwordFlaws(password, context)).toEqual(flaws);
  });

  it('is longer for administrators', async () => {
    expect(await passwordFlaws('Kd7-uncomm1', { ...context, administrator: true })).toEqual([expect.stringContaining('至少 12 个字符')]);
  });
});

describe('the lock', () => {
  const failed = new Date('2026-03-02T01:00:00Z');
  it.each([
    [4, '2026-03-02T01:00:01Z', undefined],
    [5, '2026-03-02T01:00:01Z', new Date('2026-03-02T01:30:00Z')],
    [5, '2026-03-02T01:30:00Z', undefined],
    [9, '2026-03-02T01:29:59Z', new Date('2026-03-02T01:30:00Z')],
  ])('%i failures, at %s: %s', (failures, now, until) => {
    expect(lockoutAfter(failures, failed, new Date(now))).toEqual(until);
  });
});

it('hashes with a salt, verifies the sign and not its spelling, and knows hashes of other strength', async () => {
  const hasher = new PasswordHasher();
  const [one, two] = await Promise.all([hasher.hash('Ａbc-口令-1'), hasher.hash('Abc-口令-1')]);
  expect(one).not.toBe(two);
  expect(await hasher.verify(one, 'Abc-口令-1')).toBe(true);
  expect(await hasher.verify(one, 'Abc-口令-2')).toBe(false);
  expect(await hasher.verify('nonsense', 'a')).toBe(false);
  expect(hasher.needsRehash(one)).toBe(false);
  expect(hasher.needsRehash(one.replace('m=19456', 'm=4096'))).toBe(true);
});
