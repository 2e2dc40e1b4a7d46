import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

/** A way in which people read the pages: colours of their system, and the site's own switch (cookie `reading`). */
export interface Mode {
  name: string;
  dark?: boolean;
  /** The cookie's text; absent for somebody who never switched. */
  reading?: string;
}

export const LIGHT: Mode = { name: 'light' };

/** Every way of reading that looks different. */
export const MODES: readonly Mode[] = [
  LIGHT,
  { name: 'dark', dark: true },
  { name: 'care', reading: 'zh-care' },
  { name: 'care in the dark', dark: true, reading: 'zh-care' },
  { name: 'English', reading: 'en' },
];

/** A browser window of its own in which pages are read that way. */
export async function contextIn(
  browser: Browser,
  address: string,
  mode: Mode,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ colorScheme: mode.dark ? 'dark' : 'light', ...options });
  if (mode.reading) await context.addCookies([{ name: 'reading', value: mode.reading, url: address }]);
  return context;
}
