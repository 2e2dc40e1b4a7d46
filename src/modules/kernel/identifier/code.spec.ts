import { expect, it } from 'vitest';
import { creditCheckCharacter, isValidCreditCode, organisationCodeOf, parseCreditCode } from './credit-code.js';
import { isValidIdentityNumber, parseIdentityNumber } from './identity-card.js';
import { isValidIndexNumber, parseIndexNumber } from './index-number.js';
import { isValidOrganisationCode, parseOrganisationCode } from './organisation-code.js';
import { isValidResourceCode, parseResourceCode } from './resource-code.js';

const refused = (reason: string) => ({ ok: false, reason });

it.each([
  ['91350100M000100Y43', { ok: true, value: '91350100M000100Y43' }],
  ['11370812 0043 39255b', { ok: true, value: '11370812004339255B' }],
  ['１１３７０８１２００４３３９２５５Ｂ', { ok: true, value: '11370812004339255B' }],
  ['91350100M000100Y44', refused('校验位不符，末位应为 3')],
  ['91350100M000100Y4', refused('统一社会信用代码应为 18 位，现为 17 位')],
  ['91350100I000100Y43', refused('统一社会信用代码不应含有“I”（不使用字母 I、O、S、V、Z）')],
  ['91X50100M000100Y43', refused('统一社会信用代码第 3 至 8 位应为行政区划数字')],
])('credit code %s', (text, expected) => {
  expect(parseCreditCode(text)).toEqual(expected);
  expect(isValidCreditCode(text)).toBe(expected.ok);
});

it('the credit code carries a true organisation code', () => {
  expect(parseOrganisationCode(organisationCodeOf('11370812004339255B'))).toEqual({ ok: true, value: '004339255' });
  expect(creditCheckCharacter('11370812004339255')).toBe('B');
});

it.each([
  ['000014349', { ok: true, value: '000014349' }],
  ['01527918x', { ok: true, value: '01527918X' }],
  ['D2143569-X', { ok: true, value: 'D2143569X' }],
  ['000014410', { ok: true, value: '000014410' }],
  ['000014348', refused('校验位不符，末位应为 9')],
  ['0000143', refused('组织机构代码应为 9 位，现为 7 位')],
  ['00001434Y', refused('组织机构代码前 8 位应为数字或大写字母，末位应为数字或 X')],
])('organisation code %s', (text, expected) => {
  expect(parseOrganisationCode(text)).toEqual(expected);
  expect(isValidOrganisationCode(text)).toBe(expected.ok);
});

it.each([
  ['11010519491231002x', { ok: true, value: '11010519491231002X' }],
  ['440524188001010014', { ok: true, value: '440524188001010014' }],
  ['110105194912310021', refused('校验位不符，末位应为 X')],
  ['110105194902310021', refused('公民身份号码第 7 至 14 位不是真实的出生日期')],
  ['11010519491231', refused('公民身份号码应为 18 位，现为 14 位')],
  ['91010519491231002X', refused('公民身份号码前 17 位应为数字（首位 1 至 8），末位应为数字或 X')],
])('identity number %s', (text, expected) => {
  expect(parseIdentityNumber(text)).toEqual(expected);
  expect(isValidIdentityNumber(text)).toBe(expected.ok);
});

it.each([
  ['000014349/2017-00110', 'stateCouncil', '000014349', 2017, '00110'],
  ['０００014349／2017－00110', 'stateCouncil', '000014349', 2017, '00110'],
  ['11370812004339255B/2020-22849', 'creditCode', '11370812004339255B', 2020, '22849'],
  ['01527918X-2020-153077', 'organisationCode', '01527918X', 2020, '153077'],
  ['330200-01-A-02-20091231-0007', 'segments', undefined, undefined, undefined],
  ['530000010203202000012', 'digits', undefined, undefined, undefined],
  ['豫政信息2020-15', 'local', undefined, undefined, undefined],
])('index number %s', (text, scheme, organisation, year, serial) => {
  const parsed = parseIndexNumber(text);
  expect(parsed).toMatchObject({ ok: true, value: { scheme } });
  expect(parsed.ok && [parsed.value.organisation, parsed.value.year, parsed.value.serial]).toEqual([organisation, year, serial]);
});

it.each([
  ['000014348/2017-00110', '索引号中的机构代码 000014348 校验位不符，请核对'],
  ['?', '索引号应为 4 至 64 个数字、字母、汉字或连接符，例如 000014349/2017-00110'],
])('index number %s is refused', (text, reason) => {
  expect(parseIndexNumber(text)).toEqual(refused(reason));
  expect(isValidIndexNumber(text)).toBe(false);
});

it('resource code in its parts', () => {
  const parts = { class: '3', item: '07', head: '001', detail: '000', serial: '000012' };
  expect(parseResourceCode('３07001000 / 000012')).toEqual({ ok: true, value: { value: '307001000/000012', ...parts } });
});

it.each([
  ['307001000', '信息资源代码应由分类码、“/”和顺序码组成，例如 307001000/000012'],
  ['407001000/000012', '信息资源代码首位应为 1（基础）、2（主题）或 3（部门）'],
  ['3070/12', '信息资源代码的“/”前至少 6 位数字，“/”后应为数字顺序码，例如 307001000/000012'],
])('resource code %s is refused', (text, reason) => {
  expect(parseResourceCode(text)).toEqual(refused(reason));
  expect(isValidResourceCode(text)).toBe(false);
});
