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

/** The long holidays of the years covered, first and last day; shorter ones are left out. */
const HOLIDAYS = [
  ['2021-02-11', '2021-02-17'],
  ['2021-05-01', '2021-05-05'],
  ['2021-10-01', '2021-10-07'],
  ['2022-01-31', '2022-02-06'],
  ['2022-05-01', '2022-05-04'],
  ['2022-10-01', '2022-10-07'],
  ['2023-01-21', '2023-01-27'],
  ['2023-05-01', '2023-05-03'],
  ['2023-09-29', '2023-10-06'],
  ['2024-02-10', '2024-02-17'],
  ['2024-05-01', '2024-05-05'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-28', '2025-02-04'],
  ['2025-05-01', '2025-05-05'],
  ['2025-10-01', '2025-10-08'],
  ['2026-02-15', '2026-02-23'],
  ['2026-05-01', '2026-05-05'],
  ['2026-10-01', '2026-10-07'],
] as const;

/** Moves a day of a weekend or a long holiday to the next day on which offices work. */
export function toWeekday(date: string): string {
  const holiday = HOLIDAYS.find(([first, last]) => first <= date && date <= last);
  if (holiday) return toWeekday(addDays(holiday[1], 1));
  const day = new Date(Date.parse(date)).getUTCDay();
  return day === 6 ? toWeekday(addDays(date, 2)) : day === 0 ? toWeekday(addDays(date, 1)) : date;
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
