import type { Browser, Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../src/modules/department/index.js';
import { convertAll } from '../e2e/data/data-fixture.js';
import { importContent, jsonLines } from '../integration/catalog/import-text.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { hostileText, mirrored } from './support/hostile-text.js';
import { layoutFaults } from './support/layout-faults.js';
import { contextIn, LIGHT } from './support/mode.js';
import { watch } from './support/page-faults.js';

const LONG = 10_000;
const DEPARTMENT = hostileText(200, '甲局');

const common = {
  title: hostileText(500, '坏标题'),
  abstract: hostileText(LONG, '坏摘要'),
  keywords: [hostileText(100, '坏词'), hostileText(100, '另一个')],
  topic: hostileText(200, '坏主题'),
  region: hostileText(200, '坏地区'),
};
const resources = [
  { title: hostileText(500, '坏附件'), url: 'https://example.org/a', format: hostileText(50), description: hostileText(2000) },
];
const document = {
  ...common,
  kind: 'document',
  identifier: 'bad-document',
  documentNumber: hostileText(200, '坏文号'),
  indexNumber: hostileText(100),
  issuer: [DEPARTMENT, hostileText(200, '乙局')],
  documentType: hostileText(100, '坏体裁'),
  validity: hostileText(50, '废止'),
  publicity: hostileText(50),
  audience: [hostileText(50)],
  attachments: resources,
  relations: [{ type: 'relatesTo', target: 'bad-dataset', note: hostileText(500) }],
  body: `${hostileText(LONG, '坏正文')}\n第一章 总则\n${hostileText(LONG, '第二段')}`,
};
const html = {
  ...document,
  identifier: 'bad-html',
  body: `<h2>${'W'.repeat(LONG)}</h2><p dir="rtl" onclick="window.ran=1" style="position:fixed">段<script>window.ran=1</script></p><table><tr><td>${'W'.repeat(LONG)}</td></tr></table><iframe src="https://example.org"></iframe>`,
};
const dataset = {
  ...common,
  kind: 'dataset',
  identifier: 'bad-dataset',
  provider: DEPARTMENT,
  resourceCode: hostileText(100),
  openness: '无条件开放',
  openCondition: hostileText(2000),
  shareType: hostileText(50),
  shareCondition: hostileText(2000),
  shareMode: hostileText(100),
  updateCycle: hostileText(50),
  formats: [hostileText(50)],
  formatClass: hostileText(50),
  classPath: [hostileText(200), hostileText(200)],
  items: [{ name: hostileText(200, '坏列'), type: hostileText(50), length: hostileText(50), description: hostileText(2000) }],
  relatedCodes: [hostileText(100)],
  license: hostileText(200),
  sourceSystem: hostileText(200),
  dataGrade: hostileText(50),
  spatial: hostileText(200),
  contact: { unit: hostileText(200), phone: hostileText(100), email: hostileText(200) },
  resources: [...resources, { title: hostileText(500, '坏表'), path: '坏.csv' }],
};
const CSV = `${hostileText(200, '坏列')},乙\n"${hostileText(LONG, '坏值').replaceAll('"', '""')}",2\n`;

let running: TestApplication;
let browser: Browser;
let address: string;
beforeAll(async () => {
  running = await createTestApplication();
  const names = {
    shortNames: [hostileText(100, '甲')],
    disclosureUnit: hostileText(200),
    phone: hostileText(100),
    address: hostileText(500),
    officeHours: hostileText(200),
  };
  await running.app.get(DepartmentService).register([{ code: 'a', name: DEPARTMENT, registered: true, ...names }]);
  const { rejected } = await importContent(running, jsonLines(document, html, dataset), { '坏.csv': CSV });
  expect(rejected.map(({ errors }) => errors)).toEqual([]);
  await convertAll(running);
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

const PLACES = [
  '/',
  '/search',
  `/search?q=${encodeURIComponent(hostileText(100, '坏标题'))}`,
  '/search?q=%E5%9D%8F',
  '/documents/bad-document',
  '/documents/bad-html',
  '/datasets/bad-dataset',
  '/departments',
  '/departments/a',
  '/records/bad-document/proof',
  '/site-map',
];

const isRan = (page: Page) => page.evaluate(() => 'ran' in globalThis);

async function judge(path: string): Promise<void> {
  const context = await contextIn(browser, address, LIGHT);
  const page = await context.newPage();
  const noted = watch(page, address);
  const response = await page.goto(address + path);
  expect(response!.status()).toBe(200);
  const found: string[] = [];
  for (const [width, media] of [
    [1280, 'screen'],
    [320, 'screen'],
    [794, 'print'],
  ] as const) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await page.evaluate(layoutFaults)).map((fault) => `${media} ${width}: ${fault}`));
    found.push(...(await page.evaluate(mirrored)).map((text) => `${media} ${width}: mirrored ${text}`));
  }
  expect([...found, ...noted]).toEqual([]);
  expect(await isRan(page)).toBe(false);
  expect(await page.locator('img[src=x], iframe, main script:not([type])').count()).toBe(0);
  await context.close();
}

it.each(PLACES)('%s keeps its layout, on screens and on paper, and runs nothing', judge);

it('shows what is hostile as text', async () => {
  for (const path of ['/documents/bad-document', '/datasets/bad-dataset', '/departments/a', '/search'])
    expect(await (await fetch(address + path)).text(), path).toContain('&lt;script>window.ran=1&lt;/script>&lt;img src=x');
});

it('tables with hostile names and values keep their layout', async () => {
  const answer = await fetch(`${address}/api/v1/datasets/bad-dataset/tables`);
  const { tables } = (await answer.json()) as { tables: { name: string }[] };
  expect(tables).toHaveLength(1);
  await judge(`/datasets/bad-dataset/tables/${tables[0]!.name}`);
});

it.each(['/feed.atom', '/search.atom?q=%E5%9D%8F', '/feed.atom?kind=dataset', '/sitemap.xml'])(
  '%s is well-formed and holds it as text',
  async (path) => {
    const response = await fetch(address + path);
    expect(response.status).toBe(200);
    const text = await response.text();
    const titles: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('text', (piece) => titles.push(piece));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
    if (path.includes('atom')) expect(titles).toContain(common.title);
  },
);
