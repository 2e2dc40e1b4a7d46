import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullCatalog, startFullCatalog } from '../e2e/interop/full-catalog.js';
import { launchChromium } from './support/chromium.js';
import { findingsOf, fits } from './support/judge-page.js';

const ARTICLE = '本办法由市人民政府依照法律、法规制定，涉及的具体事项由主管部门另行公布。';
const ARTICLES = Array.from({ length: 40 }, (_, index) => `第${String(index + 1)}条 ${ARTICLE}`);
const HOSTILE = `<b>粗</b>\u202e倒写 𠮷㐂😀 ${'W'.repeat(400)}`;

let catalog: FullCatalog;
let browser: Browser;

beforeAll(async () => {
  catalog = await startFullCatalog();
  await catalog.publish('document', {
    identifier: 'law',
    title: '甲市公共数据管理办法',
    documentNumber: '甲政发〔2024〕1号',
    issuer: ['甲市人民政府'],
    writtenOn: '2024-05-08',
    publishedOn: '2024-05-14',
    body: ['各区人民政府：', '第一章 总则', ...ARTICLES].join('\n'),
  });
  const hostile = { title: HOSTILE, keywords: [HOSTILE.slice(0, 90)], documentNumber: HOSTILE.slice(0, 190), abstract: HOSTILE };
  const files = [{ title: HOSTILE, url: 'https://example.gov.cn/b', description: HOSTILE }];
  await catalog.publish('document', {
    identifier: 'hostile',
    ...hostile,
    body: `第一条 ${HOSTILE}\n${'无'.repeat(5_000)}${'x'.repeat(5_000)}`,
    attachments: files,
    relations: [{ type: 'relatesTo', target: 'law', note: HOSTILE }],
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await catalog?.close();
});

async function visit<T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  try {
    const page = await context.newPage();
    await page.goto(catalog.url + path);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** A text in a PDF, where a character may be given as the radical that looks the same. */
const printed = (text: string) => new RegExp([...text].map((sign) => `[${sign}\u2e80-\u2fdf]`).join(''));

/** The pages of a PDF: their sizes in points, and their words without spaces. */
async function readPdf(data: Buffer): Promise<{ size: number[]; text: string; lines: number }[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(data), useSystemFonts: true, verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
    const text = words.map(({ str }) => str).join('');
    const lines = new Set(words.map(({ transform }) => Math.round((transform as number[])[5]!))).size;
    pages.push({ size: page.view.slice(2).map(Math.round), text: text.replace(/\s/g, ''), lines });
  }
  return pages;
}

describe('on paper', () => {
  it('is an official document of A4: all of its text, nothing of the site, page numbers, its address and the day', async () => {
    const pages = await visit('/documents/law', {}, async (page) => readPdf(await page.pdf({ preferCSSPageSize: true })));
    expect(pages.length).toBeGreaterThan(2);
    for (const { size } of pages) expect(size).toEqual([595, 842]);
    const all = pages.map(({ text }) => text).join('');
    // Page numbers stand within what goes on over a page.
    const text = all.replace(/—\d+—/g, '');
    for (const [index] of ARTICLES.entries()) expect(text).toMatch(printed(`第${String(index + 1)}条${ARTICLE}`));
    expect(text.search(printed('甲政发〔2024〕1号'))).toBeLessThan(text.search(printed('甲市公共数据管理办法')));
    expect(text).toMatch(printed('甲市人民政府2024年5月8日'));
    expect(text).toContain('/documents/law');
    expect(text).toMatch(/打印.期：\d{4}-\d\d-\d\d/);
    for (const word of ['跳到正文', '搜索', '关于本站', '目录', '复制', '二维码']) expect(text).not.toContain(word);
    expect(pages.map(({ text: each }) => /—(\d+)—/.exec(each)?.[1])).toEqual(pages.map((_, index) => String(index + 1)));
    // 22 lines and the number of the page.
    expect(pages[1]!.lines).toBe(23);
  });

  it('keeps hostile content within its pages', async () => {
    const pages = await visit('/documents/hostile', {}, async (page) => readPdf(await page.pdf({ preferCSSPageSize: true })));
    expect(
      pages
        .map(({ text }) => text)
        .join('')
        .match(/[无⽆]/g)!.length,
    ).toBeGreaterThanOrEqual(5_000);
  });
});

describe('by keyboard', () => {
  it('leads from the contents to an article and its own link', async () => {
    await visit('/documents/law', {}, async (page) => {
      await page.locator('.toc a').first().waitFor();
      await page.locator('.toc a[href="#art-30"]').focus();
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#art-30');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement!.getAttribute('href'))).toBe('#art-30');
    });
  });

  it('copies the citation and says so', async () => {
    await visit('/documents/law', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.locator('[data-copy=citation]').focus();
      await page.keyboard.press('Enter');
      await page.getByText('已复制').first().waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^甲市人民政府\. 甲市公共数据管理办法: 甲政发〔2024〕1号\[EB\/OL\]\. \(2024-05-14\).*\/documents\/law\.$/);
    });
  });
});

it('reads aloud paragraph by paragraph, pauses and stops', async () => {
  const context = await browser.newContext();
  // The machine of a test has no voices: what is said is written down instead.
  await context.addInitScript(() => {
    const said: { text: string; onend: () => void }[] = [];
    const synthesis = {
      speak: (each: never) => said.push(each),
      getVoices: () => [{ lang: 'zh-CN' }],
      cancel() {},
      pause() {},
      resume() {},
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.assign(window, {
      said,
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    });
  });
  const page = await context.newPage();
  await page.goto(`${catalog.url}/documents/law`);
  const spoken = () => page.evaluate(() => (window as unknown as { said: { text: string }[] }).said.map(({ text }) => text));
  const next = () => page.evaluate(() => (window as unknown as { said: { onend: () => void }[] }).said.at(-1)!.onend());
  await page.getByRole('button', { name: '朗读', exact: true }).click();
  await next();
  expect(await spoken()).toEqual(['各区人民政府：', '第一章　总则']);
  expect(await page.locator('.being-read').textContent()).toContain('总则');
  await page.getByRole('button', { name: '暂停朗读' }).click();
  await page.getByRole('button', { name: '继续朗读' }).click();
  await page.getByRole('button', { name: '停止朗读' }).click();
  expect(await page.locator('.being-read').count()).toBe(0);
  await context.close();
});

it('works without JavaScript: contents, text, address, and no button that does nothing', async () => {
  await visit('/documents/law', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('main button:visible').count()).toBe(0);
    await page.locator('.toc a[href="#art-20"]').click();
    expect(new URL(page.url()).hash).toBe('#art-20');
    await page.getByText('二维码').click();
    expect(await page.locator('.qr-code').isVisible()).toBe(true);
  });
});

it('folds the contents on a phone', async () => {
  await visit('/documents/law', { viewport: { width: 360, height: 700 } }, async (page) => {
    expect(await page.locator('.toc').isVisible()).toBe(false);
    await page.getByText('目录', { exact: true }).click();
    expect(await page.locator('.toc').isVisible()).toBe(true);
  });
});

describe.each(['/documents/law', '/documents/hostile', '/documents/hostile/versions', '/records/hostile/proof'])('%s', (path) => {
  it('fits, and has nothing that axe finds hard to use', async () => {
    await visit(path, { bypassCSP: true }, async (page) => {
      await fits(page, path.replaceAll('/', '-'));
      expect(await findingsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
});
