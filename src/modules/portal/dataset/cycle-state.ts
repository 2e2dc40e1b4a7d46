import { addDays, lastDayOf } from '../../kernel/date/index.js';

/** What a record says of its updates. */
export interface Updates {
  updateCycle?: string | null;
  /** Last change of the data. */
  changedOn?: string | null;
  /** 下次应更新日期, as the department gave it. */
  nextUpdateDue?: string | null;
}

/** Days of an update cycle, and how many more are borne with (codes `updateCycle`). */
export interface CycleLength {
  nominalDays: number;
  graceDays: number;
}

/** Whether a dataset is updated as often as it says; `unjudged` where nothing was promised or the last update is not known. */
export type CycleState =
  | { state: 'unjudged'; dueOn?: undefined }
  | { state: 'kept'; dueOn: string }
  /** The day has come, and the days of grace have not passed. */
  | { state: 'due'; dueOn: string; graceUntil: string }
  | { state: 'overdue'; dueOn: string; days: number };

/**
 * When the next update is due and whether it is late. The date the department gave counts while it lies after the last update;
 * otherwise it is the last update and the days of the cycle (domain 9.5 t1, where a cycle of no days counts as one). Pure.
 */
export function cycleState({ changedOn, nextUpdateDue }: Updates, cycle: CycleLength | undefined, today: string): CycleState {
  const changed = changedOn ? lastDayOf(changedOn) : undefined;
  const declared = nextUpdateDue ? lastDayOf(nextUpdateDue) : undefined;
  const dueOn =
    declared && (!changed || declared > changed) ? declared : changed && cycle && addDays(changed, Math.max(1, cycle.nominalDays));
  if (!dueOn) return { state: 'unjudged' };
  const graceUntil = addDays(dueOn, cycle?.graceDays ?? 0);
  if (today <= dueOn) return { state: 'kept', dueOn };
  return today <= graceUntil ? { state: 'due', dueOn, graceUntil } : { state: 'overdue', dueOn, days: daysBetween(dueOn, today) };
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
