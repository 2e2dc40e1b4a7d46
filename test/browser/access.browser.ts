import { type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../src/modules/department/index.js';
import { AccountService, OPERATOR } from '../../src/modules/identity/index.js';
import { datasetWith, publishTables } from '../e2e/data/data-fixture.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { judge } from './support/judge-page.js';
import { arrive, press } from './support/people.js';

let running: TestApplication;
let browser: Browser;
let address: string;
beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  const closed = { openness: '有条件开放', provider: '甲局', title: '公交线路', resources: [{ title: '线路', path: '线路.csv' }] };
  await publishTables(running, [datasetWith('closed', [], closed)], { '线路.csv': '线路,里程\n1路,2\n' });
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

it('a visitor without JavaScript applies and gets a key, the department decides, and the key opens the rows', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${address}/datasets/closed`);
  await judge(page, address, 'conditional');
  await page.getByRole('link', { name: '填写申请' }).click();
  await page.getByLabel('申请单位或团队').fill('岚川大学');
  await page.getByLabel('办公邮箱或办公电话').fill('0571-88990011');
  await page.getByRole('button', { name: '提交申请' }).click();
  await judge(page, address, 'apply-wrong');
  await page.locator('#purpose').fill('研究公交线网的换乘效率');
  await page.getByLabel(/同意使用条件/).check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await judge(page, address, 'applied');
  const key = await page.locator('.secret code').textContent();
  expect(key).toMatch(/^hzd_/);

  const accounts = running.app.get(AccountService);
  const { password } = await accounts.create({ name: 'a.approver', personName: '签发人' }, OPERATOR);
  await accounts.grant('a.approver', { role: 'approver', department: 'a' }, OPERATOR);
  const desk = await arrive(browser, address, 'a.approver', password);
  await desk.getByRole('link', { name: '使用申请', exact: true }).click();
  await judge(desk, address, 'applications');
  await desk.locator('summary', { hasText: /^批准$/ }).click();
  await judge(desk, address, 'approving');
  await press(desk, '批准');
  await desk.getByText('撤销授权').first().waitFor();
  await judge(desk, address, 'approved');
  const rows = await fetch(`${address}/api/v1/datasets/closed/tables/xian_lu/rows`, { headers: { 'X-API-Key': key! } });
  expect(rows.status).toBe(200);
  await context.close();
});
