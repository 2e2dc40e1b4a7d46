import { expect, it } from 'vitest';
import { COLUMNS } from './column.js';
import { articleMeta } from './meta.js';

const article = { title: '甲', source: '乙局', url: 'http://h/a' };

it.each([
  [{ publishedOn: '2024-03-05', createdAt: '2024-03-05T01:02:03.000Z' }, '2024-03-05 09:02'],
  [{ publishedOn: '2024-03-05', createdAt: '2024-03-04T16:00:00.000Z' }, '2024-03-05 00:00'],
  [{ publishedOn: '2024-03-05', createdAt: '2025-03-05T01:02:03.000Z' }, '2024-03-05'],
  [{ publishedOn: '2024-03', createdAt: '2024-03-05T01:02:03.000Z' }, '2024-03'],
  [{ publishedOn: null, createdAt: '2024-03-05T01:02:03.000Z' }, '2024-03-05 09:02'],
  [{ publishedOn: null }, undefined],
])('%j was published at %s', (given, expected) => {
  expect(articleMeta(COLUMNS.document, { ...article, ...given }).PubDate).toBe(expected);
});
