import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { datasetWith, publishTables } from '../e2e/data/data-fixture.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { judge } from './support/judge-page.js';

const DISTRICTS = ['海陵区', '姜堰区', '高港区'];
const CSV = `序号,区县,贷款金额（万元）,受理日期,说明\n${Array.from({ length: 120 }, (_, i) => `${i + 1},${DISTRICTS[i % 3]},${(i * 12.5).toFixed(2)},2023-0${1 + (i % 9)}-15,"第${i}号, 公积金"`).join('\n')}\n`;

let running: TestApplication;
let browser: Browser;
let address: string;
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(running, [datasetWith('loans', ['贷款.csv'], { title: '住房公积金贷款发放情况' })], { '贷款.csv': CSV });
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

async function without(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

it('a visitor without JavaScript goes from the dataset to its rows, sorts, filters, pages and sees what is wrong', async () => {
  await without(async (page) => {
    await page.goto(`${address}/datasets/loans`);
    await page.getByRole('link', { name: '贷款', exact: true }).click();
    await judge(page, address, 'table');
    expect(await page.locator('table.rows tbody tr').count()).toBe(50);
    await page.getByRole('link', { name: '下一页' }).click();
    expect(await page.locator('table.rows tbody tr td').first().textContent()).toBe('51');
    await page.getByRole('link', { name: /^序号/ }).click();
    await page.getByRole('link', { name: /^序号/ }).click();
    expect(await page.locator('table.rows tbody tr td').first().textContent()).toBe('120');
    await page.getByLabel('条件').fill("区县 = '海陵区' and 序号 > 100");
    await page.getByRole('button', { name: '查询' }).click();
    expect(await page.getByText('共 6 行').count()).toBe(1);
    await page.getByLabel('条件').fill("区县县 = '海陵区'");
    await page.getByRole('button', { name: '查询' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('是否指“区县”');
    await judge(page, address, 'table-wrong');
  });
});

it('charts are drawn on the server, with their data beside them, and can be shown elsewhere', async () => {
  await without(async (page) => {
    await page.goto(`${address}/datasets/loans/tables/dai_kuan`);
    const images = page.locator('.charts img');
    expect(await images.count()).toBeGreaterThanOrEqual(2);
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      const source = await image.getAttribute('src');
      const answer = await page.request.get(address + source!);
      expect(answer.headers()['content-type']).toContain('image/svg+xml');
      expect(await answer.text()).toMatch(/^<svg.*<title[^>]*>.*<\/title><desc[^>]*>.*<\/svg>$/s);
    }
    await page.locator('.charts a[href*="kind=bar"]').first().click();
    await judge(page, address, 'chart');
    expect(await page.locator('tbody tr').count()).toBe(3);
    expect(await page.getByText(/最高的是.*；最低的是/).count()).toBeGreaterThan(0);
  });
});
