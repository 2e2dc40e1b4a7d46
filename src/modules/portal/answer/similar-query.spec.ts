import { expect, it } from 'vitest';
import { similarQuery } from './similar-query.js';

it.each([
  ['关于做好招生工作的通知', ['义务教育', '入学', '招生'], '义务教育 入学'],
  ['澜川市人民政府办公室关于印发《澜川市城镇老旧小区改造实施方案》的通知', [], '澜川市城镇老旧小区改造实施方案'],
  ['2024年住房公积金贷款发放情况', [], '住房公积金贷款发放'],
  ['的通知', [], ''],
  ['a"b:c', [], 'a b c'],
])('%s %j', (title, keywords, expected) => {
  expect(similarQuery({ title, keywords })).toBe(expected);
});
