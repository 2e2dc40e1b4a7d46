import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const ROWS = Array.from(
  { length: 120 },
  (_, i) =>
    `${i + 1},${['海陵区', '姜堰区', '高港区'][i % 3]},${(i * 12.5).toFixed(2)},2023-0${1 + (i % 9)}-15,${i % 7 === 0 ? '' : `第${i}号公积金贷款`}`,
);
const CSV = `序号,区县,贷款金额（万元）,受理日期,备注\n${ROWS.join('\n')}\n`;

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(running, [datasetWith('loans', ['贷款.csv'])], { '贷款.csv': CSV });
});
afterAll(() => running.close());

const URL = '/api/v1/datasets/loans/tables/dai_kuan/rows';
const ask = (query: Record<string, string>) => api(running).get(URL).query(query);
interface Answer {
  rows: Record<string, unknown>[];
  total: number | null;
  nextCursor: string | null;
}
const rows = async (query: Record<string, string>) => (await ask(query).expect(200)).body as Answer;

it('gives rows in the order of the file, a page at a time, each once', async () => {
  const first = await rows({});
  expect(first).toMatchObject({
    total: 120,
    version: 1,
    columns: [{ name: '序号', type: 'integer' }, {}, { name: '贷款金额（万元）', type: 'number', unit: '万元' }, { type: 'date' }, {}],
  });
  expect(first.rows.length).toBe(50);
  expect(first.rows[0]).toEqual({ 序号: 1, 区县: '海陵区', '贷款金额（万元）': 0, 受理日期: '2023-01-15', 备注: null });
  const numbers = first.rows.map((row) => row['序号']);
  let cursor = first.nextCursor;
  while (cursor !== null) {
    const page = await rows({ cursor });
    numbers.push(...page.rows.map((row) => row['序号']));
    cursor = page.nextCursor;
  }
  expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
});

it('filters, groups, orders, searches, counts', async () => {
  expect(await rows({ where: "区县 = '海陵区' and 贷款金额（万元） >= 1000", select: '序号', count: 'true' })).toMatchObject({ total: 13 });
  expect((await rows({ 区县__in: '海陵区,高港区', limit: '1000' })).rows.length).toBe(80);
  expect((await rows({ groupBy: '区县', select: 'count() as 笔数, max(受理日期)', orderBy: '笔数 desc, 区县' })).rows).toEqual([
    { 区县: '姜堰区', 笔数: 40, max_受理日期: '2023-08-15' },
    { 区县: '海陵区', 笔数: 40, max_受理日期: '2023-07-15' },
    { 区县: '高港区', 笔数: 40, max_受理日期: '2023-09-15' },
  ]);
  expect((await rows({ q: '第11 公积金', orderBy: '-序号', limit: '2' })).rows.map((row) => row['序号'])).toEqual([119, 118]);
  expect((await rows({ where: "区县 = '没有'" })).rows).toEqual([]);
});

it('refuses with a sentence that names the parameter, and what was meant', async () => {
  const problem = async (query: Record<string, string>) =>
    (await ask(query).expect(400)).body as { detail: string; errors: { field: string }[] };
  expect((await problem({ where: "区 = '海陵区'" })).detail).toContain('没有名为“区”的列');
  expect((await problem({ oderBy: '序号' })).detail).toContain('是否指 orderBy');
  expect((await problem({ 区县: '海陵区' })).detail).toContain('按列筛选写成 列名__eq=值');
  expect((await problem({ limit: '1001' })).detail).toContain('limit');
  expect((await problem({ cursor: 'x' })).detail).toContain('cursor');
  const { nextCursor } = await rows({ limit: '1' });
  expect((await problem({ cursor: nextCursor!, orderBy: '序号' })).detail).toContain('条件不能改变');
  await ask({ version: '2' }).expect(404);
});

it('gives the same by GraphQL', async () => {
  const query = `query ($after: String) { dataset(identifier: "loans") { table(name: "dai_kuan") {
    rows(where: "序号 > 100", orderBy: "贷款金额（万元） desc", first: 15, after: $after, count: true) { total nextCursor rows columns { name type } } } } }`;
  const page = async (after: string | null) => {
    const { body } = await api(running).post('/graphql').send({ query, variables: { after } }).expect(200);
    return (body as { data: { dataset: { table: { rows: Answer } } } }).data.dataset.table.rows;
  };
  const first = await page(null);
  expect(first).toMatchObject({ total: 20, rows: { length: 15 } });
  expect((await page(first.nextCursor)).rows.map((row) => row['序号'])).toEqual([105, 104, 103, 102, 101]);
  const { body } = await api(running)
    .post('/graphql')
    .send({ query: query.replace('序号 > 100', '序号 >') });
  expect(body).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});
