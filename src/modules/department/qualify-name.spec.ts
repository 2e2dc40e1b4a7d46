import { expect, it } from 'vitest';
import { qualifyName } from './qualify-name.js';

it.each([
  ['市统计局', '江苏省泰州市', '江苏省泰州市统计局'],
  ['省财政厅', '海南省', '海南省财政厅'],
  ['州财政局', '贵州省黔南布依族苗族自治州', '贵州省黔南布依族苗族自治州财政局'],
  ['市统计局', '江苏省', '市统计局（江苏省）'],
  ['泰州市统计局', '江苏省泰州市', '泰州市统计局'],
  ['市场监督管理局', '江苏省泰州市', '市场监督管理局'],
  ['市统计局', null, '市统计局'],
])('%s in %s is %s', (name, region, expected) => {
  expect(qualifyName(name, region)).toBe(expected);
});
