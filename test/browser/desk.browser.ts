import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../src/modules/identity/index.js';
import { personWith } from '../e2e/access/people.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';
import { launchChromium } from './support/chromium.js';
import { findingsOf, fits } from './support/judge-page.js';

let running: TestApplication;
let browser: Browser;
let address: string;
let name: string;
let password: string;

/** A window in which the editor is signed in. */
async function arrive(javaScriptEnabled: boolean, width = 1280): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}/workbench/sign-in`);
  await page.fill('#name', name);
  await page.fill('#password', password);
  await page.locator('main').getByRole('button', { name: '登录' }).click();
  await page.waitForURL(`${address}/workbench`);
  return { page, context };
}

async function begin(page: Page, identifier: string): Promise<string> {
  await page.goto(`${address}/workbench/new?kind=document`);
  await page.fill('#identifier', identifier);
  await page.fill('#field-title', '关于开放社区食堂的通知');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.waitForURL(/submissions\/[0-9a-f-]{36}$/);
  return page.url();
}

async function filledWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('公开文件').addRows([
    ['标识符', '标题', '成文日期', '公开属性'],
    ['b-sheet-1', '关于食堂评比的通知', '2026-11-02', '主动公开'],
    ['b-sheet-2', '关于食堂采购的通知', '某日', '大概公开'],
  ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const stored = async (identifier: string) =>
  (
    await running.query<{ version: number; content: Record<string, unknown> }>(
      'SELECT version, content FROM submission WHERE identifier = $1',
      [identifier],
    )
  )[0]!;
const stateText = (page: Page) => page.locator('#save-state');

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '泰州市统计局', registered: true },
  ]);
  ({ name, password } = await personWith(running, 'desk.editor', [{ role: 'editor', department: 'a' }]));
  await running.app.listen(0, '127.0.0.1');
  address = await running.app.getUrl();
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

describe('with JavaScript', () => {
  it('the editor saves while one pauses, refreshes the preview, counts and completes', async () => {
    const { page, context } = await arrive(true);
    const url = await begin(page, 'b-auto');
    await page.goto(`${url}/edit`);
    await page.fill('#field-abstract', '社区食堂的开放时间');
    await stateText(page).filter({ hasText: '已自动保存' }).waitFor();
    expect(await stored('b-auto')).toMatchObject({ version: 2, content: { abstract: '社区食堂的开放时间' } });
    expect(await page.locator('#field-abstract + .counter').textContent()).toBe('9 字，建议 50 字以上');

    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('#preview h1', { hasText: '关于开放社区食堂的通知' }).waitFor();
    await page.fill('#field-title', '关于开放社区食堂的公告');
    await page.locator('#preview h1', { hasText: '公告' }).waitFor();
    const [form, preview] = await Promise.all([page.locator('#editor').boundingBox(), page.locator('#preview').boundingBox()]);
    expect(preview!.x).toBeGreaterThan(form!.x + form!.width - 1);

    await page.fill('#field-issuer', '甲局、统计');
    await page.locator('#field-issuer-choices option[value="甲局、泰州市统计局"]').waitFor({ state: 'attached' });
    await page.fill('#field-issuer', '甲局');
    await page.fill('#field-title', '');
    await page.locator('#field-title-live').waitFor();
    expect(await stateText(page).textContent()).toContain('没有自动保存');
    await page.fill('#field-title', '关于开放社区食堂的公告');
    await stateText(page).filter({ hasText: '已自动保存' }).waitFor();
    expect(await page.locator('#field-title-live').count()).toBe(0);
    expect(await findingsOf(page)).toEqual([]);
    await fits(page, 'editor-preview');
    await context.close();
  });

  it('a new draft begins by itself and is saved on, whenever the button is pressed', async () => {
    const { page, context } = await arrive(true);
    await page.goto(`${address}/workbench/new?kind=document`);
    await page.fill('#identifier', 'b-new');
    await page.fill('#field-title', '关于开放社区食堂的通知');
    await stateText(page).filter({ hasText: '已自动保存' }).waitFor();
    expect(page.url()).toMatch(/submissions\/[0-9a-f-]{36}\/edit$/);
    await page.fill('#field-abstract', '社区食堂的开放时间');
    await stateText(page).filter({ hasText: '第 2 版' }).waitFor();
    await page.fill('#field-keywords', '食堂');
    // Pressed while what was typed is on its way by itself.
    await page.route('**/edit', async (route) => {
      if (route.request().method() === 'PUT') void page.getByRole('button', { name: '保存草稿' }).click();
      await route.continue();
    });
    await page.waitForURL(/submissions\/[0-9a-f-]{36}$/);
    expect(await stored('b-new')).toMatchObject({ content: { abstract: '社区食堂的开放时间', keywords: ['食堂'] } });
    await page.goto(`${address}/workbench`);
    await page.locator('.workbench-bar [aria-current=page]', { hasText: '我的任务' }).waitFor();
    await context.close();
  });

  it('tells that somebody else saved, and loses neither text', async () => {
    const [first, second] = [await arrive(true), await arrive(true)];
    const url = await begin(first.page, 'b-conflict');
    await first.page.goto(`${url}/edit`);
    await second.page.goto(`${url}/edit`);
    await first.page.fill('#field-abstract', '甲写的摘要');
    await stateText(first.page).filter({ hasText: '已自动保存' }).waitFor();
    await second.page.fill('#field-abstract', '乙写的摘要');
    await stateText(second.page).filter({ hasText: '别人刚保存了' }).waitFor();
    expect((await stored('b-conflict')).content.abstract).toBe('甲写的摘要');
    await second.page.getByRole('button', { name: '保存草稿' }).click();
    await second.page.getByRole('heading', { name: '这份稿件已被别人保存过' }).waitFor();
    expect(await second.page.locator('.difference').textContent()).toMatch(/甲写的摘要.*乙写的摘要/);
    expect(await second.page.inputValue('#field-abstract')).toBe('乙写的摘要');
    expect(await findingsOf(second.page)).toEqual([]);
    await fits(second.page, 'conflict');
    await second.page.getByRole('button', { name: '保存草稿' }).click();
    await second.page.waitForURL(url);
    expect((await stored('b-conflict')).content.abstract).toBe('乙写的摘要');
    await first.context.close();
    await second.context.close();
  });

  it('says that the session is over, and keeps what was typed', async () => {
    const { page, context } = await arrive(true);
    await page.goto(`${await begin(page, 'b-session')}/edit`);
    await context.clearCookies();
    await page.fill('#field-abstract', '还在');
    await stateText(page).filter({ hasText: '登录已失效' }).waitFor();
    expect(await page.inputValue('#field-abstract')).toBe('还在');
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('the same is done by buttons: preview, errors that lead to their fields, several at once, a filled workbook', async () => {
    const { page, context } = await arrive(false, 390);
    await page.goto(`${address}/workbench/new?kind=dataset`);
    await page.fill('#identifier', 'b-plain');
    await page.getByRole('button', { name: '预览' }).click();
    expect(await page.locator('#preview').textContent()).toContain('信息资源名称：不能为空');
    expect(await page.inputValue('#identifier')).toBe('b-plain');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.locator('[role=alert] a', { hasText: '信息资源名称' }).click();
    expect(page.url()).toMatch(/#field-title$/);
    await page.fill('#field-title', '社区食堂名录');
    await page.selectOption('#field-openness', '无条件开放');
    await page.getByRole('button', { name: '预览' }).click();
    expect(await page.locator('#preview .badge', { hasText: '无条件开放' }).count()).toBe(1);
    const [form, preview] = await Promise.all([page.locator('#editor').boundingBox(), page.locator('#preview').boundingBox()]);
    expect(preview!.y).toBeGreaterThan(form!.y + form!.height - 1);
    await page.getByRole('button', { name: '保存草稿' }).click();

    await page.goto(`${address}/workbench`);
    await page.locator('.tasks-ticked li', { hasText: '社区食堂名录' }).locator('input').check();
    await page.getByRole('button', { name: '提交审查' }).click();
    expect(await page.locator('main').textContent()).toContain('未办成 1 份');
    await fits(page, 'bulk');

    await page.goto(`${address}/workbench/spreadsheet`);
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '公开文件目录的空白模板' }).click(),
    ]);
    await page.selectOption('#kind', 'document');
    await page.setInputFiles('#file', await template.path());
    await page.getByRole('button', { name: '导入', exact: true }).click();
    expect(await page.locator('[role=alert]').textContent()).toContain('没有填写内容');
    await context.close();
  });
});

describe('every page', () => {
  it('has no accessibility findings and does not overflow', async () => {
    await running.query(
      `UPDATE submission SET content = content || '{"attachments":[{"title":"实施方案.pdf","format":"pdf","byteSize":20480,"url":"https://example.gov.cn/a.pdf"},{"title":"名单.xlsx","format":"xlsx","url":"https://example.gov.cn/b.xlsx"}]}', due_on = '2020-01-02' WHERE identifier = 'b-conflict'`,
    );
    const key = await running.app.get(ApiKeyService).create({ name: 'desk-writer', scopes: ['record.publishDirectly'] }, OPERATOR);
    for (const [revision, abstract] of ['原来的摘要', '改过的摘要'].entries()) {
      const { status } = await fetch(`${address}/api/v1/documents${revision ? '/b-history' : ''}`, {
        method: revision ? 'PUT' : 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': key, 'if-match': '"r1"' },
        body: JSON.stringify({ identifier: 'b-history', title: '关于食堂补贴的通知', abstract, issuer: ['甲局'], publicity: '主动公开' }),
      });
      expect(status).toBeLessThan(300);
    }
    const { page, context } = await arrive(true);
    await page.goto(`${address}/workbench/spreadsheet`);
    await page.selectOption('#kind', 'document');
    await page.setInputFiles('#file', { name: 'a.xlsx', mimeType: '', buffer: await filledWorkbook() });
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '导入结果' }).waitFor();
    const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载标出错误的表格' }).click()]);
    expect(copy.suggestedFilename()).toBe('document-result.xlsx');
    expect(await findingsOf(page)).toEqual([]);
    await fits(page, 'import-result');
    const [row] = await running.query<{ id: string }>(`SELECT id FROM submission WHERE identifier = 'b-conflict'`);
    const paths: Record<string, string> = {
      tasks: '/workbench',
      submissions: '/workbench/submissions?state=open',
      records: '/workbench/records',
      department: '/workbench/department',
      spreadsheet: '/workbench/spreadsheet',
      history: '/workbench/records/b-history/history',
      withdraw: '/workbench/withdraw',
      'editor-dataset': '/workbench/new?kind=dataset',
      'editor-files': `/workbench/submissions/${row!.id}/edit`,
      submission: `/workbench/submissions/${row!.id}`,
    };
    for (const [title, path] of Object.entries(paths)) {
      await page.goto(address + path);
      expect(await findingsOf(page), path).toEqual([]);
      await fits(page, title);
    }
    await context.close();
  });
});
