import { AppError } from '../../kernel/app-error.js';

/** Months a question may span, and those it spans when it names none. */
export const MOST_MONTHS = 120;
export const USUAL_MONTHS = 24;
/** Months that anything here can be of. */
const CENTURIES = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

/** Months from one to another, both included, as `YYYY-MM`. */
export interface MonthRange {
  from: string;
  to: string;
}

/** The month of a date; null when it is not known to the month. Pure. */
export const monthOf = (date: string | null): string | null => (date !== null && date.length >= 7 ? date.slice(0, 7) : null);

/** Months since the year 0. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The month that many months later. Pure. */
export function addToMonth(month: string, months: number): string {
  const index = numberOf(month) + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Every month of a range, the oldest first, as many as a question may span. Pure. */
export function monthsOf({ from, to }: MonthRange): string[] {
  const length = Math.min(Math.max(0, numberOf(to) - numberOf(from) + 1), MOST_MONTHS);
  return Array.from({ length }, (_, index) => addToMonth(from, index));
}

/** The months asked for: of 24 months when nothing is said, the last of which is the present one. Pure. @throws AppError BAD_REQUEST */
export function monthRange({ from, to }: { from?: string | null; to?: string | null }, today: string): MonthRange {
  const last = to ?? (from && from > today.slice(0, 7) ? from : today.slice(0, 7));
  const first = from ?? addToMonth(last, 1 - USUAL_MONTHS);
  for (const [field, month] of Object.entries({ from, to }))
    if (month && !CENTURIES.test(month)) throw wrong(field, '应为 1900 年至 2099 年的月份，写作 2026-05');
  if (first > last) throw wrong('from', `应不晚于 to（${last}）`);
  if (first < addToMonth(last, 1 - MOST_MONTHS)) throw wrong('from', `最多一次看 ${MOST_MONTHS} 个月`);
  return { from: first, to: last };
}

const wrong = (field: string, message: string) =>
  new AppError('BAD_REQUEST', `${field} ${message}。`, {
    english: `from and to make a range of ${MOST_MONTHS} months at most, the earlier first.`,
    fields: [{ field, message }],
  });
