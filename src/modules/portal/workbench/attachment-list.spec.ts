import { expect, it } from 'vitest';
import { changedFiles } from './attachment-list.js';

const files = ['甲', '乙', '丙'].map((title) => ({ title, sha256: title }));

it.each([
  [{}, '甲乙丙'],
  [{ removeFile: '1' }, '甲丙'],
  [{ moveFileUp: '2' }, '甲丙乙'],
  [{ moveFileUp: '0' }, '甲乙丙'],
  [{ removeFile: '3' }, '甲乙丙'],
  [{ removeFile: '-1' }, '甲乙丙'],
  [{ removeFile: '__proto__' }, '甲乙丙'],
  [{ 'file-title-1': '丁', moveFileUp: '1' }, '丁甲丙'],
  [{ 'file-title-0': '  ' }, '甲乙丙'],
])('%j makes it %s', (form, expected) => {
  expect(
    changedFiles(files, form)
      .map(({ title }) => title)
      .join(''),
  ).toBe(expected);
});

it('a renamed file stays the same file', () => {
  expect(changedFiles(files, { 'file-title-0': '丁' })[0]).toEqual({ title: '丁', sha256: '甲' });
});
