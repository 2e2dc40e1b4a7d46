import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordImporter } from '../../src/modules/catalog/index.js';
import { DepartmentService, readDepartments } from '../../src/modules/department/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { PAGES } from './pages.js';
import { findingsOf } from './support/judge-page.js';

const at = (name: string) => fileURLToPath(new URL(`../../samples/data/${name}`, import.meta.url));

let running: TestApplication;
let browser: Browser;
let address: string;

beforeAll(async () => {
  running = await createTestApplication();
  const { app } = running;
  await app.get(DepartmentService).register(readDepartments(at('departments.jsonl')));
  for (const name of ['datasets', 'documents'])
    await app.get(RecordImporter).import(at(`${name}.jsonl`), { context: { actor: 'test', requestId: null } });
  await app.get(OutboxDispatcher).drain();
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

async function visit<T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address + path);
    return await work(page);
  } finally {
    await context.close();
  }
}

describe.each(PAGES)('%s %s', (_, path) => {
  it('has nothing that axe finds hard to use', async () => {
    expect(await visit(path, { bypassCSP: true }, findingsOf)).toEqual([]);
  });

  it.each([320, 1280])('fits %i pixels without sideways scrolling', async (width) => {
    const beyond = await visit(path, { viewport: { width, height: 800 } }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });
});

it('says what the page is about in a block that the content security policy lets stand', async () => {
  await visit('/about', {}, async (page) => {
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(`${address}/datasets/lanchuan-ds-scj-012`);
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(blocks.map((text) => (JSON.parse(text) as { '@type': string })['@type'])).toEqual(['Dataset', 'BreadcrumbList']);
    expect(refused).toEqual([]);
  });
});

it('leads from the box to the record without JavaScript', async () => {
  await visit('/', { javaScriptEnabled: false }, async (page) => {
    await page.fill('#q', '食品安全监督抽检');
    await page.click('main button[type=submit]');
    const first = page.locator('.hit-title a').first();
    const title = await first.textContent();
    await first.click();
    expect(await page.locator('h1').textContent()).toBe(title);
    await page.goBack();
    const before = await page.locator('.result-count strong').textContent();
    await page.locator('.facets a').first().click();
    expect(Number(await page.locator('.result-count strong').textContent())).toBeLessThanOrEqual(Number(before));
    expect(await page.locator('.facet-on').count()).toBe(1);
  });
});

it('completes what is typed and goes to what is chosen', async () => {
  await visit('/', {}, async (page) => {
    await page.locator('#q').pressSequentially('公积金', { delay: 20 });
    const option = page.locator('[role=option]').first();
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await Promise.all([page.waitForURL((url) => url.pathname !== '/'), page.keyboard.press('Enter')]);
    expect(await page.locator('h1').count()).toBe(1);
  });
});

it('pages through everything, nothing twice and nothing left out', async () => {
  await visit('/search?q=%E5%85%AC%E7%A7%AF%E9%87%91&sort=newest', {}, async (page) => {
    const total = Number(await page.locator('.result-count strong').textContent());
    const seen: (string | null)[] = [];
    for (;;) {
      seen.push(...(await page.locator('.hit-title a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))));
      const next = page.locator('.pages .next');
      if ((await next.count()) === 0) break;
      await next.click();
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });
});
