import { describe, expect, it } from 'vitest';
import { scanContent } from './scan-content.js';

const found = (text: string) => scanContent([{ field: 'body', text }]).map(({ rule, severity }) => `${rule} ${severity}`);
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const between = (groups: string, sign: string) => groups.replaceAll(' ', sign);

describe('numbers, however they are written', () => {
  const signs = [
    ' ',
    '\u00a0',
    '\u2002',
    '\u3000',
    '\u202f',
    '.',
    '·',
    '•',
    '‧',
    '・',
    '-',
    '‐',
    '‑',
    '–',
    '—',
    '－',
    '_',
    '/',
    ' - ',
    ' – ',
    '--',
  ];
  const numbers: [string, string][] = [
    ['110105 19491231 002X', 'identityNumber block'],
    ['1101 0519 4912 3100 2X', 'identityNumber block'],
    ['138 0013 8000', 'mobile block'],
    ['1 3 8 0 0 1 3 8 0 0 0', 'mobile block'],
    ['4111 1111 1111 1111', 'bankCard block'],
    ['6222 0202 0011 2233 446', 'bankCard block'],
  ];
  it.each(numbers.flatMap(([number, rule]) => signs.map((sign) => [between(number, sign), rule])))('%j → %s', (text, rule) => {
    expect(found(`甲乙${text}丙丁`)).toEqual([rule]);
    expect(found(wide(`甲乙${text}丙丁`))).toEqual([rule]);
  });

  it.each([
    ['１３８００１３８０００', ['mobile block']],
    ['６２２２０２０２００１１２２３３４４６', ['bankCard block']],
    ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', ['mobile block']],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', ['mobile block']],
    ['١٣٨٠٠١٣٨٠٠٠', ['mobile block']],
    ['1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣', ['mobile block']],
    ['一三八零零一三八零零零', ['mobile block']],
    ['①13800138000', ['mobile block']],
    ['⒈13800138000', ['mobile block']],
    ['13800138000²', ['mobile block']],
    ['tel13800138000', ['mobile block']],
    ['Mobile:13800138000', ['mobile block']],
    ['tel13800138000end', ['mobile block']],
    ['身份证号ID11010519491231002X', ['identityNumber block']],
    ['No.11010519491231002X', ['identityNumber block']],
    ['SFZ11010519491231002x号', ['identityNumber block']],
    ['序号3 11010519491231002X', ['identityNumber block']],
    ['11010519491231002Х（末位为西里尔字母）', ['identityNumber block']],
    ['card6222020200112233446', ['bankCard block']],
    ['013800138000', ['mobile block']],
    ['+86 138 0013 8000', ['mobile block']],
    ['0086-13800138000', ['mobile block']],
    ['手机 138、0013、8000', ['mobile block']],
    ['本人号码 1380 013 8000', ['mobile block']],
    ['张三 | 110105 | 19491231 | 002X', ['identityNumber block']],
    ['张三 | 1 | 1 | 0 | 1 | 0 | 5 | 1 | 9 | 4 | 9 | 1 | 2 | 3 | 1 | 0 | 0 | 2 | X', ['identityNumber block']],
    ['张三\t138\t0013\t8000\t甲村', ['mobile block']],
    ['张三 | 138 | 1234 | 8000', ['mobile warn']],
    ['手机 | 138 | 1234 | 8000', ['mobile block']],
    ['张三 | 1 | 3 | 8 | 0 | 0 | 1 | 3 | 8 | 0 | 0 | 0', ['mobile block']],
    ['张三 | 6222 | 0202 | 0011 | 2233 | 446', ['bankCard block']],
    ['110105\n19491231002X', ['identityNumber block', 'mobile block']],
    ['家庭住址：澜川市清江區和平路１２號', ['address block']],
    ['ａｂｃｄ＠example.com', ['email warn']],
    ['蘇A·12345', ['plate warn']],
  ])('%j → %j', (text, rules) => {
    expect(found(text)).toEqual(rules);
  });

  it.each([
    'https://a.gov.cn/catalog/3069b6e088e14694a4e6c15486653555',
    'https://a.gov.cn/info/596c5972-a52d-4e3a-b462-15320491278c',
    '0bb6d932-b130-4632-9683-deb0d2eda7d2',
    '2015 | 150 | 1203 | 4500 | 33',
    '4311 3200 5100 6022 7001 8120',
    '4 | 0 | 0 | 1 | 1 | 0 | 1 | 0 | 5 | 1 | 9 | 4 | 9 | 1 | 2 | 3 | 1 | 0 | 0 | 2 | 9 | 7',
    '2019 | 2020 | 2021 | 2022',
    '3 198 30 12 4 199 1 2 13 80 94',
    '1 3 9 0 2 1 4 0 0 0 2 5 1',
    '索引号 000014349/2017-00110',
    '统一社会信用代码 91350100M000100Y43',
    '办公电话 0523-86881234',
    '2021年1月3日至2022年12月31日',
    '第13条第8款第001项',
    '13,800,138,000.00元',
    '二〇二四年一月三日',
    '时间戳 170493910510862',
    '见证人到场，持证人数，发证人签名',
    '向未成年人提供，未成年人的，患者利益，患者转诊，向基层就诊患者倾斜。',
  ])('%j holds none', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('stands where the text as given has it', () => {
    const text = 'ﷺ①\u200b𝟏 电话：（１３８\u200d—００１３—８０００）';
    const [finding] = scanContent([{ field: 'body', text }]);
    expect(text.slice(finding!.start, finding!.end)).toBe('１３８\u200d—００１３—８０００');
    expect(finding!.masked).not.toContain('００１３');
  });
});
