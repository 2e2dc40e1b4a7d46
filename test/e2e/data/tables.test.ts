import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, convertAll, datasetWith, publishTables } from './data-fixture.js';

const LOANS = '序号,区县,贷款金额（万元）,受理日期\n1,海陵区,"1,234.50",2023年5月8日\n2,姜堰区,800,2023/5/9\n合计,,"2,034.50",\n';

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(
    running,
    [
      datasetWith('loans', ['贷款.csv', '说明.txt'], {
        items: [
          { name: '贷款金额', type: 'N', description: '发放额' },
          { name: '银行', type: 'C' },
        ],
      }),
      datasetWith('closed', ['贷款.csv'], { openness: '有条件开放' }),
      datasetWith('never', ['贷款.csv'], { openness: '不予开放' }),
      datasetWith('broken', ['坏.xlsx', '空.csv']),
    ],
    { '贷款.csv': LOANS, '说明.txt': '说明', '坏.xlsx': '不是工作簿', '空.csv': ' \n' },
  );
});
afterAll(() => running.close());

const tables = async (identifier: string) => {
  const { body } = await api(running).get(`/api/v1/datasets/${identifier}/tables`).expect(200);
  return (body as { tables: Record<string, unknown>[] }).tables;
};

it('makes a table of an attached file, with types, units, keys, items, statistics and what people should know', async () => {
  const [table, ...others] = await tables('loans');
  expect(others).toEqual([]);
  expect(table).toMatchObject({ dataset: 'loans', name: 'dai_kuan', title: '贷款', version: 1, rowCount: 2 });
  expect(table!.columns).toMatchObject([
    { key: 'xu_hao', name: '序号', type: 'integer', unit: null },
    {
      key: 'qu_xian',
      name: '区县',
      type: 'string',
      statistics: { nulls: 0, distinct: 2, min: '姜堰区', top: [{ count: 1 }, { count: 1 }] },
    },
    {
      name: '贷款金额（万元）',
      type: 'number',
      unit: '万元',
      item: '贷款金额',
      description: '发放额',
      statistics: { min: '800', max: '1234.5', mean: 1017.25, histogram: [1, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    },
    { key: 'shou_li_ri_qi', type: 'date', statistics: { min: '2023-05-08' } },
  ]);
  expect(table!.notes).toEqual([
    '第 4 行是“合计”，没有作为数据',
    '登记的信息项“银行”在文件中没有',
    '文件中有未登记为信息项的列：序号、区县、受理日期',
  ]);
});

it('keeps every version, retires the table with its file, and brings it back', async () => {
  const second = LOANS.replace('800', '900').replace('合计', '3,高港区,7,2023-05-10\n合计');
  await publishTables(running, [datasetWith('loans', ['贷款.csv'])], { '贷款.csv': second });
  expect(await tables('loans')).toMatchObject([{ name: 'dai_kuan', version: 2, rowCount: 3 }]);
  const { body } = await api(running).get('/api/v1/datasets/loans/tables/dai_kuan/versions').expect(200);
  expect(body).toMatchObject({
    versions: [
      { version: 2, rowCount: 3 },
      { version: 1, rowCount: 2 },
    ],
  });
  await api(running).get('/api/v1/datasets/loans/tables/dai_kuan?version=1').expect(200);

  await publishTables(running, [datasetWith('loans', [])], {});
  expect(await tables('loans')).toEqual([]);
  await api(running).get('/api/v1/datasets/loans/tables/dai_kuan').expect(410);
  await api(running).get('/api/v1/datasets/loans/tables/dai_kuan?version=1').expect(200);

  await publishTables(running, [datasetWith('loans', ['贷款.csv'])], { '贷款.csv': LOANS });
  expect(await tables('loans')).toMatchObject([{ version: 3, rowCount: 2 }]);
  await convertAll(running);
  expect(await tables('loans')).toMatchObject([{ version: 3 }]);
});

it('tells in words why nothing is there', async () => {
  await api(running).get('/api/v1/datasets/closed/tables').expect(403);
  await api(running).get('/api/v1/datasets/never/tables').expect(403);
  await api(running).get('/api/v1/datasets/nobody/tables').expect(404);
  const { body } = await api(running).get('/api/v1/datasets/loans/tables/dai_kuang').expect(404);
  expect(body).toMatchObject({ detail: '“loans”没有名为“dai_kuang”的表，是否想找“dai_kuan”？' });
  await api(running).get('/api/v1/datasets/loans/tables/dai_kuan?version=9').expect(404);
  const rows = await running.query<{ title: string; state: string; error: string }>(
    `SELECT c.title, state, error FROM data_conversion c JOIN record r ON r.id = record_id WHERE identifier = 'broken' ORDER BY c.title`,
  );
  expect(rows).toEqual([
    { title: '坏.xlsx', state: 'failed', error: expect.stringMatching(/。$/) as string },
    { title: '空.csv', state: 'failed', error: '文件是空的，没有可以转换的内容。' },
  ]);
});

it('gives the same by GraphQL', async () => {
  const query = `{ datasets(first: 10) { edges { node { identifier tables { name versions { version } } } } }
    dataset(identifier: "loans") { table(name: "dai_kuan", version: 2) { rowCount columns { key statistics { distinct top } } } } }`;
  const { body } = await api(running).post('/graphql').send({ query }).expect(200);
  const { data } = body as {
    data: { datasets: { edges: { node: { identifier: string; tables: unknown[] } }[] }; dataset: { table: object } };
  };
  expect(data.dataset.table).toMatchObject({ rowCount: 3 });
  const lists = Object.fromEntries(data.datasets.edges.map(({ node }) => [node.identifier, node.tables]));
  expect(lists).toMatchObject({ loans: [{ name: 'dai_kuan' }], closed: [], never: [] });
});
