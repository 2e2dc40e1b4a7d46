import { quotedText } from '../engine/sql-text.js';
import type { ColumnType } from '../table/table-schema.js';

/**
 * A way in which the values of a column are written, and what they then are. `accepts` and `sql` mean the same: the
 * expression gives the typed value of a text, and NULL for a text that is not written so.
 */
export interface ValueForm {
  name: string;
  type: ColumnType;
  /** DuckDB's type of the values. */
  sqlType: string;
  unit?: string;
  scale?: number;
  /** How people call such a value, for sentences such as “‘待定’不是数字”. */
  label: string;
  accepts(text: string): boolean;
  /** What `sql` uses several times: worth computing once, since DuckDB computes it anew in every branch of a CASE. */
  cast?: (column: string) => string;
  /** `column` is an expression of a text, `cast` one that stands for what `cast` gives; both may be used several times. */
  sql: (column: string, cast?: string) => string;
}

/** Words that stand for no value in a column that is otherwise typed. */
export const NULL_WORDS = [
  '-',
  '--',
  '—',
  '——',
  '－',
  '/',
  '\\',
  '无',
  '空',
  '暂无',
  '缺失',
  'N/A',
  'n/a',
  'NA',
  '#N/A',
  'null',
  'NULL',
  'Null',
  'None',
  'NaN',
] as const;
const nullWords = new Set<string>(NULL_WORDS);

/** Blanks around a value: those of keyboards, of pages and of Chinese typing. */
const BLANKS = ' \t\r\n\u00a0\u3000';
const trimmed = (text: string) => text.replace(/^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/gu, '');

/** Whether a cell says anything, in a column that is typed. Pure. */
export function isValue(text: string): boolean {
  const bare = trimmed(text);
  return bare !== '' && !nullWords.has(bare);
}

const trim = (column: string) => `trim(${column}, ${quotedText(BLANKS)})`;

