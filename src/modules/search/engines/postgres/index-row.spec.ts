import { describe, expect, it } from 'vitest';
import type { IndexEntry } from '../../search-engine.js';
import { toIndexRow } from './index-row.js';
import { suggestionRows } from '../suggestion-rows.js';

const entry: IndexEntry = {
  recordId: '7',
  version: 3,
  identifier: 'ds-7',
  kind: 'dataset',
  title: '公厕 信息',
  keywords: ['公厕', '便民'],
  abstract: '城区 公厕',
  body: '清扫 清扫 清扫 一次',
  attachments: '',
  items: ['地址'],
  organizations: ['城管局'],
  identifiers: ['国发〔2016〕51号', '国发/2016/51'],
  facets: { kind: ['dataset'], topic: ['城建', '城建'], region: ['520000', '520100'] },
  publishedOn: '2022',
  modifiedOn: '',
  createdAt: '2024-01-01T00:00:00.000Z',
  updatedAt: '2024-01-01T00:00:00.000Z',
  license: '',
};
const row = toIndexRow(entry, { tokens: (text) => text.split(/\s+/).filter(Boolean) });

describe('toIndexRow', () => {
  it('weighs the fields in the head and names what a body is about', () => {
    expect(row.head).toBe("'公厕':1A,3B,8C '信息':2A '便民':4B '地址':5B '城管局':6B '城区':7C '清扫':9D");
  });

  it('keeps words, facet values and identifiers both ways among the terms', () => {
    expect(row.terms.split(' ')).toEqual(
      expect.arrayContaining(["'一次'", "'@region=520100'", "'#ds-7'", "'#国发/2016/51'", "'~15/6102/发国'"]),
    );
  });

  it('counts words and facet values for the vocabulary, and nothing else', () => {
    expect(Object.fromEntries(row.vocabulary)).toEqual({
      公厕: true,
      信息: true,
      便民: true,
      地址: true,
      城管局: true,
      城区: true,
      清扫: false,
      一次: false,
      '@kind=dataset': false,
      '@topic=城建': false,
      '@region=520000': false,
      '@region=520100': false,
    });
  });

  it('names each facet value once', () => expect(row.facets).toEqual(['@kind=dataset', '@topic=城建', '@region=520000', '@region=520100']));
});

describe('suggestionRows', () => {
  it('completes to title, readable numbers, departments and topics that are words', () => {
    expect(suggestionRows(entry).map(({ type, text, recordId, pinyin, initials }) => [type, text, recordId, pinyin, initials])).toEqual([
      ['title', '公厕 信息', '7', 'gongcexinxi', 'gcxx'],
      ['number', '国发〔2016〕51号', '7', expect.any(String), expect.any(String)],
      ['department', '城管局', '', 'chengguanju', 'cgj'],
      ['topic', '城建', '', 'chengjian', 'cj'],
      ['topic', '城建', '', 'chengjian', 'cj'],
    ]);
  });
});
