import { lastDayOf } from '../../kernel/date/index.js';

const IN_FORCE = new Set(['valid', 'amended', 'trial']);

/** The validity a document should declare on a day by its own dates; undefined when it is right as it is. Pure. */
export function validityByDates(
  today: string,
  { declared, effectiveOn, expiresOn }: { declared: string | null; effectiveOn: string | null; expiresOn: string | null },
): 'valid' | 'expired' | undefined {
  const inForce = IN_FORCE.has(declared ?? '');
  const over = expiresOn !== null && lastDayOf(expiresOn) < today;
  if (over && (inForce || declared === 'notYet')) return 'expired';
  if (declared === 'notYet' && effectiveOn !== null && lastDayOf(effectiveOn) <= today) return 'valid';
  return undefined;
}
