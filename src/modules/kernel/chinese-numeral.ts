const DIGITS: Record<string, number> = Object.fromEntries([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
Object.assign(DIGITS, { 〇: 0, '○': 0, '◯': 0, 两: 2 });

/** Characters of a Chinese numeral below 10 000, for use inside a character class. */
export const CHINESE_NUMERAL = '〇○◯零一二两三四五六七八九十百千';

/** Value of a Chinese numeral below 10 000, spoken (七百四十二) or digit by digit (七四二). */
export function parseChineseNumeral(text: string): number | undefined {
  const characters = [...text];
  if (!characters.length || characters.some((character) => !CHINESE_NUMERAL.includes(character))) return undefined;
  if (!/[十百千]/.test(text)) return Number(characters.map((character) => DIGITS[character]).join(''));
  let total = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit) total += (digit ?? 1) * unit;
    digit = unit ? undefined : DIGITS[character];
  }
  return total + (digit ?? 0);
}
