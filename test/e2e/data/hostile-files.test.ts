import { afterAll, beforeAll, expect, it } from 'vitest';
import { workbookOf, zipped } from '../../../src/modules/data/source/nasty-workbooks.fixture.js';
import { zipOf } from '../../support/crafted-zip.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, convertAll, datasetWith, publishTables } from './data-fixture.js';

const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`;
const bookWith = (sheet: string) =>
  zipOf(
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', content: '<a><Relationship Id="a" Type="x/worksheet" Target="a.xml"/></a>' },
    { name: 'xl/a.xml', content: sheet },
  );
const MILLION = 1_000_000;

/** Files that were made to do harm, and the beginning of what their department reads; `done` for those that are only odd. */
const FILES: [name: string, make: () => Buffer | string | Promise<Buffer>, says: RegExp | 'done'][] = [
  ['百万列.csv', () => `${'a,'.repeat(MILLION)}a\n${'1,'.repeat(MILLION)}1\n`, /超过 50000 个单元格|列，超过 2000 列/],
  ['百万列加引号.csv', () => `${'"a",'.repeat(MILLION)}"a"\n${'"1",'.repeat(MILLION)}1\n`, /超过 50000 个单元格/],
  ['一行.csv', () => `a,b\n${'x'.repeat(70 * MILLION)}`, /没有换行，不像表格|1,000,000 个字/],
  ['一列加引号.csv', () => `"名称"\n${Array.from({ length: 300_000 }, (_, i) => `"甲${i % 9}"`).join('\n')}\n"完`, 'done'],
  ['无尽的引号.csv', () => `a,b\n1,"${'文字，\n'.repeat(MILLION)}`, 'done'],
  ['炸弹.xlsx', () => bookWith(`<worksheet><sheetData>${'<x></x>'.repeat(9 * MILLION)}`), /解压后是原来的 150 倍以上/],
  ['炸弹.ods', () => zipped({ 'content.xml': `<a>${'<b></b>'.repeat(9 * MILLION)}` }), /解压后是原来的 150 倍以上/],
  ['笑.xlsx', () => bookWith(`${LAUGHS}<worksheet>&a29;</worksheet>`), /DTD/],
  ['深.json', () => `[${'['.repeat(MILLION)}${']'.repeat(MILLION)}]`, /嵌套超过 100 层/],
  ['宽.json', () => `[{${Array.from({ length: 300_000 }, (_, at) => `"k${at}":1`).join(',')}}]`, /键超过 2,000 个/],
  [
    '万张表.xlsx',
    () => workbookOf({ sheets: Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}`, rows: '' })) }),
    /超过 200 个工作表/,
  ],
  ['假.parquet', () => Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(4_000, 0xff), Buffer.from('PAR1')]), /./],
];

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication({ dataAnonymousUnits: 0 });
  await publishTables(running, [datasetWith('good', ['好.csv'])], { '好.csv': 'a,b\n1,2\n' });
});
afterAll(() => running.close());

it.each(FILES)('%s: the job ends with a readable sentence, and others are answered meanwhile', async (name, make, says) => {
  const converting = publishTables(running, [datasetWith('bad', [name])], { [name]: await make() });
  let working = true;
  const ended = converting.finally(() => (working = false));
  ended.catch(() => undefined);
  let answered = 0;
  while (working) {
    await api(running)
      .get('/api/v1/datasets/good/tables/hao/rows')
      .query({ where: `a >= 0 and a < ${(answered += 1)}000` })
      .expect(200);
  }
  await ended;
  expect(answered).toBeGreaterThan(0);
  const [row] = await running.query<{ state: string; error: string | null; tries: number }>(
    'SELECT state, error, tries FROM data_conversion ORDER BY id DESC LIMIT 1',
  );
  expect(row, JSON.stringify(row)).toMatchObject({ state: says === 'done' ? 'done' : 'failed', tries: 1 });
  if (says !== 'done') {
    expect(row!.error).toMatch(says);
    expect(row!.error).toMatch(/\p{Script=Han}.*。$/u);
    expect(row!.error).not.toMatch(/Error|\/tmp|scratch|\.ts|SELECT/);
  }
  const { body } = await api(running).get('/api/v1/datasets/bad/tables').expect(200);
  expect((body as { tables: object[] }).tables).toHaveLength(says === 'done' ? 1 : 0);
});

it('a good file after all of them is converted', async () => {
  await publishTables(running, [datasetWith('last', ['后.csv'])], { '后.csv': 'a,b\n1,2\n' });
  await convertAll(running);
  await api(running).get('/api/v1/datasets/last/tables/hou/rows').expect(200);
});
