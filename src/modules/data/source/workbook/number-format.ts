/** What a cell shows its number as. */
export type NumberFormat =
  | { shows: 'number' | 'percent' | 'text' }
  | { shows: 'date' | 'datetime' | 'time' | 'duration'; fraction?: boolean }
  /** A code that is filled up with zeros, as 000000 for divisions. */
  | { shows: 'code'; digits: number };

const NUMBER: NumberFormat = { shows: 'number' };

/** Built-in formats (ECMA-376 18.8.30); 27–36 and 50–58 as zh-CN has them. */
const BUILT_IN: readonly (readonly [from: number, to: number, NumberFormat])[] = [
  [9, 10, { shows: 'percent' }],
  [14, 17, { shows: 'date' }],
  [18, 21, { shows: 'time' }],
  [22, 22, { shows: 'datetime' }],
  [27, 31, { shows: 'date' }],
  [32, 35, { shows: 'time' }],
  [36, 36, { shows: 'date' }],
  [45, 45, { shows: 'time' }],
  [46, 46, { shows: 'duration' }],
  [47, 47, { shows: 'time' }],
  [49, 49, { shows: 'text' }],
  [50, 54, { shows: 'date' }],
  [55, 56, { shows: 'time' }],
  [57, 58, { shows: 'date' }],
];

/** The built-in format of a number. Pure. */
export const builtInFormat = (id: number): NumberFormat => BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? NUMBER;

const MOST_CODE = 1_000;

/** What a format code, such as `yyyy"年"m"月"d"日"` or `0.00%`, shows. Only the part for positive numbers decides. Pure. */
export function formatOf(code: string): NumberFormat {
  const bare = withoutLiterals(code.slice(0, MOST_CODE));
  if (/general|g\/通用|通用格式/i.test(bare)) return NUMBER;
  if (bare.trim() === '@') return { shows: 'text' };
  if (/^0{2,}$/.test(bare.trim())) return { shows: 'code', digits: bare.trim().length };
  return clockFormat(bare) ?? (bare.includes('%') ? { shows: 'percent' } : NUMBER);
}

function clockFormat(bare: string): NumberFormat | undefined {
  const fraction = /s\.0+/i.test(bare);
  const signs = bare.replace(/s\.0+/gi, 's').replace(/am\/pm|a\/p|上午\/下午/gi, 'h');
  if (/[0#?]/.test(signs)) return undefined;
  if (/\[(h+|m+|s+)\]/i.test(signs)) return { shows: 'duration' };
  const time = /[hs]/i.test(signs);
  const date = /[yd]|aaa|年|日/i.test(signs) || (/m/i.test(signs) && !time) || /月/.test(signs);
  if (date && time) return fraction ? { shows: 'datetime', fraction } : { shows: 'datetime' };
  return date ? { shows: 'date' } : time ? { shows: 'time' } : undefined;
}

/** The first section, without quoted and escaped signs, colours, conditions and locales; `[h]` stays. */
function withoutLiterals(code: string): string {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gis, '');
  return bare.split(';')[0]!;
}
