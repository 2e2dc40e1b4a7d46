import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { findingsOf } from './support/judge-page.js';
import { createRecordsApplication } from './support/records-application.js';

const PHONE = { viewport: { width: 360, height: 780 } };
const DESK = { viewport: { width: 1280, height: 800 } };
const NO_SCRIPT = { javaScriptEnabled: false };
const FUND = `/search?q=${encodeURIComponent('公积金')}`;
const MOST_REQUESTS = 6;
const MOST_BYTES = 150_000;
const MOST_SCRIPT = 30_000;

let running: TestApplication;
let browser: Browser;
let address: string;

beforeAll(async () => {
  running = await createRecordsApplication();
  address = await running.app.getUrl();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

async function visit<T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>, reading?: string): Promise<T> {
  const context = await browser.newContext(options);
  try {
    if (reading) await context.addCookies([{ name: 'reading', value: reading, url: address }]);
    const page = await context.newPage();
    await page.goto(address + path);
    return await work(page);
  } finally {
    await context.close();
  }
}

const focused = (page: Page, selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
const total = async (page: Page) => Number(await page.locator('.result-count strong').textContent());

/** Presses Tab until what has the focus is what is wanted. */
async function tabTo(page: Page, selector: string, most: number): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (await focused(page, selector)) return;
  }
  throw new Error(`${selector} is not within ${most} presses of Tab`);
}

/** Opens what has the focus. */
const enter = (page: Page, path: RegExp) => Promise.all([page.waitForURL((url) => path.test(url.pathname)), page.keyboard.press('Enter')]);

