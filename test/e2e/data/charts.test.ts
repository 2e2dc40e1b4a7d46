import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const CSV = `序号,区县,金额（万元）,日期,"</svg><script>"\n${Array.from({ length: 60 }, (_, i) => `${i + 1},${['海陵区', '姜堰区', ''][i % 3]},${i * 1250.5},2023-0${1 + (i % 9)}-15,${i % 2 ? '<b>' : '&'}`).join('\n')}\n`;

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(running, [datasetWith('c', ['表.csv'])], { '表.csv': CSV });
});
afterAll(() => running.close());

const svg = async (query: Record<string, string>) => {
  const answer = await api(running).get('/datasets/c/tables/biao/chart.svg').query(query);
  return { status: answer.status, text: answer.text ?? String(answer.body) };
};

it.each<[Record<string, string>, RegExp]>([
  [{ kind: 'bar', x: '区县', y: '金额（万元）', aggregate: 'sum' }, /按区县统计的金额（万元），共 3 项；最大的是（空），/],
  [{ kind: 'line', x: '日期', aggregate: 'count' }, /按日期统计的行数，共 9 项/],
  [{ kind: 'pie', x: '区县' }, /按区县统计的行数/],
  [{ kind: 'scatter', x: '序号', y: '金额（万元）' }, /序号与金额（万元）/],
  [{ kind: 'bar', x: '</svg><script>' }, /按&lt;\/svg&gt;&lt;script&gt;统计的行数/],
])('%j', async (query, says) => {
  const { status, text } = await svg(query);
  expect(text).toMatch(says);
  expect(status).toBe(200);
  expect(text).toMatch(/^<svg[^>]* role="img" aria-label="[^"]*"><title>.*<\/svg>$/s);
  expect(text).not.toMatch(/<script|NaN|href="http/);
  expect((await svg(query)).text).toBe(text);
});

it('says what is wrong with the address of a chart', async () => {
  for (const query of [
    { kind: 'bar' },
    { kind: 'cake', x: '区县' },
    { kind: 'bar', x: '区' },
    { kind: 'bar', x: '区县', y: '日期' },
    { kind: 'scatter', x: '区县', y: '序号' },
    { kind: 'bar', x: '区县', aggregate: 'sum' },
  ])
    expect((await svg(query as unknown as Record<string, string>)).status).toBe(400);
});
