import { daysInMonth } from './calendar-day.js';

const DAY = 86_400_000;
const LAST = '-12-31';

/** The day that many days after, `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of a later month, or the last one that month has (民法典 Art. 202). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const newDate = Math.min(date, daysInMonth(newYear, newMonth));
  return [String(newYear).padStart(4, '0'), String(newMonth).padStart(2, '0'), String(newDate).padStart(2, '0')].join('-');
}

/** The last day of a date that may be a year or a month only. */
export function lastDayOf(date: string): string {
  if (date.length === 4) return `${date}${LAST}`;
  if (date.length > 7) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
}
