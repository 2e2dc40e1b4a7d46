import { addMonths } from '../../kernel/date/index.js';

/** As it stands in the database; `withdrawn` when the applicant gave up the key. */
export const APPLICATION_STATES = ['waiting', 'approved', 'rejected', 'revoked', 'withdrawn'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** As people see it: a grant whose last day is over has expired. */
export const APPLICATION_STANDINGS = [...APPLICATION_STATES, 'expired'] as const;
export type ApplicationStanding = (typeof APPLICATION_STANDINGS)[number];

export const STANDING_LABELS: Record<ApplicationStanding, string> = {
  waiting: '待办理',
  approved: '已批准',
  rejected: '未批准',
  revoked: '已撤销',
  withdrawn: '申请人已交回密钥',
  expired: '已到期',
};

/** What can happen to an application. */
export type ApplicationStep = 'approve' | 'reject' | 'revoke' | 'withdraw';

const STEPS: Record<ApplicationStep, Partial<Record<ApplicationStanding, ApplicationState>>> = {
  approve: { waiting: 'approved' },
  reject: { waiting: 'rejected' },
  revoke: { approved: 'revoked' },
  withdraw: { waiting: 'withdrawn', approved: 'withdrawn' },
};

/** Longest grant, and longest that can be wanted. */
export const MOST_MONTHS = 36;
/** How long a contact is kept after the end. */
export const CONTACT_MONTHS = 12;
/**
 * Working days to answer. The regulations on opening data leave it to each place; this is our default, the same as for
 * conditional sharing between departments (政务数据共享条例 Art. 21).
 */
export const ANSWER_DAYS = 10;

interface Stands {
  state: ApplicationState;
  expiresOn: string | null;
}

/** How it stands on a day; the last day of a grant belongs to it. Pure. */
export function standingOn({ state, expiresOn }: Stands, today: string): ApplicationStanding {
  return state === 'approved' && expiresOn !== null && expiresOn < today ? 'expired' : state;
}

/** The state after a step; undefined when it cannot be made. Pure. */
export const stateAfter = (step: ApplicationStep, standing: ApplicationStanding): ApplicationState | undefined => STEPS[step][standing];

/** Why a grant cannot last until a day; undefined when it can. Pure. */
export function flawOfExpiry(expiresOn: string, today: string): string | undefined {
  const latest = addMonths(today, MOST_MONTHS);
  return expiresOn.length !== 10 || expiresOn < today || expiresOn > latest
    ? `到期日应写到日，如 ${addMonths(today, 12)}，在今天和 ${latest} 之间`
    : undefined;
}

/** Of what a key has applied for, the grant that counts; otherwise what was applied for last. Pure. */
export function decisive<Row extends Stands & { id: string }>(rows: readonly Row[], today: string): Row | undefined {
  const granted = rows.filter((row) => standingOn(row, today) === 'approved');
  const order = granted.length > 0 ? granted : rows;
  return [...order].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))[0];
}
