import type { WorkCalendar } from '../../kernel/calendar/index.js';

/** A period the law sets, in working days. */
export interface StatutoryLimit {
  workingDays: number;
  basis: string;
}

const GENERAL: StatutoryLimit = { workingDays: 20, basis: '《政府信息公开条例》第二十六条' };
const DECISION: StatutoryLimit = { workingDays: 7, basis: '国办发〔2018〕118号' };

/** Working days left until amber, and until red. */
export const AMBER = 5;

/** How long a document may take from formation to publication: decisions of penalties and licences have a shorter period. */
export function limitOf(content: { article20Code?: string | null; documentType?: string | null; title?: string }): StatutoryLimit {
  const decision = /决定/.test(`${content.documentType ?? ''}${content.title ?? ''}`);
  return decision && ['A20_05', 'A20_06'].includes(content.article20Code ?? '') ? DECISION : GENERAL;
}

/** To take something wrong off quickly, a withdrawal has no long period. */
const WITHDRAWAL_DAYS = 3;

/** How many working days a submission may take. */
export function workingDaysOf({ action, content }: { action: 'publish' | 'withdraw'; content: object }): number {
  return action === 'withdraw' ? WITHDRAWAL_DAYS : limitOf(content).workingDays;
}

/** The last day of a period, and whether the holidays up to it are known. Pure. */
export function dueOf(countedFrom: string, workingDays: number, calendar: WorkCalendar): { dueOn: string; dueCertain: boolean } {
  const { day, certain } = calendar.addWorkingDays(countedFrom, workingDays);
  return { dueOn: day, dueCertain: certain };
}

/** Where a running period stands; red from the last day on. Pure. */
export function clockOf(dueOn: string, today: string, calendar: WorkCalendar): { remaining: number; light: 'green' | 'amber' | 'red' } {
  const remaining = calendar.countWorkingDays(today, dueOn);
  return { remaining, light: remaining > AMBER ? 'green' : remaining > 0 ? 'amber' : 'red' };
}
