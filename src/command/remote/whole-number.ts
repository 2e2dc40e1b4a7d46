import { InvalidArgumentError } from 'commander';

/** A whole number above nought, as an option of a command. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('应为大于零的整数。');
  return Number(text);
}
