import { describe, expect, it } from 'vitest';
import { normaliseText, readWordLists } from '../analysis/index.js';
import { parseSynonyms } from './parse-synonyms.js';

const lines = readWordLists(new URL('./synonym/', import.meta.url));
const LINE = /^[^,，=<|]+(?:(?: \| [^,，=<|]+)* <= [^,，=<|]+(?:, [^,，=<|]+)*|(?: = [^,，=<|]+)+)$/u;
const termsOf = (line: string) => line.split(/<=|[,=|]/).map((term) => term.trim());
const everydayOf = (line: string) => (line.includes('<=') ? termsOf(line.split('<=')[1]!) : []);
const equalsOf = (line: string) => (line.includes('<=') ? [] : termsOf(line));
const repeated = (terms: string[]) => terms.filter((term, index) => terms.indexOf(term) !== index);

describe('the synonym files', () => {
  it('have lines of the two documented forms', () => expect(lines.filter((line) => !LINE.test(line))).toEqual([]));
  it('are written as they are compared: simplified, half width, lower case', () =>
    expect(lines.flatMap(termsOf).filter((term) => normaliseText(term) !== term)).toEqual([]));
  it('name no term twice in a line', () => expect(lines.filter((line) => repeated(termsOf(line)).length > 0)).toEqual([]));
  it('give each everyday phrase one line', () => expect(repeated(lines.flatMap(everydayOf))).toEqual([]));
  it('give each equal term one group', () => expect(repeated(lines.flatMap(equalsOf))).toEqual([]));
  it('hold no phrase of one character, which would be found in everything', () =>
    expect(lines.flatMap((line) => [...everydayOf(line), ...equalsOf(line)]).filter((term) => [...term].length < 2)).toEqual([]));
});

describe('parseSynonyms', () => {
  it('leads one way from everyday words to official ones', () => {
    const synonyms = parseSynonyms(['住房公积金贷款 | 住房公积金 <= 买房贷款, 公积金买房']);
    expect(synonyms.get('买房贷款')).toEqual(['住房公积金贷款', '住房公积金']);
    expect(synonyms.get('住房公积金贷款')).toBeUndefined();
  });
  it('leads both ways between equal terms', () => {
    const synonyms = parseSynonyms(['低保 = 最低生活保障 = 低保金']);
    expect(synonyms.get('低保')).toEqual(['最低生活保障', '低保金']);
    expect(synonyms.get('最低生活保障')).toEqual(['低保', '低保金']);
  });
});
