import { expect, it } from 'vitest';
import { builtInFormat, formatOf } from './number-format.js';

it.each([
  ['yyyy"年"m"月"d"日"', 'date'],
  ['yyyy年m月d日', 'date'],
  ['yyyy\\年m\\月', 'date'],
  ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
  ['[DBNum1][$-804]yyyy"年"m"月";@', 'date'],
  ['m"月"d"日" h:mm', 'datetime'],
  ['yyyy-mm-dd hh:mm:ss.000', 'datetime'],
  ['yyyy/m/d h:mm AM/PM', 'datetime'],
  ['[$-804]aaaa;@', 'date'],
  ['mmm-yy', 'date'],
  ['h:mm:ss', 'time'],
  ['mm:ss.0', 'time'],
  ['上午/下午h"时"mm"分"', 'time'],
  ['[h]:mm:ss', 'duration'],
  ['0.00%', 'percent'],
  ['#,##0.00', 'number'],
  ['0.00E+00', 'number'],
  ['#,##0 "元/day"', 'number'],
  ['0.0"小时"', 'number'],
  ['[Red]0.00;[Blue]-0.00', 'number'],
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 'number'],
  ['[$¥-804]#,##0.00', 'number'],
  ['General', 'number'],
  ['G/通用格式', 'number'],
  ['@', 'text'],
  ['000000', 'code'],
])('%s shows a %s', (code, shows) => {
  expect(formatOf(code).shows).toBe(shows);
});

it.each([
  [0, 'number'],
  [10, 'percent'],
  [14, 'date'],
  [22, 'datetime'],
  [31, 'date'],
  [33, 'time'],
  [46, 'duration'],
  [58, 'date'],
  [164, 'number'],
])('built-in format %s shows a %s', (id, shows) => {
  expect(builtInFormat(id).shows).toBe(shows);
});
