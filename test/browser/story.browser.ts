import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditVerifier } from '../../src/modules/audit/index.js';
import { SubmissionPublisher } from '../../src/modules/catalog/index.js';
import { AccountService, OPERATOR, type Role } from '../../src/modules/identity/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { docxFile } from '../support/office/documents.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { picture } from './support/judge-page.js';
import { arrive, press } from './support/people.js';

const TITLE = '关于社区食堂开放的通知';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let running: TestApplication;
let browser: Browser;
let address: string;

/** A platform administrator whom the operator made at the command line. */
async function administrator(name: string, role: Role): Promise<Page> {
  const accounts = running.app.get(AccountService);
  const { password } = await accounts.create({ name, personName: name }, OPERATOR);
  await accounts.grant(name, { role, department: null }, OPERATOR);
  return arrive(browser, address, name, password);
}

async function attach(page: Page, name: string, text: string): Promise<void> {
  await page.fill('#attachment-title', name);
  await page.setInputFiles('#attachment-file', { name: `${name}.docx`, mimeType: DOCX, buffer: docxFile({ paragraphs: [text] }) });
  await press(page, '上传');
  expect(await page.locator('[role=alert]').allTextContents()).toEqual([]);
  expect(await page.inputValue('#file-title-0')).toBe(name);
}

const follow = async (page: Page, title: string) => {
  await page.goto(`${address}/workbench`);
  await page.getByRole('link', { name: title }).first().click();
};

