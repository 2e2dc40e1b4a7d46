import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from './pages.js';
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
    const found = await faultsOf(page, cdp, { paper: mode === LIGHT });
    expect([...policyFaults(response!), ...found, ...noted]).toEqual([]);
  });
});
