import { accept, refuse, type Checked } from '../checked.js';
import { compactCode } from './compact-code.js';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an organisation code (组织机构代码, GB 11714): C9 = 11 − Σ mod 11, 10 written X and 11 written 0. */
export function organisationCheckCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + parseInt(character, 36) * WEIGHTS[index]!, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Upper case, half width, without the hyphen: D2143569-X → D2143569X. */
export const normaliseOrganisationCode = compactCode;

export function parseOrganisationCode(text: string): Checked {
  const code = normaliseOrganisationCode(text);
  if (code.length !== 9) return refuse(`组织机构代码应为 9 位，现为 ${code.length} 位`);
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return refuse('组织机构代码前 8 位应为数字或大写字母，末位应为数字或 X');
  const check = organisationCheckCharacter(code.slice(0, 8));
  return code.endsWith(check) ? accept(code) : refuse(`校验位不符，末位应为 ${check}`);
}

export const isValidOrganisationCode = (text: string): boolean => parseOrganisationCode(text).ok;
