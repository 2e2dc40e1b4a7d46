import { expect, it } from 'vitest';
import { Unread } from './unread.js';

const LARGE = 50_000;
it.each<[string, (unread: Unread) => void, string | undefined]>([
  ['nothing at all', () => undefined, undefined],
  ['words and an ornament', (unread) => (unread.read(3), unread.picture(900)), undefined],
  ['an ornament alone', (unread) => unread.picture(900), '文件里只有图片（1 幅），没有文字：图片中的文字没有检查'],
  ['a word and a scan', (unread) => (unread.read(2), unread.picture(LARGE)), '文件以图片为主（1 幅），图片中的文字没有检查'],
  ['much text and a picture', (unread) => (unread.read(500), unread.picture(LARGE)), undefined],
  [
    'a slide of text and one that is a picture',
    (unread) => (unread.read(900, 1), unread.read(4, 2), unread.picture(LARGE, 2)),
    '第 2 页以图片为主，图片中的文字没有检查',
  ],
  [
    'objects and a flaw',
    (unread) => (unread.read(9), ['a', 'b', 'c', 'd'].forEach((name) => unread.object(name)), unread.flaw('坏了'), unread.flaw('坏了')),
    '坏了；其中嵌入的 a、b、c 等 4 个对象 读不出文字',
  ],
])('%s', (_, add, note) => {
  const unread = new Unread();
  add(unread);
  expect(unread.note()).toBe(note);
});
