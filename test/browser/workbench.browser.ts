import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditVerifier } from '../../src/modules/audit/index.js';
import { DepartmentService } from '../../src/modules/department/index.js';
import { AccountService, type Grant, OPERATOR } from '../../src/modules/identity/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { findingsOf, picture } from './support/judge-page.js';
import { arrive, OWN_PASSWORD, press } from './support/people.js';

let running: TestApplication;
let browser: Browser;
let address: string;
const people: Record<string, Page> = {};

/** A person of the department, at the workbench for the first time. */
async function member(name: string, grants: Grant[]): Promise<Page> {
  const accounts = running.app.get(AccountService);
  const { password } = await accounts.create({ name, personName: `测试${name}` }, OPERATOR);
  for (const grant of grants) await accounts.grant(name, grant, OPERATOR);
  return arrive(browser, address, name, password);
}

const follow = async (page: Page, title: string) => {
  await page.goto(`${address}/workbench`);
  await page.getByRole('link', { name: title }).first().click();
};
const found = async (page: Page, words: string) => {
  await running.app.get(OutboxDispatcher).drain();
  await page.goto(`${address}/search?q=${encodeURIComponent(words)}`);
  return page.locator('.hit-title').allTextContents();
};

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
  for (const [name, role] of [
    ['w.editor', 'editor'],
    ['w.reviewer', 'secrecyReviewer'],
    ['w.approver', 'approver'],
    ['w.admin', 'departmentAdmin'],
  ] as const)
    people[name] = await member(name, [{ role, department: 'a' }]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

describe('the workbench, on a phone and without JavaScript', () => {
  it('leads a document from a draft over the gate, review and signature to the public, a change and its withdrawal', async () => {
    const [editor, reviewer, approver] = [people['w.editor']!, people['w.reviewer']!, people['w.approver']!];
    await editor.goto(`${address}/workbench/new?kind=document`);
    await editor.fill('#identifier', 'w-1');
    await editor.fill('#field-title', '关于社区食堂开放的通知');
    await editor.fill('#field-abstract', '社区食堂开放的时间和补贴');
    await editor.fill('#field-body', '联系人身份证11010519491231002X，食堂供应荞麦凉面。');
    await press(editor, '保存草稿');
    await picture(editor, 'draft');

    // The gate: first what is missing, then what must not be there.
    await press(editor, '提交审查');
    expect(await editor.locator('[role=alert]').textContent()).toContain('成文日期');
    await editor.getByRole('link', { name: '修改内容' }).click();
    await editor.fill('#field-writtenOn', '2026-11-20');
    await press(editor, '保存草稿');
    await press(editor, '提交审查');
    const alert = (await editor.locator('[role=alert]').textContent())!;
    expect(alert).toContain('110105********002X');
    expect(alert).not.toContain('19491231');
    await picture(editor, 'gate');
    await editor.getByRole('link', { name: '修改内容' }).click();
    await editor.fill('#field-body', '食堂供应荞麦凉面。');
    await press(editor, '保存草稿');
    await press(editor, '提交审查');

    await follow(reviewer, '关于社区食堂开放的通知');
    await reviewer.fill('#opinion', '不涉密，可以公开');
    await picture(reviewer, 'review');
    await press(reviewer, '通过');
    await follow(approver, '关于社区食堂开放的通知');
    await press(approver, '签发');
    expect(await approver.locator('.hit-line').first().textContent()).toContain('已发布');
    expect(await found(editor, '荞麦凉面')).toEqual(['关于社区食堂开放的通知']);

    // A change, shown field by field against what is published.
    await editor.goto(`${address}/workbench/new?kind=document&identifier=w-1`);
    await editor.fill('#field-body', '食堂供应荞麦凉面和绿豆汤。');
    await press(editor, '保存草稿');
    expect(await editor.locator('.difference ins').allTextContents()).toEqual(['食堂供应荞麦凉面和绿豆汤。']);
    await picture(editor, 'difference');
    await press(editor, '提交审查');
    await follow(reviewer, '关于社区食堂开放的通知');
    await press(reviewer, '通过');
    await follow(approver, '关于社区食堂开放的通知');
    await press(approver, '签发');
    expect(await found(editor, '绿豆汤')).toEqual(['关于社区食堂开放的通知']);

    await editor.goto(`${address}/workbench/withdraw?identifier=w-1`);
    await editor.fill('#reason', '食堂停办');
    await press(editor, '起草撤回');
    await press(editor, '提交审查');
    await follow(reviewer, '撤回 w-1');
    await press(reviewer, '通过');
    await follow(approver, '撤回 w-1');
    await press(approver, '签发');
    await editor.goto(`${address}/documents/w-1`);
    expect(await editor.locator('main').textContent()).toContain('食堂停办');
    await editor.goto(`${address}/workbench`);
    await picture(editor, 'tasks');
    expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
  });

  it('has pages without accessibility findings', async () => {
    const cookies = await people['w.editor']!.context().cookies();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addCookies(cookies);
    const page = await context.newPage();
    for (const path of [
      '/workbench',
      '/workbench/new?kind=document',
      '/workbench/new?kind=dataset',
      '/workbench/withdraw',
      '/workbench/password',
    ]) {
      await page.goto(address + path);
      expect(await findingsOf(page), path).toEqual([]);
    }
    await context.close();
  });
});

describe('the cookie and the forms of the workbench', () => {
  const cookieOf = async (page: Page) => (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const tokenOf = async (page: Page) => {
    await page.goto(`${address}/workbench`);
    return (await page.locator('input[name=_csrf]').first().getAttribute('value'))!;
  };
  const post = (path: string, cookie: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(address + path, { method: 'POST', redirect: 'manual', headers: { cookie, ...headers }, body: new URLSearchParams(body) });
  const form = { identifier: 'w-forged', kind: 'document', title: '假', formedOn: '2026-11-20' };

  it('refuse forged, foreign and replayed tokens and other sites, and change nothing', async () => {
    const editor = people['w.editor']!;
    const cookie = await cookieOf(editor);
    const token = await tokenOf(editor);
    const foreign = await tokenOf(people['w.reviewer']!);
    for (const _csrf of ['', 'x', foreign, token.slice(0, -3)])
      expect((await post('/workbench/submissions', cookie, { ...form, _csrf })).status).toBe(403);
    expect((await post('/workbench/submissions', cookie, { ...form, _csrf: token }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/workbench/submissions', cookie, { ...form, _csrf: token }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await running.query(`SELECT 1 FROM submission WHERE identifier = 'w-forged'`)).toEqual([]);
    // A token of a session that is over is of no use in the next.
    const next = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await next.goto(`${address}/workbench/sign-in`);
    await next.fill('#name', 'w.editor');
    await next.fill('#password', OWN_PASSWORD);
    await press(next, '登录');
    expect((await post('/workbench/submissions', await cookieOf(next), { ...form, _csrf: token })).status).toBe(403);
    await next.context().close();
  });

  it('do not take over a session that somebody planted', async () => {
    const planted = `hzs_${'a'.repeat(43)}`;
    const answer = await post('/workbench/sign-in', `haozhao=${planted}`, { name: 'w.admin', password: OWN_PASSWORD });
    expect(answer.status).toBe(303);
    const given = answer.headers.get('set-cookie')!;
    expect(given).not.toContain(planted);
    expect(given).toMatch(/HttpOnly/);
    expect(given).toMatch(/SameSite=Lax/);
    expect((await fetch(`${address}/workbench`, { redirect: 'manual', headers: { cookie: `haozhao=${planted}` } })).status).toBe(303);
  });

  it('count on pages alone, never in the interface for programs', async () => {
    const cookie = await cookieOf(people['w.editor']!);
    expect((await fetch(`${address}/api/v1/submissions`, { headers: { cookie } })).status).toBe(401);
  });

  it('lead nobody to another site after signing in', async () => {
    const answer = await post('/workbench/sign-in', '', { name: 'w.editor', password: OWN_PASSWORD, next: 'https://evil.example/' });
    expect(answer.headers.get('location')).toBe('/workbench');
    const protocolRelative = await post('/workbench/sign-in', '', { name: 'w.editor', password: OWN_PASSWORD, next: '//evil.example/' });
    expect(protocolRelative.headers.get('location')).toBe('/workbench');
  });
});
