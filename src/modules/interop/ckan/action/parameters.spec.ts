import { describe, expect, it } from 'vitest';
import { AppError } from '../../../kernel/app-error.js';
import { Parameters } from './parameters.js';

const of = (value: unknown) => new Parameters({ x: value });

describe('parameters', () => {
  it.each([
    ['a', 'a'],
    [12, '12'],
    [true, 'true'],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j as a text is %j', (given, text) => expect(of(given).text('x')).toBe(text));

  it.each([[['a']], [{}], ['a\u0000'], ['\ud800']])('%j is no text', (given) => expect(() => of(given).text('x')).toThrow(AppError));

  it.each([
    ['7', 7],
    [7, 7],
    [' +7 ', 7],
    ['', 5],
    [null, 5],
    ['5000', 1000],
  ])('%j as a number is %j', (given, number) => expect(of(given).whole('x', { absent: 5, most: 1000 })).toBe(number));

  it.each(['-1', 'x', '1.5', '1e3', [1], {}, 1.5, true, '9'.repeat(400), '0x10'])('%j is no number', (given) =>
    expect(() => of(given).whole('x', { absent: 5, most: 1000 })).toThrow(AppError),
  );

  it.each([
    [true, true],
    ['True', true],
    ['1', true],
    [1, true],
    ['no', false],
    ['', false],
    [undefined, false],
  ])('%j as a flag is %j', (given, flag) => expect(of(given).flag('x')).toBe(flag));

  it.each(['maybe', {}, [true], 2])('%j is no flag', (given) => expect(() => of(given).flag('x')).toThrow(AppError));

  it.each([
    ['a,b', ['a', 'b']],
    ['["a","b,c"]', ['a', 'b,c']],
    [
      ['a', 1],
      ['a', '1'],
    ],
    ['', []],
    [undefined, []],
  ])('%j as a list is %j', (given, list) => expect(of(given).list('x')).toEqual(list));

  it.each([['["a"'], [[{}]], [[null]], [{}], [Array(1001).fill('a')]])('%j is no list', (given) =>
    expect(() => of(given).list('x')).toThrow(AppError),
  );

  it('objects come as they are or as a text, and names of the prototype are nobody’s', () => {
    expect(of('{"a":1}').object('x')).toEqual({ a: 1 });
    expect(of({ a: 1 }).object('x')).toEqual({ a: 1 });
    expect(of(undefined).object('x')).toBeUndefined();
    for (const wrong of ['{', '[]', [], 3]) expect(() => of(wrong).object('x')).toThrow(AppError);
    expect(new Parameters({}).text('constructor')).toBeUndefined();
  });
});
