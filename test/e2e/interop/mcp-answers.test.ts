import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSampleApplication } from '../../support/sample-application.js';
import type { TestApplication } from '../../support/test-application.js';
import { ask, connectClient, type SeenRecord } from './mcp-fixture.js';
import { DATASETS, datasetOf, DEPARTMENTS, documentBy, DOCUMENTS, rowsOf } from './sample-files.js';

let running: TestApplication;
let client: Client;
beforeAll(async () => {
  running = await createSampleApplication();
  client = await connectClient(running);
}, 900_000);
afterAll(async () => {
  await client.close();
  await running.close();
});

/** The first dataset with a table that a search finds. */
async function datasetFor(q: string): Promise<string> {
  const { hits } = await ask(client, 'search', { q, kind: ['dataset'], limit: 10 });
  return hits.find(({ tables }) => tables.length > 0)!.identifier;
}

/** Searches, looks at the columns, then asks for rows; columns that the table does not have would be refused. */
async function rowsFor(q: string, question: Record<string, unknown>): Promise<Record<string, string | number | null>[]> {
  const dataset = await datasetFor(q);
  const { tables } = await ask(client, 'describe_table', { dataset });
  return (await ask(client, 'query_rows', { dataset, table: tables[0]!.name, ...question })).rows;
}

async function documentFor(q: string, more: object = {}): Promise<SeenRecord> {
  const { hits } = await ask(client, 'search', { q, kind: ['document'], limit: 3, ...more });
  return (await ask(client, 'get_record', { identifier: hits[0]!.identifier })).record;
}

const numbers = (rows: Record<string, string>[], column: string) => rows.map((row) => Number(row[column]));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const largest = (file: string, column: string) => rowsOf(file).reduce((a, b) => (Number(b[column]) > Number(a[column]) ? b : a));

interface Question {
  question: string;
  answer: () => Promise<unknown>;
  truth: () => unknown;
}

