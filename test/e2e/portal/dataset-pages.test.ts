import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { api, convertAll, datasetWith, publishTables } from '../data/data-fixture.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const LOANS = `区县,贷款金额（万元）\n${Array.from({ length: 60 }, (_, i) => `${['海陵区', '姜堰区', '高港区'][i % 3]},${i * 12.5}`).join('\n')}\n`;
const run = promisify(execFile);

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication({ dataAnonymousUnits: 0 });
  await publishTables(
    running,
    [
      datasetWith('loans', ['贷款.csv'], {
        title: '公积金贷款',
        abstract: '各区县公积金贷款的发放情况。每月初由市公积金中心汇总。',
        updateCycle: '每月',
        modifiedOn: '2020-01-01',
        license: 'CC0-1.0',
        items: [
          { name: '区县', type: 'C', length: '20', description: '受理地' },
          { name: '贷款金额', type: 'N' },
        ],
      }),
      datasetWith('closed', ['贷款.csv'], { title: '有条件的贷款', openness: '有条件开放' }),
      datasetWith('bare', [], { title: '没有文件' }),
    ],
    { '贷款.csv': LOANS },
  );
  await running.app.listen(0, '127.0.0.1');
});
afterAll(() => running.close());

const html = async (path: string, cookie = '') =>
  (await api(running).get(path).set('Accept', 'text/html').set('Cookie', cookie).expect(200)).text;

/** The page with its preview, which the first visitor may be too early for. */
async function previewed(path: string, cookie = ''): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    const text = await html(path, cookie);
    if (text.includes('<table class="rows">')) return text;
  }
  throw new Error('no preview');
}

it('says what the data is for in one sentence, shows its first rows, a chart with words, and how to have it', async () => {
  const text = await previewed('/datasets/loans');
  expect(text).toContain('<p class="lead">各区县公积金贷款的发放情况。</p>');
  expect(text).toContain('每月初由市公积金中心汇总。</p>');
  expect(text.match(/<tbody>.*?<\/tbody>/s)![0].match(/<tr>/g)).toHaveLength(5);
  const [, image] = /<img src="([^"]*chart\.svg[^"]*)"/.exec(text)!;
  await api(running).get(image!.replaceAll('&amp;', '&')).expect(200).expect('Content-Type', /svg/);
  expect(text).toMatch(/最高的是.*；最低的是/);
  for (const format of ['csv', 'xlsx', 'json', 'parquet']) expect(text).toContain(`/exports/${format}"`);
  expect(text).toContain('href="/datasets/loans/api"');
});

it('says whether the update cycle is kept, and what can be said of the quality', async () => {
  const text = await html('/datasets/loans');
  expect(text).toMatch(/已超期 \d+ 天/);
  expect(text).toContain('2020-02-01');
  expect(text).toContain('2 项中的 1 项');
  const bare = await html('/datasets/bare');
  expect(bare).toContain('没有约定更新日期，不作判断');
  expect(bare).toContain('没有列出');
});

it('gives the data dictionary as a file', async () => {
  const { text, headers } = await api(running).get('/datasets/loans/dictionary.csv').expect(200);
  expect(headers['content-type']).toContain('text/csv');
  expect(text).toBe('\uFEFF名称,类型,长度,说明\r\n区县,C,20,受理地\r\n贷款金额,N,,\r\n');
  await api(running).get('/datasets/nothing/dictionary.csv').expect(404);
});

it('shows nothing of a table that is not open to all, and tells the way to it', async () => {
  for (const path of ['/datasets/closed', '/datasets/closed/api']) {
    const text = await html(path);
    expect(text).not.toContain('海陵区');
    expect(text).not.toContain('dai_kuan');
    expect(text).toContain('有条件开放');
  }
});

