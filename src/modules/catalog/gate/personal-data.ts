import { isRealDate } from '../../kernel/date/index.js';
import { isValidCreditCode, isValidIdentityNumber } from '../../kernel/identifier/index.js';
import { masked, type Match, type Rule, type Severity } from './finding.js';

const PIPL = '《个人信息保护法》第十条、第二十五条';
const PIPL_SENSITIVE = '《个人信息保护法》第二十八条';
const NEAR = 24;

/** Every place of a pattern whose text passes the check; the check may decide the severity. */
function* places(
  text: string,
  pattern: RegExp,
  check: (matched: string, before: string, after: string) => boolean | Severity,
): Iterable<Match> {
  for (const found of text.matchAll(pattern)) {
    const start = found.index;
    const end = start + found[0].length;
    const verdict = check(found[0], text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR));
    if (verdict === false) continue;
    yield verdict === true ? { start, end } : { start, end, severity: verdict };
  }
}

const digitsOf = (text: string) => text.normalize('NFKC').replace(/[\s\-—]/g, '');

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

const OFFICE = /办公|值班|热线|咨询|监督|服务|联系|投诉|举报|公开电话|窗口/;
const HOME = /住址|户籍|家庭|现住|居住|住所|身份证/;

/** Personal data by pattern, check digit and what stands near (GB/T 35273; 条例 Art. 15). */
export const personalDataRules: readonly Rule[] = [
  {
    name: 'identityNumber',
    severity: 'block',
    message: '含有公民身份号码：请删去，或只保留前 6 位和后 4 位',
    basis: PIPL,
    find: (text) =>
      places(text, /(?<![0-9０-９A-Za-z])[1-8１-８](?:[\s-]?[0-9０-９]){16}[\s-]?[0-9０-９XxＸｘ](?![0-9０-９A-Za-z])/g, (matched) =>
        isValidIdentityNumber(digitsOf(matched).toUpperCase()),
      ),
    mask: (matched) => masked(matched, 6, 4),
  },
  {
    name: 'identityNumber15',
    severity: 'warn',
    message: '像是 15 位的旧公民身份号码：如是，请删去',
    basis: PIPL,
    find: (text) =>
      places(text, /(?<![0-9０-９A-Za-z.])[1-8１-８][0-9０-９]{14}(?![0-9０-９A-Za-z.])/g, (matched) => {
        const digits = digitsOf(matched);
        return isRealDate(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)));
      }),
    mask: (matched) => masked(matched, 6, 3),
  },
  {
    name: 'mobile',
    severity: 'block',
    message: '含有手机号码：个人的请删去或隐去中间几位，单位的请改用办公电话',
    basis: PIPL,
    find: (text) =>
      places(
        text,
        /(?<![0-9０-９.])(?:\+?86[- ]?)?1[3-9][0-9]{9}(?!\.?[0-9０-９])|(?<![0-9])1[3-9][0-9][- ][0-9]{4}[- ][0-9]{4}(?![0-9])/g,
        (_, before) => (OFFICE.test(before) ? 'warn' : true),
      ),
    mask: (matched) => masked(matched, 3, 4),
  },
  {
    name: 'bankCard',
    severity: 'block',
    message: '含有银行卡号：请删去，或只保留后 4 位',
    basis: PIPL_SENSITIVE,
    find: (text) =>
      places(text, /(?<![0-9A-Za-z.])[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9A-Za-z])/g, (matched) => {
        const digits = digitsOf(matched);
        return passesLuhn(digits) && !isValidIdentityNumber(digits) && !isValidCreditCode(digits);
      }),
    mask: (matched) => masked(matched, 0, 4),
  },
  {
    name: 'email',
    severity: 'warn',
    message: '含有非政务邮箱：如属个人，请删去',
    basis: PIPL,
    find: (text) =>
      places(text, /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g, (matched) => !/gov\.cn$/i.test(matched)),
    mask: (matched) => masked(matched, 2, 0),
  },
  {
    name: 'address',
    severity: 'warn',
    message: '含有具体地址：个人住址请只写到区县，机关办公地址可以公开',
    basis: PIPL,
    find: (text) =>
      places(
        text,
        /[\u4e00-\u9fa5]{1,8}(?:区|县|旗|市)[\u4e00-\u9fa5]{1,10}(?:路|街|巷|村|社区|小区)[\u4e00-\u9fa50-9A-Za-z-]{0,16}?[0-9]{1,5}(?:号|栋|幢|单元|室)/g,
        (_, before) => (HOME.test(before) ? 'block' : !OFFICE.test(before)),
      ),
    mask: (matched) => `${/^.{1,8}?(?:区|县|旗|市)/.exec(matched)?.[0] ?? ''}***`,
  },
  {
    name: 'passport',
    severity: 'warn',
    message: '含有护照或通行证号码：请删去',
    basis: PIPL,
    find: (text) =>
      places(text, /(?<![A-Za-z0-9])(?:[EGDSPCHM][0-9]{8}|E[A-HJ-NP-Z][0-9]{7})(?![A-Za-z0-9])/g, (_, before) =>
        /护照|通行证|证件/.test(before),
      ),
    mask: (matched) => masked(matched, 2, 2),
  },
  {
    name: 'plate',
    severity: 'warn',
    message: '含有机动车号牌：如属个人，请隐去',
    basis: PIPL,
    find: (text) =>
      places(
        text,
        /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]·?(?=[A-HJ-NP-Z0-9]*[0-9])[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g,
        () => true,
      ),
    mask: (matched) => masked(matched, 2, 1),
  },
  {
    name: 'sensitiveContext',
    severity: 'block',
    message: '像是关于具体个人的敏感情况（病情、未成年人、受害人、证人、信访人）：请隐去姓名，或确认依法应当公开',
    basis: PIPL_SENSITIVE,
    find: (text) =>
      places(
        text,
        /(?:患者|被害人|受害人|受害者|证人|信访人|上访人|未成年人)[：:]?\s?[\u4e00-\u9fa5]某?[\u4e00-\u9fa5]?(?=[，,（(、。；;]|$)/g,
        (matched) => !/(?:权益|保护|合法|救助|管理|意见|服务|信息|等)$/.test(matched),
      ),
    mask: (matched) => masked(matched, 3, 0),
  },
];
