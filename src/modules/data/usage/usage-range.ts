import { AppError } from '../../kernel/app-error.js';
import { addDays } from '../../kernel/date/index.js';

const USUAL_DAYS = 30;
const MOST_DAYS = 366;

/** The days that are asked for, both included; the last thirty when none are named. Pure. @throws AppError BAD_REQUEST */
export function usageRange({ from, to }: { from?: string | null; to?: string | null }, today: string): { from: string; to: string } {
  const last = to ?? today;
  if (last.length !== 10) throw wrong('to', '应写到日，如 2026-05-08');
  const first = from ?? addDays(last, 1 - USUAL_DAYS);
  if (first.length !== 10) throw wrong('from', '应写到日，如 2026-05-08');
  if (first > last) throw wrong('from', '应不晚于 to');
  if (first < addDays(last, 1 - MOST_DAYS)) throw wrong('from', `最多一次看 ${MOST_DAYS} 天`);
  return { from: first, to: last };
}

const wrong = (field: string, message: string) =>
  new AppError('BAD_REQUEST', `${field} ${message}。`, {
    english: `${field} is not a day that makes a range of ${MOST_DAYS} days at most.`,
    fields: [{ field, message }],
  });