it('every command on the page of the interface runs as it stands and finds rows', async () => {
  const text = await html('/datasets/loans/api');
  const address = await running.app.getUrl();
  const commands = [...text.matchAll(/<code>(curl [^<]*)<\/code>/g)].map(([, code]) =>
    code!
      .replaceAll(/http:\/\/[\d.:]+/g, address)
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
  expect(commands).toHaveLength(4);
  for (const command of commands) {
    const { stdout } = await run('sh', ['-c', command]);
    expect(stdout, command).toMatch(/(海陵|姜堰|高港)区/);
  }
  for (const [, path] of text.matchAll(/<a class="address" href="([^"]*)"/g)) {
    const { status } = await api(running).get(path!.replaceAll('&amp;', '&'));
    expect(status, path).toBe(200);
  }
});

it('speaks English with the words of the record as they are', async () => {
  const text = await previewed('/datasets/loans', 'reading=en');
  expect(text).toContain('<h1><span lang="zh-CN">公积金贷款</span></h1>');
  expect(text).toContain('days overdue');
  expect(text).toMatch(/Highest: .*Lowest: .*3 values\./);
  const table = await html('/datasets/loans/tables/dai_kuan', 'reading=en');
  expect(table).toContain('60 rows, 2 columns');
  const api = await html('/datasets/loans/api', 'reading=en');
  expect(api).toContain('None is needed, and no sign-in');
});

it.each([
  '/datasets/loans',
  '/datasets/loans/api',
  '/datasets/loans/tables/dai_kuan',
  '/datasets/loans/tables/dai_kuan/chart?kind=bar&x=区县',
])('%s is told to have stayed the same while its table does, and to be another one afterwards', async (address) => {
  const path = encodeURI(address);
  const first = await api(running).get(path).set('Accept', 'text/html').expect(200);
  expect(first.headers.vary).toContain('Cookie');
  const again = () => api(running).get(path).set('Accept', 'text/html').set('If-None-Match', first.headers.etag!);
  await again().expect(304);
  await again().set('Cookie', 'reading=en').expect(200);
  await running.query(`UPDATE data_version SET statistics = statistics || statistics`);
  await again().expect(200);
  await running.query(
    `UPDATE data_version SET statistics = (SELECT jsonb_agg(each) FROM (SELECT each FROM jsonb_array_elements(statistics) WITH ORDINALITY AS a(each, place) ORDER BY place LIMIT jsonb_array_length(statistics) / 2) AS half)`,
  );
});

it('a drawing has a tag of its own, and what a key opens stands in no shared cache', async () => {
  const path = encodeURI('/datasets/loans/tables/dai_kuan/chart.svg?kind=bar&x=区县');
  const { headers } = await api(running).get(path).expect(200);
  await api(running).get(path).set('If-None-Match', headers.etag!).expect(304);
  const { body } = await api(running).post('/api/v1/data-keys').send({ application: '测试' });
  const keyed = await api(running)
    .get('/datasets/loans/tables/dai_kuan')
    .set('X-API-Key', (body as { key: string }).key)
    .expect(200);
  expect(keyed.headers['cache-control']).toContain('no-store');
});

it('a question that makes no sense is answered with the reason, in either language, and is not kept', async () => {
  const path = `/datasets/loans/tables/dai_kuan?where=${encodeURIComponent('区县县 = 1')}`;
  const { text, headers } = await api(running).get(path).set('Accept', 'text/html').expect(400);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain('<a href="#where">');
  expect(text).toMatch(/id="where"[^>]*aria-invalid/);
  const english = await api(running).get(path).set('Accept', 'text/html').set('Cookie', 'reading=en').expect(400);
  expect(english.text).toContain('One thing needs mending');
});

it('without the engine the page stands without its preview', async () => {
  const { TablePreviews } = await import('../../../src/modules/portal/dataset/table-previews.js');
  const previews = running.app.get(TablePreviews);
  const { of } = previews;
  previews.of = () => Promise.resolve(undefined);
  await importContent(running, jsonLines(datasetWith('later', [], { title: '触发新版本' })));
  await convertAll(running);
  const { text, headers } = await api(running).get('/datasets/loans').set('Accept', 'text/html').expect(200);
  expect(text).not.toContain('<table class="rows">');
  expect(text).toContain('href="/datasets/loans/tables/dai_kuan"');
  expect(headers.etag).toBeUndefined();
  previews.of = of;
});
