import { isRealDate } from '../../kernel/date/index.js';
import { isValidCreditCode, isValidIdentityNumber } from '../../kernel/identifier/index.js';
import { type ContentPart, masked, type Match, type Rule } from './finding.js';
import { BETWEEN, isPartOfCode, standsApart, type WrittenNumber, writtenNumbers } from './number-groups.js';

export const PIPL = '《个人信息保护法》第十条、第二十五条';
export const PIPL_SENSITIVE = '《个人信息保护法》第二十八条';
export const NEAR = 24;
export const OFFICE = /办公|值班|热线|咨询|监督|服务|联系|投诉|举报|公开电话|窗口/;

/** The place, a century, and days and months that can be: what is left is held against the calendar and the check digit. */
const IDENTITY = new RegExp(
  String.raw`(?<![0-9])[1-8](?:${BETWEEN}[0-9]){5}${BETWEEN}(?:1${BETWEEN}[6-9]|2${BETWEEN}[01])(?:${BETWEEN}[0-9]){2}${BETWEEN}[01]${BETWEEN}[0-9]${BETWEEN}[0-3](?:${BETWEEN}[0-9]){4}${BETWEEN}[0-9Xx×](?![0-9])`,
  'g',
);
const IDENTITY_15 = /(?<![0-9A-Za-z.])[1-8][0-9]{5}[ -]?[0-9]{6}[ -]?[0-9]{3}(?![0-9A-Za-z.])/g;
const MOBILE = new RegExp(String.raw`(?<![0-9.])(?:(?:\+?0{0,2}86|0)[ -]{0,2})?1${BETWEEN}[3-9](?:${BETWEEN}[0-9]){9}(?!\.?[0-9])`, 'g');
const CARD = new RegExp(String.raw`(?<![0-9.])[3-6](?:${BETWEEN}[0-9]){15,18}`, 'g');

