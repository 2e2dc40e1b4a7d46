const DIGITS = '零一二三四五六七八九';

/** 1–99 in Chinese numerals, for articles and headings. */
export function numeral(n: number): string {
  if (n < 10) return DIGITS[n]!;
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : DIGITS[tens]}十${n % 10 ? DIGITS[n % 10] : ''}`;
}
