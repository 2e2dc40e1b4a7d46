import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Folder for pictures of what people see; without it none are taken. */
const SHOTS = process.env.SCREENSHOTS;
/** A phone, and a desk. */
const WIDTHS = [390, 1280];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** What axe has to say about a page as it stands. */
export async function findingsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}

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
