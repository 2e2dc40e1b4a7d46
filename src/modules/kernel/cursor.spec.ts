import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.js';

it('gives back the position', () => {
  expect(decodeCursor(encodeCursor('42', 'records'), 'records')).toBe('42');
});

it.each([
  ['of another list', encodeCursor('42', 'search:a')],
  ['made up', 'NDI'],
  ['empty', ''],
  ['not base64url', '%%%'],
  ['cut short', encodeCursor('42', 'records').slice(0, -2)],
])('refuses a cursor %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, 'records')).toThrow(/cursor/);
});