describe('with the keyboard alone', () => {
  it.each([
    ['with scripts', {}],
    ['without', NO_SCRIPT],
  ])('a person comes from the first page to a record, %s', async (_, options) => {
    await visit('/', options, async (page) => {
      if (options === NO_SCRIPT) await tabTo(page, '#q', 20);
      else await page.keyboard.press('/');
      expect(await focused(page, '#q')).toBe(true);
      await page.keyboard.type('食品安全监督抽检');
      await enter(page, /^\/search/);
      await tabTo(page, '.skip[href="#main"]', 1);
      await page.keyboard.press('Enter');
      await tabTo(page, '.skip[href="#results"]', 1);
      await page.keyboard.press('Enter');
      await tabTo(page, '.hit-title a', 15);
      const title = await page.evaluate(() => document.activeElement!.textContent);
      await enter(page, /^\/(datasets|documents)\//);
      expect(await page.locator('h1').textContent()).toBe(title);
    });
  });

  it('"/" writes into a field, and does nothing in care mode', async () => {
    await visit(FUND, {}, async (page) => {
      await page.locator('#q-header').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('/');
      expect(await page.inputValue('#q-header')).toBe('公积金/');
    });
    await visit(
      FUND,
      {},
      async (page) => {
        await page.keyboard.press('/');
        expect(await focused(page, 'body')).toBe(true);
      },
      'zh-care',
    );
  });

  it('what is typed is completed, and how many completions there are is said', async () => {
    await visit(
      '/',
      {},
      async (page) => {
        await page.locator('#q').pressSequentially('公积金', { delay: 20 });
        await page.locator('[role=option]').first().waitFor();
        const options = await page.locator('[role=option]').count();
        expect(await page.locator('.search-box [role=status]').textContent()).toBe(`${options} suggestions, choose with the arrow keys`);
        await page.keyboard.press('ArrowDown');
        expect(await page.locator('#q').getAttribute('aria-activedescendant')).toBe('q-suggestions-0');
        await page.keyboard.press('Escape');
        expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
        expect(await page.inputValue('#q')).toBe('公积金');
      },
      'en',
    );
  });
});

describe('the filters', () => {
  it.each([
    ['with scripts', {}],
    ['without', NO_SCRIPT],
  ])('fold into one line on a phone and are counted there, %s', async (_, options) => {
    await visit(FUND, { ...PHONE, ...options }, async (page) => {
      const filter = page.locator('.facet').first();
      expect(await filter.isVisible()).toBe(false);
      const before = await total(page);
      await page.locator('.filters > summary').click();
      expect(await filter.isVisible()).toBe(true);
      const count = Number(await filter.locator('.facet-count').textContent());
      await filter.click();
      await page.waitForURL(/kind=/);
      expect(await total(page)).toBe(count);
      expect(await page.locator('.filters > summary').textContent()).toBe('筛选（已选 1）');
      expect(await page.locator('.facet-on').isVisible()).toBe(false);
      await page.locator('.chosen a').first().click();
      await page.waitForURL((url) => !url.search.includes('kind='));
      expect(await total(page)).toBe(before);
    });
  });

  it.each([
    ['with scripts', {}],
    ['without', NO_SCRIPT],
  ])('stand open beside the results on a desk, for everybody, %s', async (_, options) => {
    await visit(FUND, { ...DESK, ...options }, async (page) => {
      expect(await page.locator('.filters > summary').isVisible()).toBe(false);
      expect(await page.locator('.facet').first().isVisible()).toBe(true);
      expect(await page.locator('#filters').ariaSnapshot()).toMatch(/link "文件 \d+"/);
      await tabTo(page, '#filters a', 30);
      const [filters, results] = await Promise.all([page.locator('#filters').boundingBox(), page.locator('#results').boundingBox()]);
      expect(filters!.x + filters!.width).toBeLessThanOrEqual(results!.x);
    });
  });

  it('add up within one group, in the address too, and can be cleared', async () => {
    await visit(FUND, { ...DESK, ...NO_SCRIPT }, async (page) => {
      const before = await total(page);
      const year = (value: string) => page.locator(`.facet[href*="year=${value}"]`).first();
      const counts = [await year('2024').locator('.facet-count').textContent(), await year('2025').locator('.facet-count').textContent()];
      await year('2024').click();
      await year('2025').click();
      expect(new URL(page.url()).searchParams.getAll('year')).toEqual(['2024', '2025']);
      expect(await total(page)).toBe(Number(counts[0]) + Number(counts[1]));
      expect(await page.locator('.chosen li').count()).toBe(3);
      await page.locator('.chosen .bare a').click();
      expect(await total(page)).toBe(before);
    });
  });
});

describe('the results', () => {
  it('say which of them stand here, and number them on', async () => {
    await visit(FUND, NO_SCRIPT, async (page) => {
      expect(await page.locator('.result-count').textContent()).toContain('第 1–20 条');
      await page.click('.pages .next');
      expect(await page.locator('.result-count').textContent()).toContain('第 21–40 条');
      expect(await page.locator('.hits').getAttribute('start')).toBe('21');
      await page.click('.pages a:first-child');
      expect(await page.locator('.result-count').textContent()).toContain('第 1–20 条');
    });
  });

  it('that are none lead to who can be asked', async () => {
    await visit('/search?q=zzzzqqqq&kind=dataset', NO_SCRIPT, async (page) => {
      expect(await page.locator('main .button').getAttribute('href')).toBe('/ask?q=zzzzqqqq');
      expect(await page.locator('.chosen').textContent()).toContain('数据');
      await page.locator('#try + ul a').first().click();
      expect(new URL(page.url()).search).toBe('?q=zzzzqqqq');
    });
  });

  it('tell which data items have the words', async () => {
    await visit(`/search?q=${encodeURIComponent('统一社会信用代码')}&kind=dataset`, NO_SCRIPT, async (page) => {
      const marked = page.locator('.hit :is(.hit-items, .hit-snippet) mark', { hasText: '统一社会信用代码' });
      expect(await marked.count()).toBeGreaterThan(0);
    });
  });

  const crowded = `/search?q=${encodeURIComponent('人社局2023年公积今')}&kind=dataset&kind=document`;
  it.each([
    ['a phone', crowded, PHONE, 'zh'],
    ['a desk in English', crowded, DESK, 'en'],
    ['a phone in care mode', crowded, PHONE, 'en-care'],
    ['a desk in care mode', crowded, DESK, 'zh-care'],
    ['a phone that found nothing', '/search?q=zzzzqqqq&kind=dataset&year=2020', PHONE, 'en'],
    ['the first page in English', '/', PHONE, 'en'],
  ])('have nothing that axe finds hard to use on %s', async (_, path, options, reading) => {
    await visit(
      path,
      { ...options, bypassCSP: true },
      async (page) => {
        expect(await findingsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        );
      },
      reading,
    );
  });
});

it('a first visit costs few requests and few bytes, all of this site', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const loaded: { url: string; type: string; body: Promise<Buffer> }[] = [];
  page.on('response', (response) => loaded.push({ url: response.url(), type: response.request().resourceType(), body: response.body() }));
  await page.goto(address, { waitUntil: 'networkidle' });
  const bodies = await Promise.all(loaded.map(({ body }) => body));
  const fetched = loaded.filter(({ url }) => !url.startsWith('data:'));
  expect(fetched.every(({ url }) => url.startsWith(address))).toBe(true);
  expect(fetched.length).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(bodies.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(MOST_BYTES);
  const script = bodies.filter((_, place) => loaded[place]!.type === 'script').reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(script).toBeLessThan(MOST_SCRIPT);
  await context.close();
});
