import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountService, type Grant, OPERATOR } from '../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { judge } from './support/judge-page.js';
import { arrive, press } from './support/people.js';

let running: TestApplication;
let browser: Browser;
let address: string;

const fill = async (page: Page, boxes: Record<string, string>) => {
  for (const [box, text] of Object.entries(boxes)) await page.fill(`#${box}`, text);
};

/** An administrator whom the operator made at the command line. */
async function administrator(name: string, grant: Grant): Promise<Page> {
  const accounts = running.app.get(AccountService);
  const { password } = await accounts.create({ name, personName: `测试${name}` }, OPERATOR);
  await accounts.grant(name, grant, OPERATOR);
  return arrive(browser, address, name, password);
}

const links = (page: Page) => page.locator('.workbench-bar a').allTextContents();

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

const PEOPLE = [
  ['n.editor', '林小满', 'editor'],
  ['n.reviewer', '周明', 'secrecyReviewer'],
  ['n.approver', '吴静', 'approver'],
  ['n.admin', '郑和平', 'departmentAdmin'],
] as const;

describe('administration in the browser, on a phone and without JavaScript', () => {
  it('goes from an empty system to a department whose people can work, and every step is on the log', async () => {
    const system = await administrator('root.system', { role: 'systemAdmin', department: null });
    const security = await administrator('root.security', { role: 'securityAdmin', department: null });
    const auditor = await administrator('root.auditor', { role: 'auditor', department: null });
    expect(await links(system)).toEqual(['我的任务', '通知', '待转办的反馈', '账号与角色', '部门', '用词表', '口令']);
    expect(await links(security)).toEqual(['我的任务', '通知', '账号与角色', '接口密钥', '口令']);
    expect(await links(auditor)).toEqual(['我的任务', '通知', '审计日志', '口令']);

    // The system administrator registers a department: a wrong check digit is said, what was typed stays.
    await system.getByRole('link', { name: '部门', exact: true }).last().click();
    await system.getByRole('link', { name: '登记部门' }).click();
    await fill(system, {
      code: 'gjj',
      name: '澜川市住房公积金管理中心',
      shortNames: '市公积金中心、公积金中心',
      creditCode: '113708120043392550',
    });
    await fill(system, { unit: '办公室', phone: '0512-00000000', address: '澜川市人民路1号' });
    await press(system, '登记');
    expect(await system.locator('[role=alert]').textContent()).toContain('校验位不符，末位应为 B');
    expect(await system.inputValue('#shortNames')).toBe('市公积金中心、公积金中心');
    await judge(system, address, 'department-form');
    await system.fill('#creditCode', '11370812004339255B');
    await press(system, '登记');
    expect(await system.locator('.tasks').textContent()).toContain('澜川市住房公积金管理中心');
    await judge(system, address, 'departments');

    // … and opens four accounts, whose first passwords are shown this once.
    const passwords: Record<string, string> = {};
    await system.getByRole('link', { name: '账号与角色' }).click();
    for (const [name, personName] of PEOPLE) {
      await fill(system, { name, personName });
      await press(system, '开立');
      passwords[name] = (await system.locator('.secret code').textContent())!;
    }
    await judge(system, address, 'accounts-opened');
    await system.goto(`${address}/workbench/accounts`);
    expect(await system.locator('main').textContent()).not.toContain(passwords['n.admin']!);
    expect(await system.getByRole('button', { name: '授予' }).count()).toBe(0);
    await fill(system, { name: 'n.editor', personName: '重名' });
    await press(system, '开立');
    expect(await system.locator('[role=alert]').textContent()).toContain('已存在');

    // A word that is not to be published without a reason.
    await system.goto(`${address}/workbench/words`);
    await fill(system, { word: '青松计划', note: '未公开的代号' });
    await system.selectOption('#severity', 'block');
    await press(system, '保存');
    expect(await system.locator('.tasks').textContent()).toContain('青松计划');
    await judge(system, address, 'words');

    // The security administrator gives the roles.
    for (const [name, , role] of PEOPLE) {
      await security.goto(`${address}/workbench/accounts/${name}`);
      await security.selectOption('#role', role);
      await security.selectOption('#department', 'gjj');
      await press(security, '授予');
      expect(await security.locator('h2').first().textContent()).toContain('1');
    }
    await judge(security, address, 'account');
    await security.selectOption('#role', 'auditor');
    await security.selectOption('#department', '');
    await press(security, '授予');
    expect(await security.locator('[role=alert]').textContent()).toContain('三员分立');
    expect(await security.getByRole('button', { name: '停用账号' }).count()).toBe(0);

    // The people arrive; the administrator of the department sees them, moves a role and issues a key.
    const admin = await arrive(browser, address, 'n.admin', passwords['n.admin']!);
    await arrive(browser, address, 'n.editor', passwords['n.editor']!);
    expect(await links(admin)).toEqual([
      '我的任务',
      '通知',
      '全部稿件',
      '已发布',
      '部门概况',
      '使用申请',
      '公众反馈',
      '账号与角色',
      '接口密钥',
      '口令',
    ]);
    await admin.getByRole('link', { name: '账号与角色' }).click();
    expect(await admin.locator('.tasks > li').count()).toBe(4);
    await judge(admin, address, 'members');
    await fill(admin, { account: 'n.editor' });
    await admin.selectOption('#role', 'secrecyReviewer');
    await press(admin, '授予');
    await press(admin, '收回澜川市住房公积金管理中心保密审查员');
    expect(await admin.locator('h2').first().textContent()).toContain('1');

    await admin.getByRole('link', { name: '接口密钥' }).click();
    await fill(admin, { name: '中心OA', expiresOn: '2099-12-31' });
    await admin.getByLabel('查看搜索得分的由来').check();
    await press(admin, '发放');
    const key = (await admin.locator('.secret code').textContent())!;
    const explain = (text: string) => fetch(`${address}/api/v1/search?q=x&explain=true`, { headers: { Authorization: `Bearer ${text}` } });
    expect((await explain(key)).status).toBe(200);
    await judge(admin, address, 'keys');
    await press(admin, '更换密钥中心OA');
    const next = (await admin.locator('.secret code').textContent())!;
    expect((await explain(next)).status).toBe(200);
    await press(admin, '撤销密钥中心OA');
    expect((await explain(next)).status).toBe(401);
    expect(await admin.locator('main').textContent()).toContain('最近使用');

    // A forgotten password and a lost phone; a person who leaves.
    await security.goto(`${address}/workbench/accounts/n.approver`);
    await press(security, '重设口令');
    expect(await security.locator('.secret code').textContent()).toHaveLength(16);
    await judge(security, address, 'account-password');
    await system.goto(`${address}/workbench/accounts/n.reviewer`);
    await press(system, '停用账号');
    expect(await system.locator('.hit-line').textContent()).toContain('已停用');

    // The auditor finds it all, and the chain holds.
    await auditor.getByRole('link', { name: '审计日志' }).click();
    await auditor.fill('#action', 'department');
    await press(auditor, '查询');
    expect(await auditor.locator('.events tbody tr').allTextContents()).toEqual([
      expect.stringContaining('测试root.system（root.system）登记部门 department.registered部门 gjj'),
    ]);
    await judge(auditor, address, 'audit');
    await press(auditor, '核验全部');
    expect(await auditor.locator('[role=status]').textContent()).toContain('全部相符');
    await judge(auditor, address, 'audit-verified');
    for (const place of ['accounts', 'departments', 'keys']) {
      const answer = await auditor.goto(`${address}/workbench/${place}`);
      expect(answer!.status(), place).toBe(403);
    }
  }, 300_000);
});
