import { describe, expect, it } from 'vitest';
import { characterLocale, initdbArguments } from './initdb.js';

describe('characterLocale', () => {
  it.each([
    ['linux', ['C', 'C.utf8', 'POSIX', 'zh_CN.utf8'], 'C.utf8'],
    ['linux', ['C', 'POSIX', 'en_US.utf8'], 'en_US.utf8'],
    ['linux', ['C', 'POSIX', 'de_DE.utf8'], 'de_DE.utf8'],
    ['linux', [], 'C.UTF-8'],
    ['darwin', [], 'en_US.UTF-8'],
    ['win32', [], 'en-US'],
  ])('%s with %j', (platform, installed, expected) => {
    expect(characterLocale(platform, installed)).toBe(expected);
  });
});

describe('initdbArguments', () => {
  it('never leaves the character classes to plain C', () => {
    const options = initdbArguments('/data 目录', '/pw', 'C.utf8');
    expect(options.lastIndexOf('--lc-ctype=C.utf8')).toBeGreaterThan(options.indexOf('--locale=C'));
    expect(options).toContain('--builtin-locale=C.UTF-8');
  });
});
