import { describe, expect, it } from 'vitest';
import { isTrusted } from './trusted-directory.js';

describe('isTrusted', () => {
  it.each([
    ['root, 0755', { uid: 0, mode: 0o755, isDirectory: true }, true],
    ['root, sticky 1777 as /tmp', { uid: 0, mode: 0o1777, isDirectory: true }, true],
    ['root, 0777 without the sticky bit', { uid: 0, mode: 0o777, isDirectory: true }, false],
    ['root, group-writable', { uid: 0, mode: 0o775, isDirectory: true }, false],
    ['somebody else', { uid: 1000, mode: 0o755, isDirectory: true }, false],
    ['a symlink or file', { uid: 0, mode: 0o755, isDirectory: false }, false],
  ])('%s', (_, status, expected) => {
    expect(isTrusted(status)).toBe(expected);
  });
});
