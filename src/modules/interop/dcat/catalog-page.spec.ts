import { expect, it } from 'vitest';
import { pageQueries } from './catalog-page.js';

const page = { filter: {}, number: 1, limit: 100, total: 250 };

it.each([
  ['the first of three', { ...page, next: 'c' }, { collection: '', view: '', first: '', next: '?after=c', last: '?page=3' }],
  [
    'the second by number',
    { ...page, number: 2, next: 'd' },
    { collection: '', view: '?page=2', first: '', previous: '', next: '?after=d', last: '?page=3' },
  ],
  [
    'the third by cursor',
    { ...page, number: 3, after: 'd' },
    { collection: '', view: '?after=d', first: '', previous: '?page=2', last: '?page=3' },
  ],
  ['the only one', { ...page, total: 0 }, { collection: '', view: '', first: '', last: '' }],
  [
    'one of a narrowed list with another size',
    { filter: { kind: 'dataset' as const, topic: '02' }, number: 1, limit: 10, total: 11, next: 'e' },
    {
      collection: '?kind=dataset&topic=02',
      view: '?kind=dataset&topic=02&limit=10',
      first: '?kind=dataset&topic=02&limit=10',
      next: '?kind=dataset&topic=02&after=e&limit=10',
      last: '?kind=dataset&topic=02&page=2&limit=10',
    },
  ],
])('%s', (_, given, expected) => {
  expect(JSON.parse(JSON.stringify(pageQueries(given)))).toEqual(expected);
});
