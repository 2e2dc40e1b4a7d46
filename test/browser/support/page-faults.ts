import type { CDPSession, Page, Response } from 'playwright-core';
import { findingsOf } from './axe-findings.js';
import { layoutFaults } from './layout-faults.js';

const PHONE = 360;
const DESK = 1280;
/** WCAG 2.2, 1.4.10: no sideways scrolling at this width. */
const NARROWEST = 320;
/** A sheet of A4 in CSS pixels. */
const SHEET = 794;

const wide = (page: Page, width: number) => page.setViewportSize({ width, height: 800 });
const layout = async (page: Page, where: string) => (await page.evaluate(layoutFaults)).map((fault) => `${where}: ${fault}`);

/** What is wrong with a page at every width, at twice the text and, when asked, on paper. */
export async function faultsOf(page: Page, cdp: CDPSession, { paper = false } = {}): Promise<string[]> {
  const found: string[] = [];
  for (const width of [DESK, PHONE]) {
    await wide(page, width);
    found.push(...(await layout(page, `at ${width}`)));
    found.push(...(await findingsOf(page)).map((finding) => `axe at ${width}: ${finding}`));
  }
  await wide(page, NARROWEST);
  found.push(...(await layout(page, `at ${NARROWEST}`)));
  await wide(page, DESK);
  // The size of text that people set in their browser (WCAG 1.4.4).
  await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  found.push(...(await layout(page, 'text at 200 %')));
  await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  if (paper) {
    await page.emulateMedia({ media: 'print' });
    await wide(page, SHEET);
    found.push(...(await layout(page, 'on paper')));
    await page.emulateMedia({ media: null });
  }
  return found;
}

/** What a page's policy lets in that is not its own. */
export function policyFaults(response: Response): string[] {
  const policy = response.headers()['content-security-policy'] ?? '';
  return /default-src 'self'/.test(policy) && !/unsafe|\*|https?:/.test(policy) ? [] : [`content security policy: ${policy}`];
}

/** Notes requests to other hosts, scripts that failed and what the content security policy refused. */
export function watch(page: Page, address: string): string[] {
  const noted: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`) && !request.url().startsWith('data:')) noted.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    // That a page of an error has its status is no fault of the page.
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) noted.push(`console: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => noted.push(`script: ${message}`));
  return noted;
}