/** What somebody finds who has never been here: browsers keep a page of results for ten seconds. */
async function found(words: string): Promise<{ titles: string[]; text: string }> {
  await running.app.get(OutboxDispatcher).drain();
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${address}/search?q=${encodeURIComponent(words)}`);
  const titles = await page.locator('.hit-title').allTextContents();
  const text = (await page.locator('main').textContent())!;
  if (titles.length > 0) await picture(page, `story-found-${words}`);
  await context.close();
  return { titles, text };
}

const titlesFound = async (words: string) => (await found(words)).titles;

const said = async (page: Page) => (await page.locator('[role=alert]').textContent()) ?? '';

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

it('from an empty system to a withdrawn document, on a phone and without JavaScript', async () => {
  const system = await administrator('root.system', 'systemAdmin');
  const security = await administrator('root.security', 'securityAdmin');
  const auditor = await administrator('root.auditor', 'auditor');

  // A department is registered, four people get accounts and roles.
  await system.goto(`${address}/workbench/departments`);
  await system.getByRole('link', { name: '登记部门' }).click();
  await system.fill('#code', 'mzj');
  await system.fill('#name', '澜川市民政局');
  await system.fill('#creditCode', '11370812004339255B');
  await press(system, '登记');
  const people: Record<string, Page> = {};
  for (const [name, role] of [
    ['s.editor', 'editor'],
    ['s.reviewer', 'secrecyReviewer'],
    ['s.approver', 'approver'],
    ['s.admin', 'departmentAdmin'],
  ] as const) {
    await system.goto(`${address}/workbench/accounts`);
    await system.fill('#name', name);
    await system.fill('#personName', name);
    await press(system, '开立');
    const password = (await system.locator('.secret code').textContent())!;
    await security.goto(`${address}/workbench/accounts/${name}`);
    await security.selectOption('#role', role);
    await security.selectOption('#department', 'mzj');
    await press(security, '授予');
    people[name] = await arrive(browser, address, name, password);
  }
  const {
    's.editor': editor,
    's.reviewer': reviewer,
    's.approver': approver,
  } = people as Record<string, Page> & {
    's.editor': Page;
    's.reviewer': Page;
    's.approver': Page;
  };

  // A document with an attachment that holds an identity number: the gate says where, and not what.
  await editor.goto(`${address}/workbench/new?kind=document`);
  await editor.fill('#identifier', 'story-1');
  await editor.fill('#field-title', TITLE);
  await editor.fill('#field-abstract', '社区食堂开放的时间和补贴办法');
  await editor.fill('#field-writtenOn', '2026-11-20');
  await editor.fill('#field-body', '食堂名单见附件。');
  await press(editor, '保存草稿');
  await editor.getByRole('link', { name: '修改内容' }).click();
  await attach(editor, '食堂名单', '负责人身份证11010519491231002X，供应荞麦凉面。');
  await picture(editor, 'story-attached');
  await editor.goBack();
  await follow(editor, TITLE);
  await press(editor, '提交审查');
  expect(await said(editor)).toMatch(/附件 1，.*110105\*{8}002X/);
  expect(await said(editor)).not.toContain('19491231');
  await picture(editor, 'story-gate');

  // Corrected: the file goes, another comes; an executable is refused with its reason.
  await editor.getByRole('link', { name: '修改内容' }).click();
  await editor.getByRole('button', { name: '移除：食堂名单' }).click();
  await editor.setInputFiles('#attachment-file', { name: '名单.exe', mimeType: DOCX, buffer: Buffer.from('MZ\u0090\u0000 this program') });
  await press(editor, '上传');
  expect(await said(editor)).toMatch(/程序|不收|不能/);
  await picture(editor, 'story-refused');
  await attach(editor, '食堂名单', '各食堂供应荞麦凉面。');
  await follow(editor, TITLE);
  await press(editor, '提交审查');

  // Reviewed, signed for an hour, published when it comes.
  await follow(reviewer, TITLE);
  // Whoever decides about a file can open it before anybody else can.
  const href = (await reviewer.getByRole('link', { name: '食堂名单' }).getAttribute('href'))!;
  const opened = await reviewer.request.get(address + href);
  expect([opened.status(), opened.headers()['content-disposition']]).toEqual([200, expect.stringContaining('attachment')]);
  expect((await auditor.request.get(address + href)).status()).toBe(403);
  await reviewer.fill('#opinion', '不涉密，可以公开');
  await picture(reviewer, 'story-review');
  await press(reviewer, '通过');
  await follow(approver, TITLE);
  await approver.fill('#publishAt', '2099-01-01T09:00');
  await press(approver, '签发');
  expect(await approver.locator('.hit-line').first().textContent()).toContain('待发布');
  expect(await titlesFound('荞麦凉面')).toEqual([]);
  await running.query(`UPDATE submission SET scheduled_for = now() - interval '1 minute' WHERE identifier = 'story-1'`);
  expect(await running.app.get(SubmissionPublisher).publishDue()).toBe(1);

  // Found by a word that stands in the attachment alone; the proof says who, when, and that it is unchanged.
  const hits = await found('荞麦凉面');
  expect(hits.titles).toEqual([TITLE]);
  expect(hits.text).toContain('附件《食堂名单》');
  await editor.goto(`${address}/records/story-1/proof`);
  expect(await editor.locator('main').textContent()).toContain('澜川市民政局');
  expect(await editor.locator('main').textContent()).toContain('签名全部有效');

  // Revised: until the change is signed, what was published stays.
  await editor.goto(`${address}/workbench/new?kind=document&identifier=story-1`);
  await editor.fill('#field-body', '食堂名单见附件，供应绿豆汤。');
  await press(editor, '保存草稿');
  await press(editor, '提交审查');
  expect(await titlesFound('绿豆汤')).toEqual([]);
  for (const [page, button] of [
    [reviewer, '通过'],
    [approver, '签发'],
  ] as const) {
    await follow(page, TITLE);
    await press(page, button);
  }
  expect(await titlesFound('绿豆汤')).toEqual([TITLE]);
  expect(await titlesFound('荞麦凉面')).toEqual([TITLE]);

  // Withdrawn, with its reason; neither the page nor the attachment can be found any more.
  await editor.goto(`${address}/workbench/withdraw?identifier=story-1`);
  await editor.fill('#reason', '食堂停办');
  await press(editor, '起草撤回');
  await press(editor, '提交审查');
  for (const [page, button] of [
    [reviewer, '通过'],
    [approver, '签发'],
  ] as const) {
    await follow(page, '撤回 story-1');
    await press(page, button);
  }
  await editor.goto(`${address}/documents/story-1`);
  expect(await editor.locator('main').textContent()).toContain('食堂停办');
  expect(await titlesFound('荞麦凉面')).toEqual([]);

  // A list that must show numbers by law: told by the editor, reasoned by the reviewer, place by place.
  await editor.goto(`${address}/workbench/new?kind=document`);
  await editor.fill('#identifier', 'story-2');
  await editor.fill('#field-title', '关于救助名单的公示');
  await editor.fill('#field-abstract', '救助名单');
  await editor.fill('#field-writtenOn', '2026-11-20');
  await editor.fill('#field-body', '见附件。');
  await press(editor, '保存草稿');
  await editor.getByRole('link', { name: '修改内容' }).click();
  await attach(editor, '公示名单', '身份证11010519491231002X。');
  await follow(editor, '关于救助名单的公示');
  await editor.fill('#wordToReviewer', '依规定公示');
  await press(editor, '提交审查');
  await follow(reviewer, '关于救助名单的公示');
  await press(reviewer, '通过');
  expect(await said(reviewer)).toContain('须逐项写明理由');
  await reviewer.locator('input[name^="override"]').fill('救助办法要求公示');
  await picture(reviewer, 'story-override');
  await press(reviewer, '通过');
  expect(await reviewer.locator('.hit-line').first().textContent()).toContain('待签发');

  // Every step is in the log, and the chain holds.
  await auditor.goto(`${address}/workbench/audit?objectId=story-1`);
  const events = (await auditor.locator('.events tbody tr').allTextContents()).join('\n');
  for (const action of ['created', 'saved', 'submitted', 'passed', 'approved', 'published', 'withdrawn'])
    expect(events, action).toContain(action);
  await picture(auditor, 'story-audit');
  await auditor.goto(`${address}/workbench/audit?action=file`);
  expect(await auditor.locator('.events').textContent()).toContain('file.refused');
  expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
}, 300_000);
