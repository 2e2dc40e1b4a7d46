import { chinaDayOf } from '../../kernel/clock.js';

/** Ten minutes after midnight, when the day has surely changed on every machine. */
const AFTER_MIDNIGHT = 10 * 60_000;

/** The day whose night's run should have begun by now: from 00:10 in China on, today. Pure. */
export const nightOf = (now: Date): string => chinaDayOf(new Date(now.getTime() - AFTER_MIDNIGHT));
