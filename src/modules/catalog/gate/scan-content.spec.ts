import { describe, expect, it } from 'vitest';
import { scanContent } from './scan-content.js';

/** Rules and severities found in a text. */
const found = (text: string) => scanContent([{ field: 'body', text }]).map(({ rule, severity }) => `${rule} ${severity}`);

describe('personal data', () => {
  it.each([
    ['申请人身份证号11010519491231002X，已受理。', ['identityNumber block']],
    ['号码 １１０１０５１９４９１２３１００２Ｘ 属于个人', ['identityNumber block']],
    ['110105 19491231 002x', ['identityNumber block']],
    ['110105\u200b1949\u00ad1231\u2060002X', ['identityNumber block']],
    ['校验位不对的 110105194912310021', []],
    ['编号 9110105194912310020021 中间的一段', []],
    ['旧号 110105491231002', ['identityNumber15 warn']],
    ['旧号 110105491331002', []],
    ['工商注册号 110105491231002123', []],
    ['统一社会信用代码 91350100M000100Y43', []],
    ['本人手机13800006789', ['mobile block']],
    ['咨询电话：13800006789', ['mobile warn']],
    ['138-0000-6789', ['mobile block']],
    ['办公电话 0523-86881234，热线12345', []],
    ['金额 13800006789.50 元', []],
    ['小数 3.13800006789', []],
    ['账号6222020200112233443', []],
    ['卡号4111 1111 1111 1111', ['bankCard block']],
    ['邮箱 somebody@example.com', ['email warn']],
    ['邮箱 office@lanchuan.gov.cn', []],
    ['家庭住址：澜川市清江区和平路12号', ['address block']],
    ['办公地址：澜川市清江区和平路12号', []],
    ['地点在澜川市清江区和平路12号附近', ['address warn']],
    ['护照号E12345678', ['passport warn']],
    ['型号E12345678', []],
    ['苏A·12345', ['plate warn']],
    ['澜政发〔2021〕12号，2021年3月5日印发', []],
    ['信息资源代码 307001000/000012，索引号 11680700MB0A13468B/2021-00002', []],
    ['患者：王某，男', ['sensitiveContext block']],
    ['加强未成年人保护，维护证人权益', []],
  ])('%s → %j', (text, rules) => {
    expect(found(text)).toEqual(rules);
  });

  it('is shown masked, with its place', () => {
    const [finding] = scanContent([{ field: 'abstract', text: '身份证11010519491231002X。' }]);
    expect(finding).toMatchObject({ field: 'abstract', start: 3, end: 21, masked: '110105********002X' });
    expect(JSON.stringify(finding)).not.toContain('19491231');
  });
});

describe('secrecy marks', () => {
  it.each([
    '机密★10年\n关于某事的通知',
    '秘密 ★ 长期',
    '绝密★',
    '密级：秘密',
    '标题\n　　秘密　　\n正文',
    '内部资料，注意保存',
    '工作秘密\n正文',
  ])('%j cannot be published', (text) => {
    expect(found(text)).toEqual(['secrecyMark forbidden']);
  });

  it.each([
    '《中华人民共和国保守国家秘密法》第三十五条',
    '依法确定为国家秘密的政府信息不予公开',
    '商业秘密、个人隐私',
    '涉密人员管理办法分绝密、机密、秘密三级',
    '属于工作秘密的事项按规定办理',
    '机密级以上文件',
  ])('%s is about secrecy, not secret', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('gets through five million characters of digits, letters and marks', () => {
  const text = '1380000678 11010519491231002 甲市乙区丙路 a.b.c.d@ 秘密 '.repeat(100_000);
  expect(scanContent([{ field: 'body', text }]).every(({ severity }) => severity !== 'forbidden')).toBe(true);
});

it.each([
  ['cells of marks', '机密\t'.repeat(300_000), 50],
  ['lines of marks', '\t机密\n'.repeat(200_000), 50],
  ['signs that stand for many', 'ﷺ'.repeat(100_000), 0],
  ['blanks', ' \u00a0\t'.repeat(300_000), 0],
  ['numbers that might go on', '138 0013 800 '.repeat(100_000), 0],
  ['labels without marks', '如密级为'.repeat(200_000), 0],
])('gets through %s', (_, text, count) => {
  expect(scanContent([{ field: 'body', text }])).toHaveLength(count);
});
