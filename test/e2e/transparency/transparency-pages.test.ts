import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api } from '../data/data-fixture.js';
import { fillCatalog } from './transparency-fixture.js';

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await fillCatalog(running);
}, 60_000);
afterAll(() => running.close());

const page = async (path: string, cookie = '') => (await api(running).get(path).set('Cookie', cookie).expect(200)).text;
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
const linksOf = (html: string) => [...html.matchAll(/href="([^"#]+)/g)].map(([, href = '']) => href.replace(/&amp;/g, '&'));

it('shows the whole government, with departments in an order that links change', async () => {
  const html = await page('/transparency?from=2026-03&to=2026-05');
  expect(plain(html)).toMatch(/50% 按期率.* 3 逾期公开.* 14 公开用时中位数/);
  expect(html).toMatch(/<svg class="chart"[^>]*role="img" aria-labelledby="chart-publishing-title chart-publishing-desc"/);
  expect(html).toContain('共 11 份，其中按期 3 份，逾期 3 份。');
  const table = plain(html.slice(html.indexOf('class="ranking"')));
  expect(table).toMatch(/甲局 9 50%.*乙局 1 100%.*没有登记部门 1 0%/);
  const sorted = linksOf(html).find((href) => href.includes('sort=publishing.onTimeShare'))!;
  expect(plain((await page(sorted)).split('class="ranking"')[1]!)).toMatch(/乙局 1 100%.*甲局 9 50%.*没有登记部门 1 0%/);
  expect(html).toContain('aria-sort="descending"');
});

it('leads nowhere that does not answer', async () => {
  const pages = [
    '/transparency',
    '/transparency/departments/a',
    '/transparency/departments/-',
    '/transparency/records?figure=publishing.late',
  ];
  const links = new Set(
    (await Promise.all(pages.map((path) => page(path))))
      .flatMap(linksOf)
      .filter((href) => href.startsWith('/') && href.includes('transparency')),
  );
  expect(links.size).toBeGreaterThan(60);
  for (const href of links) expect((await api(running).get(href)).status, href).toBe(200);
}, 60_000);

it('lists as many records as the figure says, page by page', async () => {
  const html = await page('/transparency/records?figure=publishing.published&department=a');
  expect(plain(html)).toContain('甲局 · 2024-06 至 2026-05 · 共 9 条');
  expect(html.match(/<th scope="row">/g)).toHaveLength(9);
  expect(plain(html)).toContain('关于last-day的通知 甲局 2026-02-11 2026-03-17 2026-03-17 20');
  expect(plain(await page('/transparency/records?figure=freshness.overdue'))).toContain('全部部门 · 今天 · 共 2 条');
  expect(plain(await page('/transparency/records?figure=requests.late&department=b'))).toContain('没有记录：这个数字是 0。');
});

it('says how each figure is counted, in both languages', async () => {
  expect(plain(await page('/transparency/method'))).toMatch(/按期公开 自成文日期的次日起.*《政府信息公开条例》第二十六条/);
  const english = await page('/transparency/method', 'reading=en');
  expect(plain(english)).toContain('Published in time Working days from the day after writing');
  expect(english).toContain('<span lang="zh-CN">《政府信息公开条例》第二十六条');
});

it('shows an empty month in words', async () => {
  const html = await page('/transparency/departments/b?from=2020-01&to=2020-02');
  expect(plain(html)).toContain('这段时间没有可以画出的数值。');
  expect(plain(html)).toContain('无 按期率');
});

it('refuses what it does not understand, and what there is not', async () => {
  await api(running).get('/transparency?from=never').expect(400);
  await api(running).get('/transparency/records?figure=height').expect(400);
  await api(running).get('/transparency/departments/nowhere').expect(404);
});

it('is tagged: who has the page is told so, until an application is answered', async () => {
  const { headers } = await api(running).get('/transparency').expect(200);
  const again = () =>
    api(running)
      .get('/transparency')
      .set('If-None-Match', headers.etag as string);
  await again().expect(304);
  await running.query("UPDATE access_application SET state = 'rejected', decided_at = now() WHERE state = 'waiting'");
  await again().expect(200);
});
