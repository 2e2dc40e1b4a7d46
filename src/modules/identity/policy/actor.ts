import type { Operation } from './operation.js';
import type { Grant } from './role.js';

/** Who acts: a person, a program with a key, or the operator at the command line. */
export interface Actor {
  kind: 'account' | 'key' | 'operator';
  /** Stands in the audit log. */
  name: string;
  /** The person behind it, or the key itself: four eyes are counted by it. */
  participant: string;
  grants: readonly Grant[];
  /** What a key is limited to; persons have no such limit. */
  scopes?: readonly Operation[];
  /** Account of the person, or of the owner of the key. */
  accountId?: string;
  sessionId?: string;
}

/** Who acts, and in which request. */
export interface ActingContext {
  actor: Actor;
  requestId: string | null;
}

/** Whoever sits at the command line of the server may do everything, under this name. */
export const OPERATOR: Actor = { kind: 'operator', name: 'cli', participant: 'cli', grants: [] };

/** Departments in which the actor holds one of the roles. */
export function departmentsOf(actor: Actor, roles: readonly string[]): string[] {
  return [...new Set(actor.grants.flatMap(({ role, department }) => (department !== null && roles.includes(role) ? [department] : [])))];
}
