import { describe, expect, it } from 'vitest';
import { scanContent } from './scan-content.js';

const found = (text: string, field = 'body') => scanContent([{ field, text }]).map(({ rule, severity }) => `${rule} ${severity}`);

describe('secrecy marks, however they are written', () => {
  it.each([
    '机密★10年\n关于某事的通知',
    '秘密 ★ 长期',
    '绝密★',
    '密级：秘密',
    '标题\n　　秘密　　\n正文',
    '内部资料，注意保存',
    '工作秘密\n正文',
    '【机密】关于某事的通知',
    '（秘密）',
    '(秘密)关于某事的通知',
    '关于某事的通知（机密）',
    '〔绝密〕',
    '［ 机密 ］某事',
    '【机密★5年】',
    '（秘密★长期）关于某事',
    '密级 | 机密',
    '编号 | 7 | 密级 | 秘密 | 期限 | 5年',
    '密级\t绝密',
    '密级\n机密\n正文',
    '密级为机密',
    '本文件密级为“机密”。',
    '密级是秘密，请妥善保管',
    '密　级：机　密',
    '保密等级：绝密',
    '涉密等级：机密',
    '密级:【机密】',
    '密级=机密',
    '密级—机密',
    '机　　密★',
    '机\u00a0\u00a0 密 ★ 1 年',
    '机·密★10年',
    '绝 密',
    '機密★',
    '秘密★5年',
    '絕密★長期',
    '祕密★',
    '密級：機密',
    '機密＊10年',
    '机密⭐',
    '机密⭐️5年',
    '秘密☆',
    '秘密✭10年',
    '秘密✯10年',
    '秘密*5年',
    '机密🌟10年',
    '机\u200b密\u2060★',
    '机\ufe0e密★',
    '本件机密★10年',
    '机密★十年',
    '机密★２０年',
    '机密★启封前',
    '某县表 | 机密 | 2020',
    '—— 机密 ——',
    '★机密★',
    '內部資料，注意保存',
    '内部文件（严禁外传）',
    '内部资料　注意保管',
    '【内部资料】',
    '（不得公开）',
  ])('%j cannot be published', (text) => {
    expect(found(text)).toContain('secrecyMark forbidden');
    expect(found(text).filter((rule) => rule !== 'secrecyMark forbidden')).toEqual([]);
  });

  it.each([
    '《中华人民共和国保守国家秘密法》第三十五条',
    '《秘密》',
    '依法确定为国家秘密的政府信息不予公开',
    '商业秘密、个人隐私',
    '涉密人员管理办法分绝密、机密、秘密三级',
    '属于工作秘密的事项按规定办理',
    '机密级以上文件',
    '国家秘密的密级分为绝密、机密、秘密三级。',
    '密级：绝密、机密、秘密三级',
    '密级 | 绝密 | 机密 | 秘密',
    '绝密 | 30年 | 机密 | 20年 | 秘密 | 10年',
    '密级为机密的文件由专人保管',
    '如密级为机密，应当由专人传递。',
    '密级为机密、绝密的载体不得携带出境',
    '密级为秘密级以上的会议',
    '绝密级国家秘密是最重要的国家秘密，泄露会使国家安全和利益遭受特别严重的损害。',
    '除另有规定外，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。',
    '确保数据的机密性、完整性和可用性',
    '涉及国家秘密（机密）的会议应当在符合要求的场所举行',
    '属于国家秘密（绝密、机密、秘密）的不得公开',
    '保守商业秘密*',
    '注：商业秘密*指不为公众所知悉的信息',
    '保守秘密，慎之又慎',
    '揭开海洋的秘密',
    '对举报人的信息严格保密',
    '机关、单位应当根据工作需要，确定国家秘密的具体保密期限',
    '涉密资质分为甲级和乙级',
    '密级鉴定由保密行政管理部门负责',
    '定密责任人负责确定密级、变更密级和解除密级',
    '国家秘密载体应当作出国家秘密标志',
    '不得公开他人的个人隐私',
    '内部资料性出版物准印证',
    '内部文件由办公室统一归档',
    '内部资料，可以向档案馆查阅',
    '密码分为核心密码、普通密码和商用密码，核心密码保护信息的最高密级为绝密级',
    '普通密码保护信息的最高密级为机密级。',
    '申请公开的信息不涉及秘密',
    '泄露秘密的，依法给予处分',
    '“机密”一词见第九条',
    '商业秘密 ★ 保护指南',
  ])('%j is about secrecy, not secret', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('a keyword and the name of a column only name a thing', () => {
    expect(found('内部资料', 'keywords[0]')).toEqual([]);
    expect(found('秘密', 'items[3].name')).toEqual([]);
    expect(found('机密★10年', 'keywords[0]')).toEqual(['secrecyMark forbidden']);
  });

  it('is one finding at its place in the text as given', () => {
    const text = '前言\r\n\u200b【機　密】\r\n正文';
    const findings = scanContent([{ field: 'body', text }]);
    expect(findings).toHaveLength(1);
    expect(text.slice(findings[0]!.start, findings[0]!.end)).toContain('機　密');
    expect(scanContent([{ field: 'body', text: '密级：机密★10年' }])).toHaveLength(1);
  });
});
