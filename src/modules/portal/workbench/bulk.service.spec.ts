import { expect, it } from 'vitest';
import { isBulkAction, tickedOf } from './bulk.service.js';

const ID = '5f0c6a52-0f3c-4f0e-9a57-0f6f4b1f1c11';

it.each([
  [[`${ID}:3`], [{ id: ID, version: 3 }]],
  [[`${ID}:3`, `${ID}:4`], [{ id: ID, version: 4 }]],
  [[ID, `${ID}:`, ':3', `${ID}:3; DROP`, `${ID}:-1`], []],
])('the boxes %j mean %j', (values, expected) => {
  expect(tickedOf(values)).toEqual(expected);
});

it('knows its actions and no others', () => {
  expect(['submit', 'pass', 'approve', 'discard', 'save', 'toString', null].filter(isBulkAction)).toEqual([
    'submit',
    'pass',
    'approve',
    'discard',
  ]);
});
