import { describe, expect, it } from 'vitest';
import { comparePartialDates, firstDayOf, formatChineseDate, isPartialDate, lastDayOf, parsePartialDate, yearOf } from './partial-date.js';

describe('parsePartialDate', () => {
  it.each([
    ['2023', '2023'],
    ['2023-05', '2023-05'],
    ['2023-05-08', '2023-05-08'],
    ['2023-5-8', '2023-05-08'],
    [' ２０２３年５月８日 ', '2023-05-08'],
    ['2023年5月', '2023-05'],
    ['2023年', '2023'],
    ['2023 年 5 月 8 日', '2023-05-08'],
    ['二〇一六年九月五日', '2016-09-05'],
    ['二○一六年十二月三十一日', '2016-12-31'],
    ['二零零八年二月二十九日', '2008-02-29'],
    ['2016/9/5', '2016-09-05'],
    ['2016.9.5', '2016-09-05'],
    ['20160905', '2016-09-05'],
    ['201609', '2016-09'],
    ['2022-09-27T08:30:00+08:00', '2022-09-27'],
    ['2022-09-27T08:30:00.000Z', '2022-09-27'],
    ['2022-09-27 10:00:00', '2022-09-27'],
    ['2022/9/27 10:00', '2022-09-27'],
    ['2000-02-29', '2000-02-29'],
  ])('%s', (text, value) => {
    expect(parsePartialDate(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', '日期不能为空'],
    ['2021-02-30', '2021年2月没有 30 日，应为 1 至 28'],
    ['1900-02-29', '1900年2月没有 29 日，应为 1 至 28'],
    ['2021-13-01', '“2021-13-01”的月份应为 1 至 12'],
    ['2021-00', '“2021-00”的月份应为 1 至 12'],
    ['2021-01-00', '2021年1月没有 0 日，应为 1 至 31'],
    ['0021-01-01', '“0021-01-01”的年份应为 1000 年以后'],
    ['昨天', '“昨天”不是日期，应写作 2023-05-08、2023-05 或 2023'],
    ['2021-01-01abc', '“2021-01-01abc”不是日期，应写作 2023-05-08、2023-05 或 2023'],
  ])('refuses %s', (text, reason) => {
    expect(parsePartialDate(text)).toEqual({ ok: false, reason });
  });
});

it('isPartialDate accepts only the normal form', () => {
  expect(['2021', '2021-03', '2021-03-04', '2021-3', '2021/03/04', '2021-02-30'].map(isPartialDate)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

it.each([
  ['2021', '2021-01-01', '2021-12-31', '2021年'],
  ['2020-02', '2020-02-01', '2020-02-29', '2020年2月'],
  ['2023-05-08', '2023-05-08', '2023-05-08', '2023年5月8日'],
])('%s spans its days and prints in Chinese', (date, first, last, chinese) => {
  expect([firstDayOf(date), lastDayOf(date), formatChineseDate(date)]).toEqual([first, last, chinese]);
});

it('sorts by time, the less precise first, and knows the year', () => {
  expect(['2021-01-01', '2020-12', '2021', '2021-01'].sort(comparePartialDates)).toEqual(['2020-12', '2021', '2021-01', '2021-01-01']);
  expect(comparePartialDates('2021', '2021')).toBe(0);
  expect(yearOf('2021-07')).toBe(2021);
});