/** Provinces of GB/T 2260, and 83 and 9x of Taiwan and foreigners. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const PHONE_NEAR = /手机|电话|联系|号码|微信|通讯|tel|phone|mobile/i;
const CARD_NEAR = /卡|账号|帐号|账户|开户|银行|card/i;
/** Marks that part the groups of one number, not one number from the next. */
const WITHIN = /^[ \-.·_/~★*+=()|'"]*$/;
/** How people group the eleven digits of a mobile number, where something says that it is one. */
const MOBILE_GROUPS =
  /^(?:3-4-4|4-3-4|4-4-3|3-3-5|3-8|7-4|5-6|6-5|5-3-3|4-7|3-5-3|2-9|1-10|3-2-2-2-2|3-2-3-3|3-4-2-2|2-2-2-2-2-1|1-2-2-2-2-2|(?:1-){10}1)$/;

function* identityNumbers(text: string, code: boolean): Generator<Match> {
  yield* writtenNumbers(text, IDENTITY, (written) => {
    const { digits, groups, between } = written;
    const number = digits.toUpperCase().replace('×', 'X');
    if (!isValidIdentityNumber(number)) return false;
    // A credit code may be all digits; an index number has an organisation, a year and a serial.
    if (code && (isValidCreditCode(number) || between.includes('/'))) return false;
    if (groups.length === 1) return true;
    if (!PROVINCE.test(number) || !/^(?:19|20)/.test(number.slice(6))) return false;
    if (!between.includes('\t') || groups.length <= 6) return true;
    return groups.every((length) => length === 1) && standsApart(text, written);
  });
}

function* mobileNumbers(text: string, code: boolean): Generator<Match> {
  let severity: Match['severity'];
  for (const { start, end, before } of writtenNumbers(text, MOBILE, (number) => {
    severity = isPartOfCode(text, number) ? undefined : mobileSeverity(text, number);
    return severity !== undefined && !(code && number.groups.length > 1);
  }))
    yield { start, end, severity: OFFICE.test(before) ? 'warn' : severity };
}

function mobileSeverity(text: string, number: WrittenNumber): Match['severity'] {
  const { before, between } = number;
  const groups = groupsWithoutPrefix(number);
  if (groups.length === 1) return 'block';
  const grouped = groups.join('-');
  if (!MOBILE_GROUPS.test(grouped)) return undefined;
  if (PHONE_NEAR.test(before)) return 'block';
  if (grouped !== '3-4-4' && !/^(?:1-)+1$/.test(grouped)) return undefined;
  const apart = standsApart(text, number);
  if (WITHIN.test(between) && (apart || !between.includes(' '))) return 'block';
  if (WITHIN.test(between) && grouped === '3-4-4') return 'warn';
  if (!apart || !/^\t+$/.test(between)) return undefined;
  // A group of figures with a zero in front is part of a number; without it, it may be a quantity.
  return grouped !== '3-4-4' || /\t0/.test(text.slice(number.start, number.end)) ? 'block' : 'warn';
}

/** The groups of the eleven digits, without 86 or 0 in front. */
function groupsWithoutPrefix({ digits, groups }: WrittenNumber): number[] {
  let more = digits.length - 11;
  return groups.flatMap((length) => {
    const left = length - Math.min(length, Math.max(0, more));
    more -= length;
    return left > 0 ? [left] : [];
  });
}

function* bankCards(text: string): Generator<Match> {
  let end = 0;
  for (const { start } of writtenNumbers(text, CARD, (number) => {
    const found = cardEnd(text, number);
    end = found ?? 0;
    return found !== undefined;
  })) {
    yield { start, end };
    CARD.lastIndex = Math.max(end, start + 1);
  }
}

/** Where a bank card number ends that begins here: 16 to 19 digits that pass Luhn, in fours or as one. */
function cardEnd(text: string, number: WrittenNumber): number | undefined {
  const written = text.slice(number.start, number.end);
  for (const length of [19, 18, 17, 16]) {
    const candidate = leading(number, written, length, text);
    if (candidate && isCard(text, candidate)) return candidate.end;
  }
  return undefined;
}

/** The first digits of a number, unless they end within a group. */
function leading(number: WrittenNumber, written: string, length: number, text: string): WrittenNumber | undefined {
  if (number.digits.length < length) return undefined;
  let seen = 0;
  let at = 0;
  for (; seen < length; at++) if (/[0-9]/.test(written[at]!)) seen++;
  const end = number.start + at;
  if (/[0-9]/.test(text[end] ?? '')) return undefined;
  const groups = written.slice(0, at).match(/[0-9]+/g)!;
  return {
    ...number,
    end,
    digits: groups.join(''),
    groups: groups.map((group) => group.length),
    between: written.slice(0, at).replace(/[0-9]+/g, ''),
  };
}

function isCard(text: string, number: WrittenNumber): boolean {
  const { digits, groups, between, before } = number;
  if (!passesLuhn(digits) || isValidIdentityNumber(digits) || isValidCreditCode(digits) || isPartOfCode(text, number)) return false;
  if (groups.length === 1) return true;
  const fours = groups.slice(0, -1).every((length) => length === 4) && groups.at(-1)! <= 4;
  const singles = groups.every((length) => length === 1);
  if (CARD_NEAR.test(before)) return fours || singles || groups.length <= 3;
  if (!fours && !singles) return false;
  return WITHIN.test(between) ? standsApart(text, number) || !between.includes(' ') : /^\t+$/.test(between) && standsApart(text, number);
}

/** Luhn, of bank cards (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    let digit = Number(digits[digits.length - 1 - index]);
    if (index % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

function* oldIdentityNumbers(text: string): Generator<Match> {
  yield* writtenNumbers(
    text,
    IDENTITY_15,
    ({ digits }) =>
      PROVINCE.test(digits) && isRealDate(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12))),
  );
}

type Find = (text: string, part: Omit<ContentPart, 'text'>) => Iterable<Match>;
const inBoth =
  (find: (text: string, code: boolean) => Iterable<Match>): Find =>
  (text, { code }) =>
    find(text, code ?? false);

/** Numbers that belong to one person, by pattern, check digit and what stands near, in one piece or in groups. */
export const personalNumberRules: readonly Rule[] = [
  {
    name: 'identityNumber',
    severity: 'block',
    message: '含有公民身份号码：请删去，或只保留前 6 位和后 4 位',
    basis: PIPL,
    inCodes: true,
    find: inBoth(identityNumbers),
    mask: (matched) => masked(matched, 6, 4),
  },
  {
    name: 'identityNumber15',
    severity: 'warn',
    message: '像是 15 位的旧公民身份号码：如是，请删去',
    basis: PIPL,
    find: oldIdentityNumbers,
    mask: (matched) => masked(matched, 6, 3),
  },
  {
    name: 'mobile',
    severity: 'block',
    message: '含有手机号码：个人的请删去或隐去中间几位，单位的请改用办公电话',
    basis: PIPL,
    inCodes: true,
    find: inBoth(mobileNumbers),
    mask: (matched) => masked(matched, 3, 4),
  },
  {
    name: 'bankCard',
    severity: 'block',
    message: '含有银行卡号：请删去，或只保留后 4 位',
    basis: PIPL_SENSITIVE,
    find: bankCards,
    mask: (matched) => masked(matched, 0, 4),
  },
];
