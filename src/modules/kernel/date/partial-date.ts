import { accept, refuse, type Checked } from '../checked.js';
import { CHINESE_NUMERAL, parseChineseNumeral } from '../chinese-numeral.js';
import { daysInMonth } from './calendar-day.js';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (GB/T 7408), as precise as it was given. */
export type PartialDate = string;

const TIME = '(?:[T\\s]\\d{1,2}[:时]\\d{1,2}(?:[:分][\\d.]*秒?)?分?\\s*(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const SHAPES = [
  new RegExp(`^(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})${TIME})?$`),
  new RegExp(`^(\\d{4})/(\\d{1,2})(?:/(\\d{1,2})${TIME})?$`),
  new RegExp(`^(\\d{4})\\.(\\d{1,2})(?:\\.(\\d{1,2})${TIME})?$`),
  new RegExp(`^(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})[日号]?${TIME})?)?$`),
  /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})$/,
];
const CHINESE = new RegExp(`[${CHINESE_NUMERAL}]+(?=[年月日号])`, 'gu');

/** Reads a day, month or year in any usual way of writing, Chinese numerals and date-times included, into normal form. */
export function parsePartialDate(text: string): Checked<PartialDate> {
  const plain = text.normalize('NFKC').trim();
  if (!plain) return refuse('日期不能为空');
  const arabic = plain.replace(CHINESE, (numeral) => String(parseChineseNumeral(numeral))).replace(/\s*([年月日])\s*/gu, '$1');
  for (const shape of SHAPES) {
    const parts = shape.exec(arabic);
    if (parts) return check(Number(parts[1]), parts[2], parts[3], plain);
  }
  return refuse(`“${plain.slice(0, 40)}”不是日期，应写作 2023-05-08、2023-05 或 2023`);
}

function check(year: number, month: string | undefined, day: string | undefined, text: string): Checked<PartialDate> {
  if (year < 1000) return refuse(`“${text}”的年份应为 1000 年以后`);
  if (month === undefined) return accept(String(year));
  if (Number(month) < 1 || Number(month) > 12) return refuse(`“${text}”的月份应为 1 至 12`);
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return accept(start);
  const last = daysInMonth(year, Number(month));
  if (Number(day) < 1 || Number(day) > last) return refuse(`${year}年${Number(month)}月没有 ${Number(day)} 日，应为 1 至 ${last}`);
  return accept(`${start}-${day.padStart(2, '0')}`);
}

export const isPartialDate = (text: string): boolean => {
  const parsed = parsePartialDate(text);
  return parsed.ok && parsed.value === text;
};

/** Order in time; a less precise date comes before the days it contains, so `2021` < `2021-01-01`. */
export const comparePartialDates = (left: PartialDate, right: PartialDate): number => (left < right ? -1 : left > right ? 1 : 0);

/** First day that the date can mean, for sorting and ranges in a `date` column. */
export const firstDayOf = (date: PartialDate): string => `${date}${'-01-01'.slice(date.length - 4)}`.slice(0, 10);

/** Last day that the date can mean. */
export function lastDayOf(date: PartialDate): string {
  if (date.length === 10) return date;
  const [year, month = '12'] = date.split('-');
  return `${year}-${month}-${daysInMonth(Number(year), Number(month))}`;
}

export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));

/** 成文日期 as printed, without leading zeros (GB/T 9704-2012): 2023-05-08 → 2023年5月8日. */
export function formatChineseDate(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  return `${year}年` + (month ? `${Number(month)}月` : '') + (day ? `${Number(day)}日` : '');
}
