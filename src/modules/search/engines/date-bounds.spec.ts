import { expect, it } from 'vitest';
import { dateBounds } from './date-bounds.js';

it.each([
  [
    { from: '2022', to: '2022' },
    { from: '2022', to: '2022~' },
  ],
  [
    { from: '2022-01-01', to: '2022-12-31' },
    { from: '2022', to: '2022-12-31' },
  ],
  [{ from: '2022-05-01' }, { from: '2022-05' }],
  [{ from: '2022-05-02' }, { from: '2022-05-02' }],
  [{ to: '2022-05' }, { to: '2022-05~' }],
  [{}, {}],
])('%j becomes %j', (asked, bounds) => expect(dateBounds({ field: 'publishedOn', ...asked })).toEqual(bounds));

it('leaves instants as they are', () =>
  expect(dateBounds({ field: 'createdAt', from: '2022-01-01T00:00:00.000Z' })).toEqual({ from: '2022-01-01T00:00:00.000Z' }));
