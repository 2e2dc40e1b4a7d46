import { expect, it } from 'vitest';
import type { Operation } from '../policy/operation.js';
import type { Grant } from '../policy/role.js';
import { rolesLacking, sayLacking } from './scope-reach.js';

const inA = (role: Grant['role']): Grant => ({ role, department: 'a' });

it.each<[Operation, Grant[], string[] | undefined]>([
  ['submission.write', [inA('editor')], undefined],
  ['submission.write', [inA('departmentAdmin')], ['editor']],
  ['submission.approve', [], ['approver']],
  ['duty.complete', [inA('departmentAdmin')], undefined],
  ['search.explain', [], undefined],
  ['record.publishDirectly', [], undefined],
  ['audit.read', [{ role: 'securityAdmin', department: null }], ['auditor']],
])('%s with %j lacks %j', (scope, grants, roles) => {
  expect(rolesLacking(scope, grants)).toEqual(roles);
});

it.each([
  ['submission.write', ['editor'], { owner: 'lin', department: 'a' }, /起草.*submission\.write.*承办人.*“lin”.*部门“a”/],
  ['submission.write', ['editor'], { owner: null, department: null }, /须指明密钥所属的部门/],
  ['audit.read', ['auditor'], { owner: null, department: 'a' }, /密钥不能属于某个部门/],
] as const)('says so of %s', (scope, roles, reach, sentence) => {
  expect(sayLacking(scope, roles, reach)).toMatch(sentence);
});
