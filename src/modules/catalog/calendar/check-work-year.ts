import type { FieldError } from '../../kernel/app-error.js';

/** A year as it is given: whole days. */
export interface GivenWorkYear {
  source: string;
  off: readonly string[];
  work: readonly string[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIRST = 1949;
const LAST = 2999;

function isReal(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return DAY.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** What is wrong with a year of the calendar, day by day. Pure. */
export function checkWorkYear(year: number, { source, off, work }: GivenWorkYear): FieldError[] {
  if (!Number.isInteger(year) || year < FIRST || year > LAST) return [{ field: 'year', message: `年份应在 ${FIRST}–${LAST} 之间` }];
  const errors: FieldError[] = [];
  if (source.trim().length < 4) errors.push({ field: 'source', message: '请写明依据的通知，如 国办发明电〔2026〕7号' });
  if (off.length === 0) errors.push({ field: 'off', message: '一年不会没有节假日，请核对' });
  const holidays = new Set(off);
  for (const [name, days] of Object.entries({ off, work })) {
    days.forEach((day, index) => {
      const flaw = flawOf(day, year) ?? (days.indexOf(day) < index ? `${day} 重复出现` : undefined);
      if (flaw) errors.push({ field: `${name}[${index}]`, message: flaw });
      else if (name === 'work' && holidays.has(day)) errors.push({ field: `work[${index}]`, message: `${day} 既放假又上班，请核对` });
    });
  }
  return errors;
}

/** Holidays that stand in every notice (全国年节及纪念日放假办法). */
const FIXED = ['01-01', '05-01', '10-01'];
/** No notice has named fewer than 22 days. */
const FEW = 7;

/** What makes it unlikely that this is what the notice says; it can be loaded all the same, on purpose. Pure. */
export function doubtsAboutWorkYear(year: number, { off, work }: GivenWorkYear): FieldError[] {
  const missing = FIXED.map((day) => `${year}-${day}`).filter((day) => !off.includes(day));
  return [
    ...(off.length > 0 && new Set(off).size < FEW
      ? [{ field: 'off', message: `全年只有 ${new Set(off).size} 天放假，少于 ${FEW} 天，像是没有写全` }]
      : []),
    ...(off.length > 0 && missing.length > 0 ? [{ field: 'off', message: `没有 ${missing.join('、')}，每年的通知都有` }] : []),
    ...work.flatMap((day, index) =>
      flawOf(day, year) === undefined && !isWeekend(day)
        ? [{ field: `work[${index}]`, message: `${day} 不是周末，不会是调休上班的日子` }]
        : [],
    ),
  ];
}

function flawOf(day: string, year: number): string | undefined {
  if (!isReal(day)) return `“${day}”不是真实的日期，应为 YYYY-MM-DD`;
  return day.startsWith(`${year}-`) ? undefined : `${day} 不在 ${year} 年`;
}
