const NUMBERS = new Intl.NumberFormat('en');

/** 12345 → 12,345, the same in both languages. */
export const numberText = (value: number): string => NUMBERS.format(value);
