const SECOND = 1_000;
const LONGEST = 3_600 * SECOND;

/** Milliseconds to wait after the `attempt`th failure, counted from 1: 10 s, 20 s, 40 s … at most an hour. Pure. */
export function backOff(attempt: number): number {
  return Math.min(LONGEST, 10 * SECOND * 2 ** (attempt - 1));
}
