/** What a person may be in a department (条例 Art. 17: review with procedure and responsibility). */
export const DEPARTMENT_ROLES = ['editor', 'secrecyReviewer', 'approver', 'departmentAdmin'] as const;

/** The three administrators of the platform, none of whom can do another's part (三员分立, GB/T 22239 level 3). */
export const PLATFORM_ROLES = ['systemAdmin', 'securityAdmin', 'auditor'] as const;

export const ROLES = [...DEPARTMENT_ROLES, ...PLATFORM_ROLES] as const;

export type DepartmentRole = (typeof DEPARTMENT_ROLES)[number];
export type PlatformRole = (typeof PLATFORM_ROLES)[number];
export type Role = DepartmentRole | PlatformRole;

export const ROLE_LABELS: Record<Role, string> = {
  editor: '承办人',
  secrecyReviewer: '保密审查员',
  approver: '签发人',
  departmentAdmin: '部门管理员',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditor: '审计员',
};

/** A role somebody holds; platform roles have no department. */
export interface Grant {
  role: Role;
  department: string | null;
}

export const isPlatformRole = (role: Role): role is PlatformRole => (PLATFORM_ROLES as readonly Role[]).includes(role);

/** Why somebody with these grants cannot have one more, as a sentence; undefined when they can. */
export function grantConflict(held: readonly Grant[], wanted: Grant): string | undefined {
  if (isPlatformRole(wanted.role) !== (wanted.department === null))
    return isPlatformRole(wanted.role)
      ? `${ROLE_LABELS[wanted.role]}是平台角色，不属于某个部门`
      : `${ROLE_LABELS[wanted.role]}是部门角色，请指明部门`;
  const other = held.find(({ role }) => role !== wanted.role && (isPlatformRole(role) || isPlatformRole(wanted.role)));
  return other && `${ROLE_LABELS[other.role]}不能兼任${ROLE_LABELS[wanted.role]}（三员分立），请换一个账号`;
}
