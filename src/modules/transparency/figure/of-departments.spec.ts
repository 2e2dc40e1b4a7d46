import { expect, it } from 'vitest';
import { ofDepartments } from './of-departments.js';

it.each([
  [undefined, '$2::text[] IS NULL'],
  [[], 'r.department = ANY ($2::text[])'],
  [['a'], 'r.department = ANY ($2::text[])'],
  [[null], '(r.department = ANY ($2::text[]) OR r.department IS NULL)'],
  [['a', null], '(r.department = ANY ($2::text[]) OR r.department IS NULL)'],
])('of %j: %s', (departments, condition) => {
  expect(ofDepartments('r.department', '$2', departments)).toBe(condition);
});
