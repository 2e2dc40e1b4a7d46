import type { WorkCalendar } from '../../kernel/calendar/index.js';
import { addDays, addMonths, lastDayOf } from '../../kernel/date/index.js';
import type { DutyKind } from './duty.entity.js';

/** What the rules must know of a published record. */
export interface DutySubject {
  identifier: string;
  kind: 'dataset' | 'document';
  publishedOn: string | null;
  /** When its content changed last. */
  changedOn: string;
  /** Day it came into the catalog. */
  createdOn: string;
  updateCycle: string | null;
  openness: string | null;
  shareType: string | null;
  publicity: string | null;
  documentType: string | null;
  legislationType: string | null;
  article20Code: string | null;
  /** A published interpretation points at it. */
  interpreted: boolean;
  /** By kind, until when a completion by hand keeps a duty away; null for good. */
  completed: Partial<Record<DutyKind, string | null>>;
}

/** How long a dataset of an update cycle may go without change; cycles without days have none. */
export type CycleDays = ReadonlyMap<string, { nominalDays: number; graceDays: number }>;

/** 条例 Art. 18 sets no period; a year unless a review says less. */
export const REVIEW_MONTHS = 12;
/** An interpretation comes with the document, at the latest three working days after it. */
const INTERPRETATION_DAYS = 3;
/** What was published longer ago came with an archive, and nobody explains it now. */
const INTERPRETATION_WINDOW = 90;

const RULES = new Set(['adminReg', 'localReg', 'deptRule', 'localRule', 'normative']);
const RULE_TYPES = new Set(['administrativeRegulation', 'localRegulation', 'departmentalRule', 'localGovernmentRule', 'normativeDocument']);

/** Regulations, rules and normative documents are explained; their explanations are not, and nothing that is not public. */
export function needsInterpretation({ kind, publicity, documentType, legislationType, article20Code }: DutySubject): boolean {
  if (kind !== 'document' || publicity === 'none' || documentType === 'interpretation') return false;
  return RULES.has(legislationType ?? '') || RULE_TYPES.has(documentType ?? '') || article20Code === 'A20_01';
}

/** Not open to the public; by its share type where nothing is said of that. */
export function isWithheld({ openness, publicity, shareType }: DutySubject): boolean {
  return openness === 'none' || publicity === 'none' || (openness === null && publicity === null && shareType === 'none');
}

/** Last day on which a dataset of that cycle is up to date; undefined for a cycle without days. Pure. */
export function freshUntil(
  { updateCycle, changedOn }: Pick<DutySubject, 'updateCycle' | 'changedOn'>,
  cycles: CycleDays,
): string | undefined {
  const days = cycles.get(updateCycle ?? '');
  return days && addDays(lastDayOf(changedOn), Math.max(1, days.nominalDays) + days.graceDays);
}

/** Every duty a record makes on a day, with the day by which it had to be done. Pure. */
export function dutiesOf(
  subject: DutySubject,
  today: string,
  calendar: WorkCalendar,
  cycles: CycleDays,
): { kind: DutyKind; dueOn: string }[] {
  const { completed } = subject;
  const duties: { kind: DutyKind; dueOn: string }[] = [];
  const fresh = subject.kind === 'dataset' ? freshUntil(subject, cycles) : undefined;
  if (fresh !== undefined && fresh < today) duties.push({ kind: 'staleDataset', dueOn: fresh });
  if (isWithheld(subject)) {
    const start = lastDayOf(subject.publishedOn ?? subject.createdOn);
    const dueOn = completed.nonDisclosedReview ?? addMonths(start, REVIEW_MONTHS);
    if (dueOn <= today) duties.push({ kind: 'nonDisclosedReview', dueOn });
  }
  const { publishedOn } = subject;
  if (
    publishedOn?.length === 10 &&
    publishedOn >= addDays(today, -INTERPRETATION_WINDOW) &&
    !subject.interpreted &&
    needsInterpretation(subject)
  ) {
    const dueOn = calendar.addWorkingDays(publishedOn, INTERPRETATION_DAYS).day;
    if (dueOn < today) duties.push({ kind: 'interpretationMissing', dueOn });
  }
  return duties.filter(({ kind }) => {
    const until = completed[kind];
    return until === undefined || (until !== null && until <= today);
  });
}

/** Until when a completion by hand keeps the duty away when nothing is said. Pure. */
export function usualPause(kind: DutyKind, today: string): string | null {
  if (kind === 'interpretationMissing') return null;
  return addMonths(today, kind === 'nonDisclosedReview' ? REVIEW_MONTHS : 1);
}
