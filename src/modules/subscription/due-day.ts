import { addDays } from '../kernel/date/index.js';
import type { Frequency } from './subscription.entity.js';

const MONDAY = 1;
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The day in whose night a subscription is looked at after `today`: tomorrow, or the next Monday. Pure. */
export function nextDueDay(frequency: Frequency, today: string): string {
  let day = addDays(today, 1);
  while (frequency === 'weekly' && weekdayOf(day) !== MONDAY) day = addDays(day, 1);
  return day;
}
