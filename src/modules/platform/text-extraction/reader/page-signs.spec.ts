import { expect, it } from 'vitest';
import { pageList, readableSigns } from './page-signs.js';

it.each([
  ['⼈⺠政府', '人民政府'],
  ['⾝份证', '身份证'],
  ['⻓⻋⻔⻅', '长车门见'],
  ['⺌', '⺌'],
  ['人民', '人民'],
])('%s is read as %s', (given, read) => {
  expect(readableSigns(given)).toBe(read);
  expect(read).toHaveLength(given.length);
});

it.each([
  [[3], '第 3 页'],
  [[1, 2], '第 1、2 页'],
  [Array.from({ length: 12 }, (_, index) => index + 1), '第 1、2、3、4、5、6、7、8、9、10 等 12 页'],
])('%j are named', (numbers, named) => expect(pageList(numbers)).toBe(named));
