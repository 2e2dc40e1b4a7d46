import { AppError, invalidField } from '../../kernel/app-error.js';
import { type Actor, departmentsOf } from './actor.js';
import { type Operation, requirementOf } from './operation.js';
import { isPlatformRole, type Role, ROLE_LABELS } from './role.js';

/** What an operation is about, as far as the policy must know it. */
export interface Target {
  /** Code of the department it belongs to. */
  department?: string | null;
  /** Who took part in it already. */
  participants?: readonly string[];
}

/** Why not; undefined means yes. */
export type Denial = 'scope' | 'role' | 'department' | 'fourEyes';

/** Whether X may do Y to Z, or why not. Pure; without a target: whether X may do Y to anything at all. */
export function denialOf(actor: Actor, operation: Operation, target?: Target): Denial | undefined {
  const { roles, departmental, fourEyes } = requirementOf(operation);
  const tookPart = fourEyes && target?.participants?.includes(actor.participant) ? 'fourEyes' : undefined;
  if (actor.kind === 'operator') return tookPart;
  if (actor.scopes && !actor.scopes.includes(operation)) return 'scope';
  const byScope = roles.length === 0 && actor.scopes !== undefined;
  const held = roles === 'anyone' ? [] : actor.grants.filter(({ role }) => roles.includes(role));
  if (roles !== 'anyone' && held.length === 0 && !byScope) return 'role';
  if (departmental && target) {
    const everywhere = held.some(({ role }) => isPlatformRole(role));
    if (!everywhere && !held.some(({ department }) => department !== null && department === target.department)) return 'department';
  }
  return tookPart;
}

export const may = (actor: Actor, operation: Operation, target?: Target): boolean => denialOf(actor, operation, target) === undefined;

/** @throws AppError FORBIDDEN, saying who could */
export function demand(actor: Actor, operation: Operation, target?: Target): void {
  const denial = denialOf(actor, operation, target);
  if (denial) throw refusal(actor, operation, denial);
}

/** Departments whose records the actor may do this to; undefined means all. */
export function departmentsFor(actor: Actor, operation: Operation): string[] | undefined {
  demand(actor, operation);
  const { roles } = requirementOf(operation);
  if (actor.kind === 'operator' || roles === 'anyone') return undefined;
  if (actor.grants.some(({ role }) => roles.includes(role) && isPlatformRole(role))) return undefined;
  return departmentsOf(actor, roles);
}

/** The department in whose name the actor does this: the one given, or the only one they may. @throws AppError VALIDATION_FAILED, FORBIDDEN */
export function actingDepartment(given: string | null | undefined, actor: Actor, operation: Operation, doing: string): string {
  const own = departmentsFor(actor, operation) ?? [];
  const department = given ?? (own.length === 1 ? own[0]! : undefined);
  if (!department) throw invalidField('department', `请指明以哪个部门的名义${doing}`);
  demand(actor, operation, { department });
  return department;
}

function refusal(actor: Actor, operation: Operation, denial: Denial): AppError {
  const { label, roles } = requirementOf(operation);
  if (actor.kind === 'key' && denial === 'role' && roles !== 'anyone') return ownerLacks(actor, operation, roles);
  const who = roles === 'anyone' || roles.length === 0 ? '' : roles.map((role) => ROLE_LABELS[role]).join('或');
  const sentences: Record<Denial, [string, string]> = {
    scope: [`密钥没有“${label}”（${operation}）的权限，请另行申请带此权限的密钥。`, `The key lacks the scope ${operation}.`],
    role: [
      who ? `“${label}”须由${who}办理，您没有这个角色。` : `“${label}”只能由带此权限的密钥或服务器命令行办理。`,
      `You lack the role for ${operation}.`,
    ],
    department: [`“${label}”只限本部门，这不是您所在部门的内容。`, `This belongs to another department.`],
    fourEyes: [
      `同一事项的起草、保密审查和签发须由不同的人办理，您已参与前面的环节。`,
      `Author, reviewer and approver must be three persons.`,
    ],
  };
  const [message, english] = sentences[denial];
  return new AppError('FORBIDDEN', message, { english });
}

/** A key is held to the roles its owner has now: the scope alone does not help. */
function ownerLacks({ name, accountId }: Actor, operation: Operation, roles: readonly Role[]): AppError {
  const owner = accountId === undefined ? '它所属的地方' : `其办事人“${name.split('/')[0]}”`;
  const which = roles.map((role) => `${ROLE_LABELS[role]}（${role}）`).join('或');
  const message = `密钥有“${requirementOf(operation).label}”（${operation}）的权限，但${owner}没有${which}的角色，或已停用；请授予角色，或换有此角色的人的密钥。`;
  return new AppError('FORBIDDEN', message, {
    english: `The key has the scope ${operation}, but whoever it acts for lacks the role ${roles.join(' or ')}.`,
    fields: [{ field: 'role', message: roles.join(' 或 ') }],
  });
}