const questions: Question[] = [
  {
    question: '鸡蛋最贵卖到过多少钱一斤？',
    answer: async () =>
      (
        await rowsFor('猪肉鸡蛋菜价', { select: '"零售价格(元)"', where: "商品名称 = '鸡蛋'", orderBy: '"零售价格(元)" desc', limit: 1 })
      )[0],
    truth: () => ({
      '零售价格(元)': Math.max(
        ...numbers(
          rowsOf('prices.csv').filter((row) => row['商品名称'] === '鸡蛋'),
          '零售价格(元)',
        ),
      ),
    }),
  },
  {
    question: '2025年1月2日的PM2.5浓度是多少？',
    answer: async () => (await rowsFor('空气质量日报 PM2.5', { where: "监测日期 = '2025-01-02'" }))[0]!['PM2.5浓度(微克/立方米)'],
    truth: () => Number(rowsOf('air-daily.csv').find((row) => row['监测日期'] === '2025-01-02')!['PM2.5浓度(微克/立方米)']),
  },
  {
    question: '去年以来空气质量为“良”的有多少天？',
    answer: async () => (await rowsFor('空气质量', { select: 'count() as 天数', where: "空气质量级别 = '良'" }))[0]!.天数,
    truth: () => rowsOf('air-daily.csv').filter((row) => row['空气质量级别'] === '良').length,
  },
  {
    question: '公积金一共发放了多少笔贷款？',
    answer: async () => (await rowsFor('公积金缴存提取月报', { select: 'sum(发放贷款笔数) as 笔数' }))[0]!.笔数,
    truth: () => sum(numbers(rowsOf('fund-monthly.csv'), '发放贷款笔数')),
  },
  {
    question: '云汀区有多少所民办小学？',
    answer: async () =>
      (await rowsFor('小学名单', { select: 'count() as 个数', where: "县区 = '云汀区' and 学段 = '小学' and 办学性质 = '民办'" }))[0]!.个数,
    truth: () =>
      rowsOf('schools.csv').filter((row) => row['县区'] === '云汀区' && row['学段'] === '小学' && row['办学性质'] === '民办').length,
  },
  {
    question: '哪个县区的养老床位最多？',
    answer: async () =>
      (await rowsFor('养老院名单', { select: '县区, sum(总床位) as 床位', groupBy: '县区', orderBy: '床位 desc', limit: 1 }))[0]!.县区,
    truth: () => {
      const beds = new Map<string, number>();
      for (const row of rowsOf('nursing-homes.csv')) beds.set(row['县区']!, (beds.get(row['县区']!) ?? 0) + Number(row['总床位']));
      return [...beds].sort(([, a], [, b]) => b - a)[0]![0];
    },
  },
  {
    question: '望江水库的总库容是多少？',
    answer: async () => (await rowsFor('水库基本情况', { where: "水库名称 = '望江水库'" }))[0]!['总库容(万立方米)'],
    truth: () => Number(rowsOf('reservoirs.csv').find((row) => row['水库名称'] === '望江水库')!['总库容(万立方米)']),
  },
  {
    question: '2021年1月博物馆接待了多少人次？',
    answer: async () => (await rowsFor('博物馆参观人数', { where: "月份 = '2021-01'", select: '参观总人次' }))[0]!.参观总人次,
    truth: () => Number(rowsOf('museum-visits.csv').find((row) => row['月份'] === '2021-01')!['参观总人次']),
  },
  {
    question: '最大的停车场叫什么，咨询电话是多少？',
    answer: async () => (await rowsFor('公共停车场', { select: '停车场名称, 联系电话', orderBy: '总泊位数 desc', limit: 1 }))[0],
    truth: () => {
      const { 停车场名称, 联系电话 } = largest('parking-lots.csv', '总泊位数');
      return { 停车场名称, 联系电话 };
    },
  },
  {
    question: '威胁一百人以上的地质灾害隐患点有几处？',
    answer: async () => (await rowsFor('地质灾害隐患点', { select: 'count() as 处数', where: '威胁人数 > 100' }))[0]!.处数,
    truth: () => numbers(rowsOf('geohazards.csv'), '威胁人数').filter((each) => each > 100).length,
  },
  {
    question: '图书馆和书房一共有多少册书？',
    answer: async () => (await rowsFor('城市书房在哪里', { select: 'sum("藏书量(册)") as 册数' }))[0]!.册数,
    truth: () => sum(numbers(rowsOf('libraries.csv'), '藏书量(册)')),
  },
  {
    question: '住房公积金服务网点有多少个？',
    answer: async () => (await ask(client, 'describe_table', { dataset: await datasetFor('公积金网点') })).tables[0]!.rowCount,
    truth: () => rowsOf('fund-offices.csv').length,
  },
  {
    question: '食品抽检的数据找谁问？',
    answer: async () => (await ask(client, 'get_record', { identifier: await datasetFor('食品安全抽检结果') })).record.contact.phone,
    truth: () => datasetOf('food-tests.csv').contact.phone,
  },
  {
    question: '澜人社规[2021]1 是什么文件，还有效吗，什么时候废止的？',
    answer: async () => {
      const { documents } = await ask(client, 'find_document_by_number', { number: '澜人社规[2021]1' });
      const { record } = await ask(client, 'get_record', { identifier: documents[0]!.identifier });
      return [documents.length, record.title, record.document.validity, record.document.repealedOn];
    },
    truth: () => {
      const { title, validity, repealedOn } = documentBy('澜人社规〔2021〕1号');
      return [1, title, validity, repealedOn];
    },
  },
  {
    question: '澜公积金规〔2021〕1号被哪份文件代替了？',
    answer: async () => {
      const { documents } = await ask(client, 'find_document_by_number', { number: '澜公积金规(2021)第1号' });
      const { record } = await ask(client, 'get_record', { identifier: documents[0]!.identifier });
      const { identifier } = record.relations.find(({ label }) => label === '被替代')!;
      return (await ask(client, 'get_record', { identifier })).record.document.documentNumber;
    },
    truth: () => {
      const old = documentBy('澜公积金规〔2021〕1号').identifier;
      return DOCUMENTS.find(({ relations }) => relations.some(({ type, target }) => type === 'replaces' && target === old))!.documentNumber;
    },
  },
  {
    question: '电动车管理规定从哪天起施行？',
    answer: async () => (await documentFor('电动自行车管理规定', { documentType: ['通知'] })).document.effectiveOn,
    truth: () => documentBy('澜政规〔2023〕3号').effectiveOn,
  },
  {
    question: '生活垃圾分类管理办法的有效期到哪天？',
    answer: async () => (await documentFor('印发《澜川市生活垃圾分类管理办法》的通知')).document.expiresOn,
    truth: () => documentBy('澜政规〔2021〕1号').expiresOn,
  },
  {
    question: '全职引进的博士以前给多少安家费（原文）？',
    answer: async () => {
      const { documents } = await ask(client, 'find_document_by_number', { number: '澜人社规〔2021〕1号' });
      const { record } = await ask(client, 'get_record', { identifier: documents[0]!.identifier });
      return /第六条[^\n]*/.exec(record.document.body)![0];
    },
    truth: () => /第六条[^\n]*/.exec(documentBy('澜人社规〔2021〕1号').body)![0],
  },
  {
    question: '教育局有多少份数据？',
    answer: async () => {
      const { facets } = await ask(client, 'list_facets', { kind: ['dataset'], facets: ['department'] });
      return facets[0]!.values.find(({ label }) => label === '澜川市教育局')!.count;
    },
    truth: () => DATASETS.filter(({ provider }) => provider === '澜川市教育局').length,
  },
  {
    question: '法律援助的文件找哪个单位，电话多少？',
    answer: async () => {
      const { department, contact } = await documentFor('法律援助便民服务规定', { documentType: ['通知'] });
      return [department, contact.phone];
    },
    truth: () => {
      const { name, phone } = DEPARTMENTS.find(({ name: each }) => each === documentBy('澜司规〔2022〕1号').issuer[0])!;
      return [name, phone];
    },
  },
];

it('has twenty questions', () => {
  expect(new Set(questions.map(({ question }) => question)).size).toBe(20);
});

it.each(questions)('$question', async ({ answer, truth }) => {
  const expected = truth();
  // An answer of nothing would be found by a tool that finds nothing.
  expect(expected).toBeTruthy();
  expect(await answer()).toEqual(expected);
});

it('names other records of the same subject, never the record itself', async () => {
  const identifier = await datasetFor('养老院名单');
  const { hits } = await ask(client, 'similar', { identifier, limit: 8 });
  expect(hits.length).toBe(8);
  expect(hits.map((hit) => hit.identifier)).not.toContain(identifier);
  expect(
    hits
      .slice(0, 3)
      .map(({ title }) => title)
      .join(),
  ).toMatch(/养老|老年|助餐/);
  const documents = await ask(client, 'similar', { identifier, kind: 'document' });
  expect(new Set(documents.hits.map(({ kind }) => kind))).toEqual(new Set(['document']));
});

it('cites every result by its permanent address', async () => {
  const { hits } = await ask(client, 'search', { q: '公积金', limit: 5 });
  for (const { citation, identifier, title } of hits)
    expect(citation).toMatchObject({ title, url: expect.stringMatching(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/id/${identifier}$`)) });
});
