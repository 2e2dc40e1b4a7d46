const DAY = 86_400_000;

/** The last day the catalog knows; everything in it happened on or before this day. */
export const SNAPSHOT = '2026-10-30';

/** Adds calendar days to an ISO date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The same day `years` later, minus one day: the last day of a validity period. */
export function lastDayAfterYears(date: string, years: number): string {
  return addDays(`${Number(date.slice(0, 4)) + years}${date.slice(4)}`.replace('-02-29', '-03-01'), -1);
}

/** Moves a Saturday or Sunday to the next Monday. */
export function toWeekday(date: string): string {
  const day = new Date(Date.parse(date)).getUTCDay();
  return day === 6 ? addDays(date, 2) : day === 0 ? addDays(date, 1) : date;
}

/** 成文日期 as GB/T 9704-2012 writes it: Arabic digits, no padding. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The first weekday of the month at least one month after `date`: the usual 施行日期. */
export function nextMonthStart(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
