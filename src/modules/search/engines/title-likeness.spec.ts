import { describe, expect, it } from 'vitest';
import { isCommentary, namedWorks, pairsOf, plainTitle, titleLikeness } from './title-likeness.js';

describe('titleLikeness', () => {
  it.each([
    ['公厕信息', '《公厕》 信息！', 1, 1],
    ['公厕', '公厕信息', 1, 1 / 3],
    ['公厕信息', '公厕', 1 / 3, 1],
    ['公厕', '停车场', 0, 0],
    ['', '公厕', 0, 0],
    ['厕', '厕', 0, 0],
  ])('%j against %j', (query, title, contained, covered) => {
    const likeness = titleLikeness(pairsOf(plainTitle(query)), pairsOf(plainTitle(title)));
    expect(likeness.contained).toBeCloseTo(contained);
    expect(likeness.covered).toBeCloseTo(covered);
  });
});

describe('namedWorks', () => {
  it.each([
    ['《节约用水办法（试行）》解读', ['节约用水办法试行']],
    ['解读《政务公开条例》和《信访条例》', ['政务公开条例', '信访条例']],
    ['《论语》', []],
    ['没有书名号', []],
  ])('%j', (text, works) => expect(namedWorks(text)).toEqual(works));
});

describe('isCommentary', () => {
  it.each([
    ['一图读懂《办法》', true],
    ['《办法》政策解读', true],
    ['关于印发《办法》的通知', false],
  ])('%j: %s', (title, expected) => expect(isCommentary(title)).toBe(expected));
});
