import { describe, expect, it } from 'vitest';
import { deletions, withinOneEdit } from './similar-terms.js';

describe('withinOneEdit', () => {
  it.each([
    ['公积金', '公积金', false],
    ['公基金', '公积金', true],
    ['公积', '公积金', true],
    ['公积金额', '公积金', true],
    ['积公金', '公积金', true],
    ['公金积金', '公积金', true],
    ['金公积', '公积金', false],
    ['公积', '公积金额', false],
  ])('%s and %s: %s', (a, b, expected) => expect(withinOneEdit(a, b)).toBe(expected));
});

describe('deletions', () => {
  it('gives one neighbour two terms one edit apart share', () => {
    const shared = deletions('公基金').filter((part) => deletions('公积金').includes(part));
    expect(shared).toEqual(['公金']);
  });

  it('leaves terms alone whose neighbours would be single characters or too many', () => {
    expect(deletions('公积')).toEqual([]);
    expect(deletions('公'.repeat(9))).toEqual([]);
  });
});
