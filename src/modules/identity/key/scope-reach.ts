import { type Operation, requirementOf } from '../policy/operation.js';
import { type Grant, isPlatformRole, type Role, ROLE_LABELS } from '../policy/role.js';

/** Roles of which a key needs one before a scope does anything; undefined when it works with these grants. Pure. */
export function rolesLacking(scope: Operation, grants: readonly Grant[]): readonly Role[] | undefined {
  const { roles } = requirementOf(scope);
  // Some operations ask for no role but the scope itself.
  if (roles === 'anyone' || roles.length === 0) return undefined;
  return grants.some(({ role }) => roles.includes(role)) ? undefined : roles;
}

/** In whose name a key would act, and where. */
export interface Reach {
  /** Name of the account; null for a key without an owner, which has every role of its place. */
  owner: string | null;
  department: string | null;
}

/** Why a scope would never work, and what to do about it. Pure. */
export function sayLacking(scope: Operation, roles: readonly Role[], { owner, department }: Reach): string {
  const what = `权限“${requirementOf(scope).label}”（${scope}）须由${roles.map((role) => ROLE_LABELS[role]).join('或')}办理`;
  if (owner === null) return `${what}，${roles.every(isPlatformRole) ? '密钥不能属于某个部门' : '须指明密钥所属的部门'}`;
  const where = department === null ? '' : `在部门“${department}”`;
  return `${what}，而密钥以“${owner}”的名义办事，其${where}没有这个角色；请由有此角色的管理员发放，或由运维人员在服务器命令行发放`;
}
