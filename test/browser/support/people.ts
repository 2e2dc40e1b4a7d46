import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { codeOf } from '../../e2e/access/people.js';

/** What everybody in these tests chooses as their own password. */
export const OWN_PASSWORD = 'Quiet-river-stone-48';

/** Presses a button of the page itself. */
export const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).first().click();

/** First sign-in of a person in a browser of their own, on a phone and without JavaScript: own password, second factor where the role needs one. */
export async function arrive(browser: Browser, address: string, name: string, password: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${address}/workbench`);
  expect(page.url()).toContain('/workbench/sign-in');
  await page.fill('#name', name);
  await page.fill('#password', password);
  await press(page, '登录');
  await page.fill('#currentPassword', password);
  await page.fill('#newPassword', OWN_PASSWORD);
  await press(page, '修改');
  if (page.url().endsWith('/enrol')) {
    await page.fill('#code', codeOf((await page.locator('code').first().textContent())!));
    await press(page, '设置');
    expect(await page.locator('.codes li').count()).toBe(10);
    await page.goto(`${address}/workbench`);
  }
  expect(await page.locator('h1').textContent()).toBe('我的任务');
  return page;
}
