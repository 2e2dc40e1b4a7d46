import { expect, it } from 'vitest';
import { labelLines } from './label-lines.js';

it.each([
  ['2026-05', 7, ['2026-05']],
  ['无条件开放', 8, ['无条件开放']],
  ['有机器可读的文件或表', 8, ['有机器可读', '的文件或表']],
  ['一二三四五六七八九十一二三四五六七八', 4, ['一二三四五六', '七八九十一二', '三四五六七八']],
  ['With machine-readable files or tables', 8, ['With', 'machine-readable', 'files or tables']],
  ['', 5, []],
])('%s where %i characters have room', (label, most, lines) => {
  expect(labelLines(label, most)).toEqual(lines);
});
