import { AppError } from '../../kernel/app-error.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A day of China, or an instant with its zone (RFC 3339). @throws AppError BAD_REQUEST */
export function parseSince(text: string): Date {
  const instant = DAY.test(text) ? `${text}T00:00:00+08:00` : text;
  const time = INSTANT.test(instant) && isDay(instant.slice(0, 10)) ? new Date(instant) : undefined;
  if (time && !Number.isNaN(time.getTime())) return time;
  throw new AppError('BAD_REQUEST', '参数 since 应是日期（如 2026-11-01），或带时区的时间（如 2026-11-01T08:00:00+08:00）。', {
    english: 'since must be a day such as 2026-11-01, or a time with its zone such as 2026-11-01T08:00:00+08:00.',
    fields: [{ field: 'since', message: '不是日期或带时区的时间' }],
  });
}

/** JavaScript takes the 30th of February for the 2nd of March. */
const isDay = (day: string) => {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
};
