import { expect, it } from 'vitest';
import { flawsOfShape } from './shape.js';

it.each([
  ['{"title":"甲","items":[{"name":"乙"}]}', []],
  ['{"__proto__":{"admin":true}}', ['__proto__']],
  ['{"items":[{"name":"甲"},{"constructor":1}]}', ['items[1].constructor']],
  [`{"contact":${'['.repeat(5000)}${']'.repeat(5000)}}`, ['contact']],
])('%s', (json, fields) => {
  expect(flawsOfShape(JSON.parse(json) as object).map(({ field }) => field)).toEqual(fields);
});
