import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const DISTRICTS = ['海陵区', '姜堰区', ''];
const ROWS = Array.from({ length: 60 }, (_, i) => [
  i + 1,
  DISTRICTS[i % 3],
  i * 1250.5,
  `2023-0${1 + (i % 9)}-15`,
  i % 2 ? '<b>' : '&',
  119.8 + i / 200,
  32.2 + (i % 7) / 50,
  `3212${i % 3 ? '02' : '04'}`,
]);
const CSV = `序号,区县,金额（万元）,日期,"</svg><script>",经度,纬度,行政区划代码\n${ROWS.map((row) => row.join(',')).join('\n')}\n`;
const PROVINCES = ['320000', '110000', '330000'];
const COUNTRY = `省份,行政区划代码,金额,jin_e\n${PROVINCES.map((code, i) => `省${i},${code},${(i + 1) * 1000},${i + 1}`).join('\n')}\n`;
const MANY = `名称,数量\n${Array.from({ length: 50 }, (_, i) => `第${i}种,${i + 1}`).join('\n')}\n`;

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(running, [datasetWith('c', ['表.csv', '全国.csv', '多.csv'])], {
    '表.csv': CSV,
    '全国.csv': COUNTRY,
    '多.csv': MANY,
  });
});
afterAll(() => running.close());

const svg = async (query: Record<string, string>, table = 'biao') => {
  const answer = await api(running).get(`/datasets/c/tables/${table}/chart.svg`).query(query);
  return { status: answer.status, text: answer.text ?? String(answer.body) };
};
const page = async (query: Record<string, string>, table = 'biao') =>
  (await api(running).get(`/datasets/c/tables/${table}/chart`).query(query).expect(200)).text;

it.each<[Record<string, string>, RegExp]>([
  [{ kind: 'bar', x: '区县', y: '金额（万元）', aggregate: 'sum' }, /按区县统计的金额（万元）.*最高的是（空），[\d,.]+ 万元；.*共 3 项/],
  [{ kind: 'bar', x: 'qu_xian', y: 'jin_e_wan_yuan', group: '日期' }, /按区县和日期统计的金额（万元）/],
  [{ kind: 'line', x: '日期', aggregate: 'count' }, /行数随日期的变化.*共 9 个时间点/],
  [{ kind: 'pie', x: '区县' }, /各区县的行数占比.*占 33.3%/],
  [{ kind: 'scatter', x: '序号', y: '金额（万元）' }, /序号与金额（万元）的关系.*共 60 个点/],
  [{ kind: 'calendar', x: '日期', y: '金额（万元）' }, /按日期逐日统计的金额（万元）.*共 9 天.*2023年/],
  [{ kind: 'points' }, /各行在地图上的位置.*共 60 个点；经度 从 119.8 到.*°E/],
  [{ kind: 'regions', y: '金额（万元）' }, /各地区的金额（万元）.*共 2 项/],
  [{ kind: 'bar', x: '</svg><script>' }, /按&lt;\/svg&gt;&lt;script&gt;统计的行数/],
])('%j', async (query, says) => {
  const { status, text } = await svg(query);
  expect(text).toMatch(says);
  expect(status).toBe(200);
  expect(text).toMatch(/^<svg[^>]* role="img" aria-labelledby="[^"]*"[^>]*><title[^>]*>.*<\/svg>$/s);
  expect(text).not.toMatch(/<script|NaN|href="http/);
  expect((await svg(query)).text).toBe(text);
});

it('regions of the whole country are squares, and a column whose name is the key of another is not mistaken for it', async () => {
  const { text } = await svg({ kind: 'regions', y: '金额' }, 'quan_guo');
  expect(text).toMatch(/最高的是浙江，3,000；最低的是江苏，1,000；共 3 项/);
  expect(text.match(/stroke-dasharray/g)).toHaveLength(31);
  const address = /<img src="[^?]*\?([^"]*)"/.exec(await page({ kind: 'regions', y: '金额' }, 'quan_guo'))![1]!.replaceAll('&amp;', '&');
  expect(await svg(Object.fromEntries(new URLSearchParams(address)), 'quan_guo')).toEqual({ status: 200, text });
});

it('regions within a prefecture have the names that the table has', async () => {
  expect(await page({ kind: 'regions', aggregate: 'count' })).toContain('最高的是姜堰区，40 行；最低的是海陵区，20 行；共 2 项。');
});

it('a chart page has keys in its addresses, its summary, what was left out, and every value', async () => {
  const text = await page({ kind: 'bar', x: '名称', y: '数量' }, 'duo');
  expect(text).toContain('/datasets/c/tables/duo/chart.svg?kind=bar&amp;x=ming_cheng&amp;y=shu_liang&amp;aggregate=sum');
  expect(text).toContain('最高的是第49种，50');
  expect(text).toContain('只分别画出最大的 30 项，其余合为“其他”。');
  // 1 + 2 + … + 20 of fifty.
  expect(text).toMatch(/<th scope="row">其他<\/th><td class="number">210<\/td>/);
  expect(text.match(/<th scope="row">/g)).toHaveLength(31);
});

it('the page of a table has fitting charts, a map of points among them', async () => {
  const { text } = await api(running).get('/datasets/c/tables/biao').expect(200);
  const kinds = [...text.matchAll(/chart\.svg\?kind=(\w+)/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['bar', 'line', 'points']));
  expect(text).not.toMatch(/chart\.svg\?[^"]*%E/);
});

it('says what is wrong with the address of a chart', async () => {
  for (const query of [
    {},
    { kind: 'bar' },
    { kind: 'cake', x: '区县' },
    { kind: 'bar', x: '区' },
    { kind: 'bar', x: '区县', y: '日期', aggregate: 'sum' },
    { kind: 'scatter', x: '区县', y: '序号' },
    { kind: 'bar', x: '区县', aggregate: 'sum' },
    { kind: 'calendar', x: '区县' },
    { kind: 'regions', y: '金额（万元）', aggregate: 'median' },
    { kind: 'bar', x: '区县', width: '99999' },
  ])
    expect((await svg(query as unknown as Record<string, string>)).status).toBe(400);
});
