import { accept, refuse, type Checked } from '../checked.js';
import { compactCode } from './compact-code.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Check character of a unified social credit code (统一社会信用代码, GB 32100-2015), weights 3^i mod 31. */
export function creditCheckCharacter(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export const normaliseCreditCode = compactCode;

export function parseCreditCode(text: string): Checked {
  const code = normaliseCreditCode(text);
  if (code.length !== 18) return refuse(`统一社会信用代码应为 18 位，现为 ${code.length} 位`);
  const strange = [...code].find((character) => !ALPHABET.includes(character));
  if (strange) return refuse(`统一社会信用代码不应含有“${strange}”（不使用字母 I、O、S、V、Z）`);
  if (!/^.{2}\d{6}/.test(code)) return refuse('统一社会信用代码第 3 至 8 位应为行政区划数字');
  const check = creditCheckCharacter(code.slice(0, 17));
  return code.endsWith(check) ? accept(code) : refuse(`校验位不符，末位应为 ${check}`);
}

export const isValidCreditCode = (text: string): boolean => parseCreditCode(text).ok;

/** Organisation code (GB 11714) that a credit code carries in positions 9 to 17. */
export const organisationCodeOf = (creditCode: string): string => creditCode.slice(8, 17);
