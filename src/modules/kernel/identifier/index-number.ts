import { accept, refuse, type Checked } from '../checked.js';
import { isValidCreditCode } from './credit-code.js';
import { isValidOrganisationCode } from './organisation-code.js';

/** An index number (索引号) in its parts; there is no national scheme, so only the first three have any. */
export interface ParsedIndexNumber {
  scheme: 'stateCouncil' | 'creditCode' | 'organisationCode' | 'segments' | 'digits' | 'local';
  value: string;
  organisation?: string;
  year?: number;
  serial?: string;
}

const SCHEMES: { scheme: ParsedIndexNumber['scheme']; pattern: RegExp; check?: (organisation: string) => boolean }[] = [
  { scheme: 'stateCouncil', pattern: /^(?<organisation>[0-9A-Z]{9})\/(?<year>\d{4})-(?<serial>\d{5})$/, check: isValidOrganisationCode },
  { scheme: 'creditCode', pattern: /^(?<organisation>[0-9A-Z]{18})\/(?<year>\d{4})-(?<serial>\d{1,8})$/, check: isValidCreditCode },
  {
    scheme: 'organisationCode',
    pattern: /^(?<organisation>[0-9A-Z]{9})-(?<year>\d{4})-(?<serial>\d{1,8})$/,
    check: isValidOrganisationCode,
  },
  { scheme: 'segments', pattern: /^[0-9A-Z]+(?:[-/][0-9A-Z]+){3,7}$/ },
  { scheme: 'digits', pattern: /^\d{21}$/ },
  { scheme: 'local', pattern: /^[\p{Script=Han}0-9A-Z][\p{Script=Han}0-9A-Z\-/.:_()〔〕]{3,63}$/u },
];

/** Half width, upper case, no spaces, one kind of hyphen. */
export const normaliseIndexNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[‐‑–—―−]/gu, '-')
    .toUpperCase();

/** Reads an index number; a local form is accepted as it is, a national form must carry a true organisation code. */
export function parseIndexNumber(text: string): Checked<ParsedIndexNumber> {
  const value = normaliseIndexNumber(text);
  for (const { scheme, pattern, check } of SCHEMES) {
    const parts = pattern.exec(value);
    if (!parts) continue;
    const { organisation, year, serial } = parts.groups ?? {};
    if (organisation && check && !check(organisation)) return refuse(`索引号中的机构代码 ${organisation} 校验位不符，请核对`);
    if (!organisation) return accept({ scheme, value });
    return accept({ scheme, value, organisation, year: Number(year), serial });
  }
  return refuse('索引号应为 4 至 64 个数字、字母、汉字或连接符，例如 000014349/2017-00110');
}

export const isValidIndexNumber = (text: string): boolean => parseIndexNumber(text).ok;
