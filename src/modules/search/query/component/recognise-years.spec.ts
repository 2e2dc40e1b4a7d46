import { describe, expect, it } from 'vitest';
import { Reading } from '../span.js';
import { recogniseYears } from './recognise-years.js';

const yearsOf = (text: string) => recogniseYears(new Reading(text), 2026);

describe('recogniseYears', () => {
  it.each([
    ['2022年 食品抽检', '2022'],
    ['2022年度预算', '2022'],
    ['2022 统计公报', '2022'],
    ['2019-2021 人口', '2019 2020 2021'],
    ['2019年至2021年人口', '2019 2020 2021'],
    ['近三年 事故', '2024 2025 2026'],
    ['最近2年', '2025 2026'],
  ])('%s', (text, expected) => {
    expect(
      yearsOf(text)
        .boosts.map(({ value }) => value)
        .join(' '),
    ).toBe(expected);
  });

  it.each(['十四五规划', '12022', '1-2022号', '2021-1949', '三年行动'])('leaves %s alone', (text) =>
    expect(yearsOf(text).boosts).toEqual([]),
  );
});
