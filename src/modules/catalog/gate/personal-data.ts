import { masked, type Match, type Rule, type Severity } from './finding.js';
import { NEAR, OFFICE, personalNumberRules, PIPL, PIPL_SENSITIVE } from './personal-number.js';

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

const HOME = /住址|户籍|家庭|现住|居住|住所|身份证/;

/** Surnames that begin no everyday word after 患者 or 证人, as 高 (高血压), 方 (方便) and 任 (任意) do. */
const SURNAME =
  '[王李张刘陈杨黄赵周吴徐孙马朱胡郭罗林郑梁谢唐宋韩邓冯曹彭肖田董袁潘蒋蔡杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯史陶黎贺顾毛郝龚邵钱严覃戴莫孔汤]';
/** A person by name: after a colon, by a surname or with 某. A 见证人 or 持证人 is nobody's secret. */
const PERSON = new RegExp(
  String.raw`(?:患者|被害人|受害人|受害者|(?<![见持发鉴公保取获颁办领])证人|信访人|上访人|未成年人)(?:: ?[\u4e00-\u9fa5]| ?${SURNAME}| ?[\u4e00-\u9fa5](?=某))某?[\u4e00-\u9fa5]?(?=[,(、。;\n\t]|$)`,
  'g',
);

/** Personal data by pattern, check digit and what stands near (GB/T 35273; 条例 Art. 15). */
export const personalDataRules: readonly Rule[] = [
  ...personalNumberRules,
  {
    name: 'email',
    severity: 'warn',
    message: '含有非政务邮箱：如属个人，请删去',
    basis: PIPL,
    find: (text) =>
      places(
        text,
        /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g,
        (matched) => !/gov\.cn$/i.test(matched),
      ),
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
        /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. -]?(?=[A-HJ-NP-Z0-9]*[0-9])[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g,
        () => true,
      ),
    mask: (matched) => masked(matched, 2, 1),
  },
  {
    name: 'sensitiveContext',
    severity: 'block',
    message: '像是关于具体个人的敏感情况（病情、未成年人、受害人、证人、信访人）：请隐去姓名，或确认依法应当公开',
    basis: PIPL_SENSITIVE,
    find: (text) => places(text, PERSON, (matched) => !/(?:权益|保护|合法|救助|管理|意见|服务|信息|等)$/.test(matched)),
    mask: (matched) => masked(matched, 3, 0),
  },
];
