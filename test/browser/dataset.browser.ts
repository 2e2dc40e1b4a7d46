import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TableReader } from '../../src/modules/data/index.js';
import { TablePreviews } from '../../src/modules/portal/dataset/table-previews.js';
import { datasetWith, publishTables } from '../e2e/data/data-fixture.js';
import { HOSTILE_CSV, HOSTILE_DATASET } from '../e2e/portal/hostile-dataset.fixture.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { findingsOf, judge } from './support/judge-page.js';

const DISTRICTS = ['海陵区', '姜堰区', '高港区'];
const CSV = `序号,区县,贷款金额（万元）\n${Array.from({ length: 60 }, (_, i) => `${i + 1},${DISTRICTS[i % 3]},${i * 12.5}`).join('\n')}\n`;

let running: TestApplication;
let browser: Browser;
let address: string;
let hostileTable: string;
beforeAll(async () => {
  running = await createTestApplication({ dataAnonymousUnits: 0 });
  const loans = datasetWith('loans', ['贷款.csv'], { title: '公积金贷款', abstract: '按区县的贷款。每月更新。', updateCycle: '每月' });
  await publishTables(running, [loans, HOSTILE_DATASET], { '贷款.csv': CSV, 'a.csv': HOSTILE_CSV });
  const tables = await running.app.get(TableReader).listOf(['loans', 'hostile'], { caller: 'test' });
  hostileTable = tables.get('hostile')![0]!.table.name;
  // Looked into beforehand: a busy machine would show the first visitor the page without its preview.
  for (const table of [...tables.values()].flat()) while (!(await running.app.get(TablePreviews).of(table)));
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

async function visit(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Goes on by Tab until what is focused has this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document as unknown as { activeElement: { labels?: { textContent: string }[]; textContent: string } };
      return (activeElement.labels?.[0]?.textContent ?? activeElement.textContent).trim();
    });
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`Tab does not lead to ${String(name)}`);
}

it.each([
  ['with scripts', true],
  ['without scripts', false],
])('by keyboard alone %s, from a dataset to a filtered row and to its CSV', async (_, javaScriptEnabled) => {
  await visit({ javaScriptEnabled }, async (page) => {
    await page.goto(`${address}/datasets/loans`);
    await tabTo(page, /^查看全部 60 行/);
    await Promise.all([page.waitForURL(/tables\/dai_kuan/), page.keyboard.press('Enter')]);
    await tabTo(page, '条件');
    await page.keyboard.type('区县 = "海陵区" and 序号 > 55');
    await Promise.all([page.waitForURL(/where=/), page.keyboard.press('Enter')]);
    expect(await page.getByRole('alert').count()).toBe(1);
    await tabTo(page, '条件');
    await page.keyboard.press('Control+A');
    await page.keyboard.type("区县 = '海陵区' and 序号 > 55");
    await Promise.all([page.waitForURL(/%27/), page.keyboard.press('Enter')]);
    expect(await page.locator('table.rows tbody tr').count()).toBe(1);
    await tabTo(page, 'Parquet');
    await tabTo(page, 'CSV');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(await readFile(await download.path(), 'utf8')).toBe('\uFEFF序号,区县,贷款金额（万元）\n58,海陵区,712.5\n');
  });
});

it.each(['zh', 'en', 'zh-care'])('in %s the pages of a dataset and of its interface have nothing that axe finds hard', async (reading) => {
  await visit({}, async (page) => {
    await page.context().addCookies([{ name: 'reading', value: reading, url: address }]);
    for (const [name, path] of [
      ['dataset', '/datasets/loans'],
      ['dataset-api', '/datasets/loans/api'],
      ['dataset-table', '/datasets/loans/tables/dai_kuan'],
    ] as const) {
      await page.goto(address + path);
      await judge(page, address, `${name}-${reading}`);
    }
  });
});

it.each(['light', 'dark'] as const)('hostile records leave the layout whole on a %s phone', async (colorScheme) => {
  await visit({ colorScheme, viewport: { width: 320, height: 800 }, bypassCSP: true }, async (page) => {
    page.on('dialog', () => {
      throw new Error('a script of a record ran');
    });
    for (const reading of ['zh', 'zh-care']) {
      await page.context().addCookies([{ name: 'reading', value: reading, url: address }]);
      for (const tail of ['', '/api', `/tables/${hostileTable}`]) {
        await page.goto(`${address}/datasets/hostile${tail}`);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(beyond, `${tail} ${reading}`).toBeLessThanOrEqual(0);
        expect(await findingsOf(page), `${tail} ${reading}`).toEqual([]);
      }
    }
  });
});
