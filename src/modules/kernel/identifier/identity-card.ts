import { accept, refuse, type Checked } from '../checked.js';
import { isRealDate } from '../date/calendar-day.js';
import { compactCode } from './compact-code.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of a citizen identity number (公民身份号码, GB 11643), ISO 7064 mod 11-2. */
export function identityCheckCharacter(body: string): string {
  return '10X98765432'.charAt([...body].reduce((sum, digit, index) => sum + Number(digit) * WEIGHTS[index]!, 0) % 11);
}

export const normaliseIdentityNumber = compactCode;

export function parseIdentityNumber(text: string): Checked {
  const number = normaliseIdentityNumber(text);
  if (number.length !== 18) return refuse(`公民身份号码应为 18 位，现为 ${number.length} 位`);
  if (!/^[1-8]\d{16}[0-9X]$/.test(number)) return refuse('公民身份号码前 17 位应为数字（首位 1 至 8），末位应为数字或 X');
  if (!isRealDate(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))) {
    return refuse('公民身份号码第 7 至 14 位不是真实的出生日期');
  }
  const check = identityCheckCharacter(number.slice(0, 17));
  return number.endsWith(check) ? accept(number) : refuse(`校验位不符，末位应为 ${check}`);
}

export const isValidIdentityNumber = (text: string): boolean => parseIdentityNumber(text).ok;
