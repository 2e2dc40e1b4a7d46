import { describe, expect, it } from 'vitest';
import { AppError } from '../../../kernel/app-error.js';
import type { EngineQuery } from '../../search-engine.js';
import { decodeCursor, encodeCursor } from './position.js';

const query = (text: string, change: Partial<EngineQuery> = {}): EngineQuery => ({
  query: { text, identifiers: [], groups: [], phrases: [], excluded: [], boosts: [], filters: [], interpretation: [] },
  filters: [{ facet: 'year', values: ['2021', '2022'] }],
  sort: 'relevance',
  limit: 10,
  facets: [],
  today: '2026-11-24',
  ...change,
});
const position = { phase: 'ordered', key: '0.5', recordId: '17' } as const;

describe('cursor', () => {
  it('comes back for the same question, however its filter values are ordered', () => {
    const again = query('公厕', { filters: [{ facet: 'year', values: ['2022', '2021'] }], limit: 50 });
    expect(decodeCursor(encodeCursor(position, query('公厕')), again)).toEqual(position);
  });

  it.each([
    ['other words', query('公园')],
    ['another order', query('公厕', { sort: 'newest' })],
    ['other filters', query('公厕', { filters: [] })],
  ])('is refused for %s', (_, other) => {
    expect(() => decodeCursor(encodeCursor(position, query('公厕')), other)).toThrow(AppError);
  });

  it.each(['', 'abc', 'W10', 'bnVsbA', '"\'; --', encodeCursor(position, query('公厕')).slice(0, -3)])(
    'refuses %j and names the field',
    (cursor) => {
      expect(() => decodeCursor(cursor, query('公厕'))).toThrow(
        expect.objectContaining({
          code: 'BAD_REQUEST',
          details: expect.objectContaining({ fields: [expect.objectContaining({ field: 'cursor' })] }),
        }),
      );
    },
  );
});