const escaped = (word: string) => word.replace(/[\\/#]/g, '\\$&');

/** The same question in SQL; one pattern, since every comparison would keep a vector of its own for each column. */
export function isValueSql(column: string): string {
  return `NOT coalesce(regexp_full_match(${trim(column)}, ${quotedText(`(${['', ...NULL_WORDS.map(escaped)].join('|')})`)}), TRUE)`;
}

const WIDE = '０１２３４５６７８９．－＋，（）％：／';
const NARROW = '0123456789.-+,()%:/';
const narrow = (text: string) => trimmed(text).replace(/[０-９．－＋，（）％：／]/gu, (sign) => NARROW[WIDE.indexOf(sign)]!);
const narrowSql = (column: string) => `translate(${trim(column)}, ${quotedText(WIDE)}, ${quotedText(NARROW)})`;

/** More digits than this are an identifier, or would not survive a spreadsheet. */
const MOST_DIGITS = 15;
export const MOST_SCALE = 9;
const DIGITS_OF_DECIMAL = 18;

const text: ValueForm = {
  name: 'text',
  type: 'string',
  sqlType: 'VARCHAR',
  label: '文本',
  accepts: () => true,
  sql: (column) => `nullif(${column}, '')`,
};
export { text as TEXT };

/** Whole numbers written as plainly as can be; leading zeros make a text. */
export const INTEGER: ValueForm = {
  name: 'integer',
  type: 'integer',
  sqlType: 'BIGINT',
  label: '整数',
  accepts: (value) => /^(0|-?[1-9][0-9]{0,14})$/.test(value),
  cast: (column) => `TRY_CAST(${column} AS BIGINT)`,
  // What comes back as it was written was written plainly: cheaper than a pattern.
  sql: (column, number = INTEGER.cast!(column)) =>
    `CASE WHEN length(${column}) <= ${MOST_DIGITS + 1} AND CAST(${number} AS VARCHAR) = ${column} AND ${number} BETWEEN -999999999999999 AND 999999999999999 THEN ${number} END`,
};

const sqlDecimal = (scale: number) => (scale > MOST_SCALE ? 'DOUBLE' : `DECIMAL(${DIGITS_OF_DECIMAL},${scale})`);
const fraction = (scale: number) => (scale > MOST_SCALE ? '[0-9]+' : `[0-9]{1,${Math.max(scale, 1)}}`);

/** How a number is dressed. */
interface Dress {
  name: string;
  label: string;
  unit?: string;
  /** Pattern of the whole text, with `#` for the digits. */
  pattern: string;
  /** Taken away before the digits are read. */
  remove: string;
  /** Negative numbers stand in brackets. */
  brackets?: true;
}

const PLAIN_DIGITS = (scale: number) => `(0|[1-9][0-9]{0,14})(\\.${fraction(scale)})?`;
const GROUPED_DIGITS = (scale: number) => `([1-9][0-9]{0,2}(,[0-9]{3}){1,4}|0|[1-9][0-9]{0,14})(\\.${fraction(scale)})?`;

/** Numbers with a fraction, plainly written; `scale` above nine is kept as a double. */
export function decimal(scale: number): ValueForm {
  const pattern = `-?${PLAIN_DIGITS(scale)}`;
  const own = new RegExp(`^(?:${pattern})$`);
  const cast = (column: string) => `TRY_CAST(${column} AS ${sqlDecimal(scale)})`;
  return {
    name: 'decimal',
    type: 'number',
    sqlType: sqlDecimal(scale),
    ...(scale <= MOST_SCALE ? { scale } : {}),
    label: '数字',
    accepts: (value) => own.test(value) && fits(value, scale),
    cast,
    sql: (column, number = cast(column)) =>
      `CASE WHEN ${asWritten(column, number, scale)}regexp_full_match(${column}, ${quotedText(pattern)}) THEN ${number} END`,
  };
}

/** Numbers that have all their places come back as they were written, which is cheaper to see than a pattern; others fall to it. */
function asWritten(column: string, number: string, scale: number): string {
  if (scale < 1 || scale > MOST_SCALE) return '';
  const bound = DIGITS_OF_DECIMAL - scale > MOST_DIGITS ? ` AND abs(${number}) < ${10 ** MOST_DIGITS}` : '';
  return `(CAST(${number} AS VARCHAR) = ${column}${bound}) OR `;
}

/** Whether the digits before the point are as few as the type holds. */
const fits = (value: string, scale: number) =>
  scale > MOST_SCALE || value.replace(/^-/, '').split('.')[0]!.length <= DIGITS_OF_DECIMAL - scale;

/** Numbers with an exponent among them, or in whatever spelling a machine gives doubles. */
export const DOUBLE: ValueForm = {
  name: 'double',
  type: 'number',
  sqlType: 'DOUBLE',
  label: '数字',
  accepts: (value) => /^-?(0|[1-9][0-9]{0,14})(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?$/.test(value),
  sql: (column) =>
    `CASE WHEN regexp_full_match(${column}, '-?(0|[1-9][0-9]{0,14})(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?') THEN TRY_CAST(${column} AS DOUBLE) END`,
};

/** Numbers as offices write them: grouped, with sign, unit or bracket, full-width. */
function dressed({ name, label, unit, pattern, remove, brackets }: Dress, scale: number): ValueForm {
  const whole = pattern.replaceAll('#', `(${GROUPED_DIGITS(scale)})`);
  const own = new RegExp(`^(?:${whole})$`, 'u');
  const removed = new RegExp(`[${remove},]`, 'gu');
  const type = sqlDecimal(scale);
  return {
    name,
    type: 'number',
    sqlType: type,
    ...(unit === undefined ? {} : { unit }),
    ...(scale <= MOST_SCALE ? { scale } : {}),
    label,
    accepts: (value) => {
      const bare = narrow(value);
      return own.test(bare) && fits(bare.replace(/[()]/g, '').replace(removed, '').replace(/^\+/, ''), scale);
    },
    sql: (column) => {
      const bare = narrowSql(column);
      const digits = `regexp_replace(${bare}, ${quotedText(`[${remove},+()]`)}, '', 'g')`;
      const signed = brackets ? `CASE WHEN starts_with(${bare}, '(') THEN '-' || ${digits} ELSE ${digits} END` : digits;
      return `CASE WHEN regexp_full_match(${bare}, ${quotedText(whole)}) THEN TRY_CAST(${signed} AS ${type}) END`;
    },
  };
}

const MONEY_UNITS = [
  '万亿元',
  '亿元',
  '万元',
  '千元',
  '百万元',
  '元',
  '万人',
  '人次',
  '人',
  '户',
  '家',
  '个',
  '件',
  '吨',
  '公里',
  '平方公里',
  '平方米',
  '公顷',
  '亩',
  '米',
];

/** Every dressed form of numbers with this many decimal places; each value of a column must have the same unit. */
export function dressedForms(scale: number): ValueForm[] {
  const forms: Dress[] = [
    { name: 'grouped', label: '数字', pattern: '[-+]?#', remove: ' ' },
    { name: 'percent', label: '百分数', unit: '%', pattern: '[-+]?# ?%', remove: ' %' },
    { name: 'accounting', label: '数字', pattern: '\\(#\\)|[-+]?#', remove: ' ', brackets: true },
    { name: 'yuan', label: '金额', unit: '元', pattern: '[-+]?[¥￥] ?#|[¥￥] ?[-+]?#', remove: ' ¥￥' },
    ...MONEY_UNITS.map((unit) => ({
      name: `with ${unit}`,
      label: `以“${unit}”为单位的数字`,
      unit,
      pattern: `[-+]?# ?${unit}`,
      remove: ` ${unit}`,
    })),
  ];
  return forms.map((form) => dressed(form, scale));
}

const YEAR = '(1[5-9]|2[0-9])[0-9]{2}';
const MONTH = '(0?[1-9]|1[0-2])';
const DAY = '(0?[1-9]|[12][0-9]|3[01])';
const CLOCK = '([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?';

/** Days written one way, as ISO text of them. */
interface DayStyle {
  name: string;
  pattern: string;
  /** To `YYYY-M-D`. */
  from: string;
  to: string;
}

const STYLES: DayStyle[] = [
  { name: 'date -', pattern: `${YEAR}-${MONTH}-${DAY}`, from: '-', to: '-' },
  { name: 'date /', pattern: `${YEAR}/${MONTH}/${DAY}`, from: '/', to: '-' },
  { name: 'date .', pattern: `${YEAR}\\.${MONTH}\\.${DAY}`, from: '.', to: '-' },
  { name: 'date 年月日', pattern: `${YEAR} ?年 ?${MONTH} ?月 ?${DAY} ?[日号]`, from: '年月', to: '--' },
];

const dayText = (value: string) => value.replace(/[日号 ]/gu, '').replace(/[年月/.]/gu, '-');
const dayTextSql = (bare: string) => `regexp_replace(regexp_replace(${bare}, '[日号 ]', '', 'g'), '[年月/.]', '-', 'g')`;

/** Whether `YYYY-M-D` is a day of the calendar. */
function isDay(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

/** ISO days, exactly as they are: the cheap one. */
export const ISO_DATE: ValueForm = {
  name: 'iso date',
  type: 'date',
  sqlType: 'DATE',
  label: '日期',
  accepts: (value) => /^(1[5-9]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(value) && isDay(value),
  cast: (column) => `TRY_CAST(${column} AS DATE)`,
  sql: (column, day = ISO_DATE.cast!(column)) =>
    `CASE WHEN length(${column}) = 10 AND CAST(${day} AS VARCHAR) = ${column} AND ${day} BETWEEN DATE '1500-01-01' AND DATE '2999-12-31' THEN ${day} END`,
};

/** ISO days with a time to the second, exactly as machines write them: the cheap one. */
export const ISO_DATETIME: ValueForm = {
  name: 'iso datetime',
  type: 'datetime',
  sqlType: 'TIMESTAMP',
  label: '时间',
  accepts: (value) =>
    /^(1[5-9]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/.test(value) && isDay(value.slice(0, 10)),
  cast: (column) => `TRY_CAST(${column} AS TIMESTAMP)`,
  sql: (column, moment = ISO_DATETIME.cast!(column)) =>
    `CASE WHEN length(${column}) = 19 AND CAST(${moment} AS VARCHAR) = replace(${column}, 'T', ' ') AND ${moment} BETWEEN TIMESTAMP '1500-01-01' AND TIMESTAMP '2999-12-31 23:59:59' THEN ${moment} END`,
};

function days(name: string, pattern: string): ValueForm {
  const own = new RegExp(`^(?:${pattern})$`, 'u');
  return {
    name,
    type: 'date',
    sqlType: 'DATE',
    label: '日期',
    accepts: (value) => own.test(narrow(value)) && isDay(dayText(narrow(value))),
    sql: (column) => {
      const bare = narrowSql(column);
      return `CASE WHEN regexp_full_match(${bare}, ${quotedText(pattern)}) THEN CAST(try_strptime(${dayTextSql(bare)}, '%Y-%m-%d') AS DATE) END`;
    },
  };
}

/** Days in eight digits; only for columns whose name says that they are days. */
export const COMPACT_DATE: ValueForm = {
  name: 'date 8',
  type: 'date',
  sqlType: 'DATE',
  label: '日期',
  accepts: (value) =>
    /^(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$/.test(value) &&
    isDay(`${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`),
  sql: (column) =>
    `CASE WHEN regexp_full_match(${column}, '(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])') THEN CAST(try_strptime(${column}, '%Y%m%d') AS DATE) END`,
};

/** ISO days with a time, with or without seconds; blank or T between. */
function moments(name: string, day: string): ValueForm {
  const pattern = `${day}[T ] ?${CLOCK}`;
  const own = new RegExp(`^(?:${pattern})$`, 'u');
  const parts = (bare: string) => /^(.*?)[T ] ?([0-9:]+)$/u.exec(bare)!;
  return {
    name,
    type: 'datetime',
    sqlType: 'TIMESTAMP',
    label: '时间',
    accepts: (value) => {
      const bare = narrow(value);
      return own.test(bare) && isDay(dayText(parts(bare)[1]!));
    },
    sql: (column) => {
      const bare = narrowSql(column);
      const date = dayTextSql(`regexp_extract(${bare}, '^(.*?)[T ] ?[0-9:]+$', 1)`);
      const clock = `regexp_extract(${bare}, '[T ] ?([0-9:]+)$', 1)`;
      const stamp = `try_strptime(${date} || ' ' || ${clock} || CASE WHEN length(${clock}) > 5 THEN '' ELSE ':00' END, '%Y-%m-%d %H:%M:%S')`;
      return `CASE WHEN regexp_full_match(${bare}, ${quotedText(pattern)}) THEN ${stamp} END`;
    },
  };
}

const TIME: ValueForm = {
  name: 'time',
  type: 'time',
  sqlType: 'TIME',
  label: '时刻',
  accepts: (value) => new RegExp(`^(?:${CLOCK})$`).test(narrow(value)),
  sql: (column) => {
    const bare = narrowSql(column);
    return `CASE WHEN regexp_full_match(${bare}, ${quotedText(CLOCK)}) THEN CAST(try_strptime(${bare} || CASE WHEN length(${bare}) > 5 THEN '' ELSE ':00' END, '%H:%M:%S') AS TIME) END`;
  },
};

const BOOLEANS: [yes: string, no: string][] = [
  ['是', '否'],
  ['true', 'false'],
  ['TRUE', 'FALSE'],
  ['True', 'False'],
];

function booleans([yes, no]: [string, string]): ValueForm {
  return {
    name: `boolean ${yes}`,
    type: 'boolean',
    sqlType: 'BOOLEAN',
    label: `“${yes}”或“${no}”`,
    accepts: (value) => trimmed(value) === yes || trimmed(value) === no,
    sql: (column) => `CASE ${trim(column)} WHEN ${quotedText(yes)} THEN TRUE WHEN ${quotedText(no)} THEN FALSE END`,
  };
}

const ANY_DAY = STYLES.map(({ pattern }) => `(?:${pattern})`).join('|');

/** Every form for columns that do not hold numbers, the plainest first. */
export const OTHER_FORMS: readonly ValueForm[] = [
  ISO_DATE,
  ISO_DATETIME,
  ...STYLES.map(({ name, pattern }) => days(name, pattern)),
  days('date', ANY_DAY),
  ...STYLES.map(({ name, pattern }) => moments(`${name} time`, pattern)),
  moments('date time', `(?:${ANY_DAY})`),
  TIME,
  ...BOOLEANS.map(booleans),
];

/** All forms of numbers with at most this many decimal places, the plainest first. */
export function numberForms(scale: number): ValueForm[] {
  return [INTEGER, decimal(scale), ...dressedForms(scale), DOUBLE];
}
