import { describe, expect, it } from 'vitest';
import { quoteLexeme, storable, termsLiteral, weightedLiteral } from './tsvector-literal.js';

describe('quoteLexeme', () => {
  it.each([
    ['政务', "'政务'"],
    ["o'neill", "'o''neill'"],
    ['a\\b', "'a\\\\b'"],
    ['a:*', "'a:*'"],
    ['\u0000a\ud800', "'a\ufffd'"],
  ])('quotes %j', (lexeme, literal) => expect(quoteLexeme(lexeme)).toBe(literal));

  it('cuts what PostgreSQL would refuse', () => expect(quoteLexeme('数'.repeat(900))).toHaveLength(502));
});

describe('weightedLiteral', () => {
  it('numbers positions through all fields and keeps the weight of each', () => {
    const literal = weightedLiteral([
      { weight: 'A', tokens: ['公厕', '信息'] },
      { weight: 'B', tokens: ['公厕'] },
    ]);
    expect(literal).toBe("'公厕':1A,3B '信息':2A");
  });

  it('keeps at most 255 positions of a lexeme', () => {
    const literal = weightedLiteral([{ weight: 'D', tokens: Array<string>(400).fill('水') }]);
    expect(literal.split(',')).toHaveLength(255);
  });
});

describe('termsLiteral', () => {
  it('names each term once and skips empty ones', () => expect(termsLiteral(['水', '', '水', '电'])).toBe("'水' '电'"));
});

describe('storable', () => {
  it('drops NUL and mends half surrogates', () => expect(storable('a\u0000b\udc00')).toBe('ab\ufffd'));
});
