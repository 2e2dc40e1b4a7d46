import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from './pages.js';
import { markupFaults } from './support/markup-faults.js';
import { contextIn, LIGHT, MODES } from './support/mode.js';
import { faultsOf, policyFaults, watch } from './support/page-faults.js';
import { openSamplePortal, type SamplePortal } from './support/sample-portal.js';

let portal: SamplePortal;
beforeAll(async () => {
  portal = await openSamplePortal({ paths: PAGES.map(([, path]) => path) });
});
afterAll(() => portal?.close());

describe.each(MODES)('read in $name', (mode) => {
  let context: BrowserContext;
  let page: Page;
  let cdp: CDPSession;
  let noted: string[];
  beforeAll(async () => {
    context = await contextIn(portal.browser, portal.address, mode);
    page = await context.newPage();
    cdp = await context.newCDPSession(page);
    noted = watch(page, portal.address);
  });
  afterAll(() => context?.close());

  it.each(PAGES)('%s has nothing to find fault with', async (_, path) => {
    noted.length = 0;
    const response = await page.goto(portal.address + path);
    const markup = await markupFaults(await response!.text());
    const found = await faultsOf(page, cdp, { paper: mode === LIGHT });
    expect([...policyFaults(response!), ...markup, ...found, ...noted]).toEqual([]);
  });
});

const MOST_REQUESTS = 6;
const MOST_BYTES = 150 * 1024;
const MOST_SCRIPT = 30 * 1024;

it('a first visit to the home page costs few requests and bytes', async () => {
  const context = await portal.browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  let [requests, bytes] = [0, 0];
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests += 1;
  });
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(portal.address, { waitUntil: 'networkidle' });
  await context.close();
  expect(requests).toBeGreaterThan(0);
  expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(bytes).toBeGreaterThan(1024);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});

it('all scripts of all pages together are small', async () => {
  const scripts = new Set<string>();
  for (const [, path] of PAGES) {
    const html = await (await fetch(portal.address + path)).text();
    for (const [, source] of html.matchAll(/<script [^>]*src="([^"]+)"/g)) scripts.add(source!);
  }
  const texts = await Promise.all([...scripts].map(async (source) => (await fetch(portal.address + source)).text()));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(MOST_SCRIPT);
});
