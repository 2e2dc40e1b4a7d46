import type { AccountRow } from '../account/account.entity.js';
import type { Grant } from '../policy/role.js';
import type { SessionRow } from './session.entity.js';

const MINUTE = 60_000;

/** A session nobody uses ends after 30 minutes (GB/T 22239 level 3 practice). */
export const IDLE_LIMIT = 30 * MINUTE;

/** Whoever works all day signs in anew after twelve hours. */
export const ABSOLUTE_LIMIT = 12 * 60 * MINUTE;

/** A stolen cookie is of use for so long. */
export const ROTATE_AFTER = 15 * MINUTE;

/** Requests that were under way when the token changed still carry the old one. */
export const OVERLAP = MINUTE;

/** Signing and publishing ask for the password again after this. */
export const CONFIRMED_FOR = 60 * MINUTE;

/** Whoever went to the provider to sign in and is not back by then begins again. */
export const ATTEMPT_LIVES = 10 * MINUTE;

/** Passwords of administrators live 90 days. */
const ADMINISTRATOR_PASSWORD_AGE = 90 * 24 * 60 * MINUTE;

/** What a person still has to do before the session counts. */
export type PendingStep = 'secondFactor' | 'changePassword' | 'enrol';

/** Whether the session is over, and why. Pure. */
export function endOf(session: SessionRow, now: Date): 'ended' | 'idle' | 'absolute' | undefined {
  if (session.endedAt) return 'ended';
  if (now.getTime() - session.createdAt.getTime() > ABSOLUTE_LIMIT) return 'absolute';
  return now.getTime() - session.seenAt.getTime() > IDLE_LIMIT ? 'idle' : undefined;
}

/** Who must have a second factor, by the setting. */
export type SecondFactorRule = 'off' | 'approvers' | 'all';

const TRUSTED = new Set(['approver', 'departmentAdmin', 'systemAdmin', 'securityAdmin', 'auditor']);
const ADMINISTRATORS = new Set(['departmentAdmin', 'systemAdmin', 'securityAdmin', 'auditor']);

export const needsSecondFactor = (rule: SecondFactorRule, grants: readonly Grant[]): boolean =>
  rule === 'all' || (rule === 'approvers' && grants.some(({ role }) => TRUSTED.has(role)));

export const isAdministrator = (grants: readonly Grant[]): boolean => grants.some(({ role }) => ADMINISTRATORS.has(role));

/** What is left to do before the session counts; undefined when nothing is. Pure. */
export function pendingStep(
  account: AccountRow,
  grants: readonly Grant[],
  session: SessionRow,
  rule: SecondFactorRule,
  now: Date,
): PendingStep | undefined {
  if (account.totpSecret && !session.secondFactorAt) return 'secondFactor';
  // Whoever came by the provider has given no password here, and need not have one.
  if (session.method === 'password' && account.passwordHash && (account.mustChangePassword || isTooOld(account, grants, now)))
    return 'changePassword';
  return !account.totpSecret && !session.secondFactorAt && needsSecondFactor(rule, grants) ? 'enrol' : undefined;
}

function isTooOld({ passwordChangedAt }: AccountRow, grants: readonly Grant[], now: Date): boolean {
  if (!isAdministrator(grants) || !passwordChangedAt) return false;
  return now.getTime() - passwordChangedAt.getTime() > ADMINISTRATOR_PASSWORD_AGE;
}
