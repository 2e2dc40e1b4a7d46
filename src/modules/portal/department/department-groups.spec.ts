import { describe, expect, it } from 'vitest';
import type { Department } from '../../department/index.js';
import { departmentsNamed, groupDepartments } from './department-groups.js';

const department = (code: string, more: Partial<Department> = {}): Department => ({
  code,
  name: `${code}局`,
  shortNames: [],
  formerNames: [],
  creditCode: null,
  region: null,
  registered: true,
  contact: null,
  duties: null,
  leaders: null,
  internalUnits: null,
  revision: 1,
  url: `/departments/${code}`,
  ...more,
});

describe('departmentsNamed', () => {
  const all = [
    department('a', { name: '澜川市水务局', shortNames: ['市水务局'], formerNames: ['澜川市水利局'] }),
    department('b', { name: '澜川市 IT 中心' }),
  ];
  it.each([
    ['水务', ['a']],
    ['水利', ['a']],
    ['市水务局', ['a']],
    ['ｉｔ中心', ['b']],
    ['澜川', ['a', 'b']],
    ['教育', []],
    ['.*', []],
  ])('%s: %j', (text, codes) => {
    expect(departmentsNamed(all, text).map(({ code }) => code)).toEqual(codes);
  });
});

it('groups by region, then those without one, then names of records alone', () => {
  const groups = groupDepartments(
    [
      department('x', { registered: false, region: '320000' }),
      department('a', { region: '330000' }),
      department('b', { region: '320000' }),
      department('c'),
      department('d', { region: '999999' }),
    ],
    (code) => ({ '320000': '江苏省', '330000': '浙江省' })[code],
  );
  expect(groups.map(({ id, region, departments }) => [id, region, departments.map(({ code }) => code).join()])).toEqual([
    ['group-320000', '江苏省', 'b'],
    ['group-330000', '浙江省', 'a'],
    ['group-registered', null, 'c,d'],
    ['group-others', null, 'x'],
  ]);
});
