import { describe, expect, it } from 'vitest';
import { AppError } from '../../../kernel/app-error.js';
import type { EngineQuery } from '../../search-engine.js';
import { sealCursor } from '../cursor.js';
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

  it.each<[string, Partial<EngineQuery>, unknown]>([
    ['a phase that there is not', {}, [2, '0.5', '17']],
    ['a score that is none', {}, [1, 'abc', '17']],
    ['no score', {}, [1, '', '17']],
    ['a score beyond float4', {}, [1, '1e60', '17']],
    ['an id that is none', {}, [0, '0.5', '1e3']],
    ['a negative id', { sort: 'newest' }, [1, '2026-04-28', '-1']],
    ['an id that is too long', { sort: 'newest' }, [1, '2026-04-28', '9'.repeat(30)]],
    ['a key that cannot be stored', { sort: 'title' }, [1, '\u0000', '17']],
  ])('is refused with %s, though it is sealed as ours are', (_, change, parts) => {
    const asked = query('公厕', change);
    expect(() => decodeCursor(sealCursor(parts, asked), asked)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
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
