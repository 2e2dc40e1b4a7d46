import { OaiError } from './oai-error.js';

/** A day or a second, in UTC. */
export interface Moment {
  granularity: 'day' | 'second';
  /** Its first and its last second. */
  first: Date;
  last: Date;
}

// XML Schema knows no year 0.
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const SECOND = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const LAST_SECOND = 86_399_000;

/** Seconds in UTC, as datestamps are written. */
export const datestamp = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** Reads `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`. Pure. @throws OaiError badArgument */
export function parseMoment(name: 'from' | 'until', text: string): Moment {
  const day = DAY.test(text);
  const first = new Date(day ? `${text}T00:00:00Z` : text);
  const real = (day || SECOND.test(text)) && !Number.isNaN(first.getTime()) && datestamp(first).startsWith(text.replace('Z', ''));
  if (!real) throw new OaiError('badArgument', `${name} must be a day such as 2026-11-01 or a time such as 2026-11-01T08:00:00Z.`);
  return { granularity: day ? 'day' : 'second', first, last: day ? new Date(first.getTime() + LAST_SECOND) : first };
}
