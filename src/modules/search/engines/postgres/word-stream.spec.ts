import { describe, expect, it } from 'vitest';
import { decodeWords, encodePhrase, encodeWords, FIELD_BREAK, hashToken } from './word-stream.js';

const fields = { title: ['公厕', '信息'], keywords: [], items: ['地址'], organizations: [], abstract: [], body: ['公厕'], attachments: [] };

describe('word stream', () => {
  it('keeps the order of words and a break between fields', () => {
    const [toilet, info, address] = ['公厕', '信息', '地址'].map(hashToken);
    expect([...decodeWords(encodeWords(fields))]).toEqual([
      toilet,
      info,
      FIELD_BREAK,
      FIELD_BREAK,
      address,
      FIELD_BREAK,
      FIELD_BREAK,
      FIELD_BREAK,
      toilet,
      FIELD_BREAK,
    ]);
  });

  it('finds a phrase as a run of letters, only in its order', () => {
    expect(encodeWords(fields).includes(encodePhrase(['公厕', '信息']))).toBe(true);
    expect(encodeWords(fields).includes(encodePhrase(['信息', '公厕']))).toBe(false);
  });

  it('never hashes a token to the field break', () => {
    for (let i = 0; i < 20_000; i++) expect(hashToken(`词${i}`)).not.toBe(FIELD_BREAK);
  });
});
