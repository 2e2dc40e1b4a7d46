const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 3_600_000;
const DAY = 86_400_000;
const SECONDS = /^\d{1,10}$/;

/** A try that did not arrive. */
export interface FailedTry {
  now: Date;
  /** In a row, with this one. */
  failures: number;
  /** When the first of them was. */
  since: Date;
  /** As the receiver sent it: seconds, or a date of HTTP. */
  retryAfter?: string;
}

/** When to try again: after 30 s, 1 min, 2 min and so on up to an hour, or when the receiver asks for it; undefined after a day in vain. Pure. */
export function afterFailure({ now, failures, since, retryAfter }: FailedTry): Date | undefined {
  if (now.getTime() - since.getTime() >= DAY) return undefined;
  const pause = FIRST_PAUSE * 2 ** (failures - 1);
  return new Date(now.getTime() + Math.min(LONGEST_PAUSE, Math.max(pause, pauseAsked(retryAfter, now))));
}

function pauseAsked(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  if (SECONDS.test(retryAfter)) return Number(retryAfter) * 1000;
  const time = Date.parse(retryAfter);
  return Number.isNaN(time) ? 0 : time - now.getTime();
}
