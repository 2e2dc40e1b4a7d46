const UNITS: Record<string, (date: Date, count: number) => void> = {
  SECOND: (date, count) => date.setUTCSeconds(date.getUTCSeconds() + count),
  MINUTE: (date, count) => date.setUTCMinutes(date.getUTCMinutes() + count),
  HOUR: (date, count) => date.setUTCHours(date.getUTCHours() + count),
  DAY: (date, count) => date.setUTCDate(date.getUTCDate() + count),
  MONTH: (date, count) => date.setUTCMonth(date.getUTCMonth() + count),
  YEAR: (date, count) => date.setUTCFullYear(date.getUTCFullYear() + count),
};
const LENGTHS: Record<string, number> = { YEAR: 4, MONTH: 7, DAY: 10, HOUR: 13, MINUTE: 16, SECOND: 19 };
const ZERO = '0001-01-01T00:00:00.000Z';

const BASE =
  /^(NOW|\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?)((?:[-+]\d{1,6}[A-Z]{3,7}|\/[A-Z]{3,7}){0,8})$/;

/** Milliseconds of an instant as Solr writes it: ISO 8601 (UTC where no zone is given), `NOW`, `NOW-7DAYS/DAY`; undefined when it is none. Pure. */
export function instantOf(text: string, now: Date): number | undefined {
  const [, base, steps = ''] = BASE.exec(text) ?? [];
  if (base === undefined) return undefined;
  const hasZone = !base.includes('T') || /(?:Z|[+-]\d\d:\d\d)$/.test(base);
  const date = base === 'NOW' ? new Date(now) : new Date(hasZone ? base : `${base}Z`);
  for (const [step] of steps.matchAll(/[-+/][^-+/]+/g)) {
    const [, count = '0', name = ''] = /^.(\d*)([A-Z]+?)S?$/.exec(step) ?? [];
    const unit = UNITS[name];
    if (!unit || Number.isNaN(date.getTime())) return undefined;
    if (step.startsWith('/')) date.setTime(Date.parse(rounded(date, LENGTHS[name]!)));
    else unit(date, step.startsWith('-') ? -Number(count) : Number(count));
  }
  const time = date.getTime();
  return Number.isNaN(time) || time < Date.parse(ZERO) || time > Date.parse('9999-12-31T23:59:59.999Z') ? undefined : time;
}

const rounded = (date: Date, length: number) => date.toISOString().slice(0, length) + ZERO.slice(length);
