import { describe, expect, it } from 'vitest';
import { Reading } from '../span.js';
import { recogniseOperators } from './recognise-operators.js';

describe('recogniseOperators', () => {
  it.each([
    ['"食品安全" 抽检', { phrases: ['食品安全'] }],
    ['“三公”经费', { phrases: ['三公'] }],
    ['「居住證」', { phrases: ['居住證'] }],
    ['医院 -民营', { excluded: ['民营'] }],
    ['covid-19', {}],
    ['医院 部门:卫生健康委', { filters: [{ facet: 'department', values: ['卫生健康委'] }] }],
    ['年份:2022年', { filters: [{ facet: 'year', values: ['2022'] }] }],
    ['种类:数据 医院', { filters: [{ facet: 'kind', values: ['dataset'] }] }],
    ['标题:公积金', { phrases: ['公积金'] }],
  ])('%s', (text, expected) => {
    const { phrases, excluded, filters } = recogniseOperators(new Reading(text));
    expect({ phrases, excluded, filters }).toEqual({ phrases: [], excluded: [], filters: [], ...expected });
  });
});
