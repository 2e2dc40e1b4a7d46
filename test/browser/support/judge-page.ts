import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findingsOf } from './axe-findings.js';

export { findingsOf };
/** Folder for pictures of what people see; without it none are taken. */
const SHOTS = process.env.SCREENSHOTS;
/** A phone, and a desk. */
const WIDTHS = [390, 1280];

/** A picture of the page, where SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

/** Nothing is wider than the screen, on a phone and on a desk; pictures of both. */
export async function fits(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
    await picture(page, `${name}-${width}`);
  }
}

/** Fits and has nothing for axe to find, judged on a copy with scripts, so that pages seen without them can be judged too. */
export async function judge(page: Page, address: string, name: string): Promise<void> {
  const seen = await page
    .context()
    .browser()!
    .newContext({ storageState: await page.context().storageState() });
  const copy = await seen.newPage();
  const html = (await page.content()).replace('<head>', `<head><base href="${address}/">`);
  await copy.setContent(html, { waitUntil: 'load' });
  await fits(copy, name);
  for (const width of WIDTHS) {
    await copy.setViewportSize({ width, height: 900 });
    expect(await findingsOf(copy), `${name} at ${width}`).toEqual([]);
  }
  await seen.close();
}
