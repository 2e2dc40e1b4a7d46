import ExcelJS from 'exceljs';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { ResultReader } from '../../../src/modules/portal/search-export/result-pages.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const BASE = 'https://catalog.example.gov.cn';
const RECORDS = 1203;

interface Exported {
  total: number;
  truncated: boolean;
  records: { identifier: string; title: string; url: string; formats: string[] }[];
}

let running: TestApplication;

beforeAll(async () => {
  running = await createTestApplication({ baseUrl: BASE, dataAnonymousUnits: 0 });
  const records = Array.from({ length: RECORDS }, (_, index) => ({
    kind: 'dataset',
    identifier: `e-${index}`,
    title: `年鉴第${index}卷`,
    provider: '某局',
    publishedOn: `20${10 + (index % 15)}-03-05`,
    formats: ['csv', 'json'],
    openness: 'unconditional',
  }));
  const document = {
    ...{
      kind: 'document',
      identifier: 'e-doc',
      title: '=HYPERLINK("http://x")',
      issuer: ['澜川市财政局'],
      documentNumber: '澜财〔2024〕4号',
    },
    ...{ publishedOn: '2024-05-01', validity: 'valid' },
  };
  const { rejected } = await importContent(running, jsonLines(...records, document));
  expect(rejected).toEqual([]);
  await running.app.get(OutboxDispatcher).drain();
});
afterAll(() => running?.close());

const http = () => request(running.app.getHttpServer());
const get = (address: string) =>
  http()
    .get(address)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    });
const textOf = async (address: string) => ((await get(address).expect(200)).body as Buffer).toString('utf8');
const jsonOf = async (query: string) => JSON.parse(await textOf(`/search.json?${query}`)) as Exported;
const linesOf = (csv: string) => csv.trimEnd().split('\r\n');

/** What the pages of the search show, one after the other. */
async function pagesOf(query: string): Promise<string[]> {
  const identifiers: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await http().get(`/api/v1/search?${query}&limit=100${cursor}`).expect(200);
    const { hits, nextCursor } = body as { hits: { identifier: string }[]; nextCursor: string | null };
    identifiers.push(...hits.map(({ identifier }) => identifier));
    if (!nextCursor) return identifiers;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
}

describe('results as a file', () => {
  it.each(['q=年鉴', 'q=年鉴&sort=newest', 'sort=title', 'year=2024&year=2023&kind=dataset', 'q=年鉴 第7卷'])(
    'holds everything that %s finds, in the order of the page',
    async (query) => {
      const { total, truncated, records } = await jsonOf(query);
      const shown = await pagesOf(query);
      expect(records.map(({ identifier }) => identifier)).toEqual(shown);
      expect([total, truncated]).toEqual([shown.length, false]);
    },
  );

  it('is JSON with names that do not change', async () => {
    const { records } = await jsonOf('kind=document');
    expect(records).toEqual([
      {
        ...{
          identifier: 'e-doc',
          kind: 'document',
          title: '=HYPERLINK("http://x")',
          department: '澜川市财政局',
          topic: null,
          region: null,
        },
        ...{ publishedOn: '2024-05-01', modifiedOn: null, validity: '现行有效', documentNumber: '澜财〔2024〕4号', documentType: null },
        ...{ openness: null, updateCycle: null, formats: [], url: `${BASE}/documents/e-doc` },
      },
    ]);
  });

  it('is CSV that office software reads and never calculates', async () => {
    const csv = await textOf('/search.csv?sort=newest');
    expect(csv.startsWith('\uFEFF标题,种类,标识符,部门,发文字号,发布日期,更新日期,主题,有效性,开放类型,格式,网址\r\n')).toBe(true);
    const lines = linesOf(csv);
    expect(lines).toHaveLength(1 + RECORDS + 1);
    expect(lines.filter((line) => line.includes('e-doc'))).toEqual([
      `"'=HYPERLINK(""http://x"")",文件,e-doc,澜川市财政局,澜财〔2024〕4号,2024-05-01,,,现行有效,,,${BASE}/documents/e-doc`,
    ]);
    expect(lines.find((line) => line.includes(',e-14,'))).toBe(
      `年鉴第14卷,数据,e-14,某局,,2024-03-05,,,,无条件开放,csv、json,${BASE}/datasets/e-14`,
    );
  });

  it('is a workbook of texts', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await get('/search.xlsx').expect(200)).body as Buffer as never);
    const sheet = book.getWorksheet('搜索结果')!;
    expect(sheet.rowCount).toBe(1 + RECORDS + 1);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const rows: unknown[][] = [];
    sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    expect(rows[0]).toEqual([
      '标题',
      '种类',
      '标识符',
      '部门',
      '发文字号',
      '发布日期',
      '更新日期',
      '主题',
      '有效性',
      '开放类型',
      '格式',
      '网址',
    ]);
    const document = rows.find((row) => row[2] === 'e-doc')!;
    expect(document[0]).toBe('=HYPERLINK("http://x")');
    expect(document[4]).toBe('澜财〔2024〕4号');
  });

  it.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['json', 'application/json'],
  ])('%s has a Chinese name, is not indexed and not kept', async (format, type) => {
    for (const answer of [await get(`/search.${format}?q=年鉴`), await http().head(`/search.${format}?q=年鉴`)]) {
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain(type);
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''%E6%90%9C%E7%B4%A2/);
      expect(decodeURIComponent(answer.headers['content-disposition']!.split("''")[1]!)).toMatch(/^搜索结果-年鉴-\d{4}-\d\d-\d\d\./);
      expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    }
  });

  it('begins at the first page from wherever somebody came', async () => {
    const { body } = await http().get('/api/v1/search?q=年鉴&limit=5').expect(200);
    const { nextCursor } = body as { nextCursor: string };
    expect((await jsonOf(`q=年鉴&cursor=${encodeURIComponent(nextCursor)}&limit=5`)).records).toHaveLength(RECORDS);
  });

  it('is empty with a heading when nothing is found', async () => {
    expect(linesOf(await textOf('/search.csv?q=%E9%A3%9E%E8%89%87'))).toHaveLength(1);
    expect(await jsonOf('q=%E9%A3%9E%E8%89%87')).toEqual({ total: 0, truncated: false, records: [] });
  });

  it('says what is wrong before it begins', async () => {
    for (const format of ['csv', 'xlsx', 'json']) {
      await http().get(`/search.${format}?kind=music`).expect(400);
      await http().get(`/search.${format}?colour=red`).expect(400);
    }
  });
});

it('ends at the largest number of records, and says so', async () => {
  const reader = running.app.get(ResultReader);
  const { most } = reader;
  expect(most).toBe(10_000);
  reader.most = 700;
  try {
    const { total, truncated, records } = await jsonOf('sort=title');
    expect([total, truncated, new Set(records.map(({ identifier }) => identifier)).size]).toEqual([RECORDS + 1, true, 700]);
    expect(linesOf(await textOf('/search.csv'))).toHaveLength(701);
  } finally {
    reader.most = most;
  }
});

it('costs by the number of records, and little to look at', async () => {
  running.config.dataAnonymousUnits = 20;
  const costs = 1 + Math.ceil((RECORDS + 1) / 100);
  let files = 0;
  while ((await get('/search.csv')).status === 200) files++;
  expect(files).toBe(Math.floor((2 * 20 - (20 * 2) / 60) / costs));
  const refused = await get('/search.csv').expect(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await http().head('/search.csv').expect(200);
});
