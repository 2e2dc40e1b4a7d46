import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSamplePortal, type SamplePortal } from './support/sample-portal.js';

let portal: SamplePortal;
let address: string;
let visit: SamplePortal['visit'];
beforeAll(async () => {
  portal = await openSamplePortal();
  ({ address, visit } = portal);
});
afterAll(() => portal?.close());

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
