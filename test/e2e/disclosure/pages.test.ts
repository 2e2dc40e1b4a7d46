import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordImporter } from '../../../src/modules/catalog/index.js';
import { DepartmentService, readDepartments } from '../../../src/modules/department/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const SAMPLE = new URL('../../../samples/data/', import.meta.url);

const OFFICE = 'https://apply.lanchuan.example/form';
const OF = 'department=680700-slj';
let running: TestApplication;
beforeAll(async () => {
  // The documents of the sample catalog, without its tables.
  running = await createTestApplication({ disclosureRequestUrl: OFFICE });
  await running.app.init();
  await running.app.get(DepartmentService).register(readDepartments(new URL('departments.jsonl', SAMPLE)));
  const file = fileURLToPath(new URL('documents.jsonl', SAMPLE));
  await running.app.get(RecordImporter).import(file, { context: { actor: 'test', requestId: null } });
  await running.app.get(OutboxDispatcher).drain();
});
afterAll(() => running?.close());

const page = async (address: string, status = 200, cookie = 'reading=zh') =>
  (await request(running.app.getHttpServer()).get(encodeURI(address)).set({ Accept: 'text/html', Cookie: cookie }).expect(status)).text;
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the column', () => {
  it('has the prescribed title and blocks, and the search stays inside', async () => {
    const html = await page(`/disclosure?${OF}`);
    expect(html).toMatch(/<h1>政府信息公开<\/h1>/);
    const navigation = /<nav class="disclosure-nav".*?<\/nav>/s.exec(html)![0];
    const links = [...navigation.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, label]) => [
      href!.split('?')[0],
      label!.trim(),
    ]);
    expect(links).toEqual([
      ['/disclosure', '栏目首页'],
      ['/disclosure/guide', '政府信息公开指南'],
      ['/disclosure/rules', '政府信息公开制度'],
      ['/disclosure/statutory', '法定主动公开内容'],
      ['/disclosure/annual-reports', '政府信息公开年报'],
      ['/disclosure/request', '依申请公开'],
    ]);
    expect(navigation).toContain('/disclosure/guide?department=680700-slj');
    const search = /<form class="one-line" action="\/search".*?<\/form>/s.exec(html)![0];
    expect(search).toContain('name="kind" value="document"');
    expect(search).toContain('name="department" value="680700-slj"');
    expect(html).toContain('<meta name="ColumnName" content="政府信息公开"');
  });

  it('lists titles with dates, by pages that lose and repeat nothing', async () => {
    const titles: string[] = [];
    for (let number = 1; number <= 7; number++) {
      const html = await page(`/disclosure/statutory/A20_11${number > 1 ? `?page=${number}` : ''}`);
      titles.push(...[...html.matchAll(/<li><a href="(\/documents\/[^"]*)"/g)].map(([, href]) => href!));
      expect(html.includes('rel="next nofollow"')).toBe(number < 7);
    }
    expect(titles).toHaveLength(122);
    expect(new Set(titles).size).toBe(122);
    expect(text(await page('/disclosure/statutory/A20_11?page=9'))).toContain('没有这一页');
  });

  it('has reports by year, of one department and of all', async () => {
    const html = await page('/disclosure/annual-reports?year=2024');
    expect(html).toMatch(/aria-current="page">2024 年</);
    expect(text(html)).toContain('澜川市水务局2024年政府信息公开工作年度报告');
    expect(text(html)).not.toContain('2023年政府信息公开工作年度报告');
  });

  it('writes the guide of a department that has none, and says so', async () => {
    const said = text(await page(`/disclosure/guide?${OF}`));
    for (const words of ['自动生成，生成日期：', '政府信息的编排体系', '澜川市水务局政府信息公开指南', '0600-5550'])
      expect(said).toContain(words);
  });

  it('shows the profile of the department under item 2', async () => {
    const said = text(await page(`/disclosure/statutory/A20_02?${OF}`));
    for (const words of ['机关职能', '负责人', '内设机构', '办公时间']) expect(said).toContain(words);
  });

  it('tells how to ask for what is not published, and where', async () => {
    const html = await page(`/disclosure/request?${OF}`);
    expect(html).toContain(`href="${OFFICE}"`);
    expect(text(html)).toContain('20 个工作日');
    expect(text(html)).toContain('slj@lanchuan.example');
  });

  it('is in English for who reads so; what records say is marked as Chinese', async () => {
    const html = await page(`/disclosure?${OF}`, 200, 'reading=en');
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('<h1>Government information disclosure</h1>');
    expect(html).toContain('Budgets and final accounts');
    expect(html).toContain('<span lang="zh-CN">澜川市水务局</span>');
  });

  it.each(['/disclosure/nothing', '/disclosure/statutory/A20_99', '/disclosure?department=nobody'])(
    '%s is a page that helps',
    async (address) => {
      expect(await page(address, 404)).toContain('没有');
    },
  );

  it.each(['/disclosure/rules?year=2020', '/disclosure/rules?page=0', '/disclosure?a=b'])('%s is refused', async (address) => {
    await page(address, 400);
  });

  it('the empty choice of the form is everybody', async () => {
    expect(await page('/disclosure/rules?department=')).toContain('<h1>政府信息公开</h1>');
  });

  it('has what to copy for other sites', async () => {
    const html = await page(`/disclosure/embed?${OF}`);
    expect(html).toContain('&lt;iframe src=&quot;');
    expect(html).toContain('/embed/disclosure.html?department=680700-slj');
  });
});

describe('departments', () => {
  it('say what they do, how to reach them, and what they have', async () => {
    const html = await page('/departments/680700-slj');
    const said = text(html);
    for (const words of ['机关职能', '负责水资源管理', '负责人', '内设机构', '传真', '信息资源目录', '法定主动公开内容', '最新发布'])
      expect(said).toContain(words);
    expect(html).toContain('/search?department=680700-slj&amp;topic=');
    expect(html).toContain('href="/departments/680700-slj/feed.atom"');
    expect(html).toContain('href="/disclosure/annual-reports?department=680700-slj"');
  });

  it('are found by names and former names, without a script', async () => {
    const found = async (name: string) =>
      [...(await page(`/departments?name=${name}`)).matchAll(/<li><a href="(\/departments\/[^"]*)"/g)].map(([, href]) => href);
    expect(await found('水务')).toEqual(['/departments/680700-slj']);
    expect(await found('水利局')).toEqual(['/departments/680700-slj']);
    expect(await found('没有这样的')).toEqual([]);
    expect(await page('/departments?name=水务')).toContain('<meta name="robots" content="noindex"');
  });
});
