import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.js';
import { type Operation, operations, requirementOf } from './operation.js';
import { denialOf } from './policy.js';
import { grantConflict, isPlatformRole, type Role, ROLES } from './role.js';

const holder = (role: Role, department = 'a'): Actor => ({
  kind: 'account',
  name: role,
  participant: `account:${role}`,
  grants: [{ role, department: isPlatformRole(role) ? null : department }],
});

/** Who may do what, written down a second time and by hand: e editor, s secrecy reviewer, p approver, d department's administrator, y system, c security, u auditor. */
const TABLE: Record<Operation, string> = {
  'self.manage': 'espdycu',
  'search.explain': 'espdycu',
  'submission.read': 'espd',
  'submission.write': 'e',
  'submission.review': 's',
  'submission.approve': 'p',
  'file.upload': 'e',
  'data.push': 'p',
  'webhook.manage': 'd',
  'duty.read': 'espd',
  'department.write': 'y',
  'duty.complete': 'pd',
  'access.read': 'espd',
  'access.decide': 'pd',
  'feedback.read': 'espd',
  'feedback.answer': 'pd',
  'feedback.assign': 'y',
  'member.read': 'dyc',
  'member.grant': 'dc',
  'account.create': 'y',
  'account.recover': 'c',
  'role.grant': 'c',
  'key.manage': 'dc',
  'audit.read': 'u',
  'calendar.load': 'y',
  'gateWord.read': 'espdycu',
  'gateWord.write': 'y',
  'bestBet.write': 'y',
  'record.publishDirectly': '',
};

const LETTERS: Record<string, Role> = {
  e: 'editor',
  s: 'secrecyReviewer',
  p: 'approver',
  d: 'departmentAdmin',
  y: 'systemAdmin',
  c: 'securityAdmin',
  u: 'auditor',
};

const cases = ROLES.flatMap((role) => operations.map((operation) => [role, operation] as const));

describe('roles × operations', () => {
  it.each(cases)('%s, %s', (role, operation) => {
    const allowed = [...TABLE[operation]].some((letter) => LETTERS[letter] === role);
    expect(denialOf(holder(role), operation) === undefined).toBe(allowed);
  });

  it.each(cases)('%s, %s of another department', (role, operation) => {
    const allowed = [...TABLE[operation]].some((letter) => LETTERS[letter] === role);
    const elsewhere = allowed && (isPlatformRole(role) || !requirementOf(operation).departmental);
    expect(denialOf(holder(role), operation, { department: 'b' }) === undefined).toBe(elsewhere);
  });
});

it('a key does what its scopes say, in its department, and never more than its owner', () => {
  const key = (scopes: Operation[], role: Role): Actor => ({ ...holder(role), kind: 'key', scopes });
  expect(denialOf(key(['submission.write'], 'editor'), 'submission.write', { department: 'a' })).toBeUndefined();
  expect(denialOf(key(['submission.write'], 'editor'), 'submission.read', { department: 'a' })).toBe('scope');
  expect(denialOf(key(['submission.write'], 'editor'), 'submission.write', { department: 'b' })).toBe('department');
  expect(denialOf(key(['submission.approve'], 'editor'), 'submission.approve', { department: 'a' })).toBe('role');
  expect(denialOf(key(['record.publishDirectly'], 'editor'), 'record.publishDirectly')).toBeUndefined();
});

it('nobody reviews or signs what they took part in', () => {
  const target = { department: 'a', participants: ['account:approver'] };
  expect(denialOf(holder('approver'), 'submission.approve', target)).toBe('fourEyes');
  expect(denialOf(holder('secrecyReviewer'), 'submission.review', target)).toBeUndefined();
});

it.each<[Role, Role, boolean]>([
  ['systemAdmin', 'securityAdmin', true],
  ['systemAdmin', 'auditor', true],
  ['auditor', 'editor', true],
  ['editor', 'systemAdmin', true],
  ['editor', 'approver', false],
  ['securityAdmin', 'securityAdmin', false],
])('whoever is %s and wants to be %s: conflict %s', (held, wanted, conflict) => {
  const grant = (role: Role) => ({ role, department: isPlatformRole(role) ? null : 'a' });
  expect(grantConflict([grant(held)], grant(wanted)) !== undefined).toBe(conflict);
});
