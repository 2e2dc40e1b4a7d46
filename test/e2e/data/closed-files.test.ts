import { afterAll, beforeAll, expect, it } from 'vitest';
import { KeptFileReader } from '../../../src/modules/catalog/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, convertAll, datasetWith, publishTables } from './data-fixture.js';

const WORD = '紫穗槐密语';
const CSV = `序号,说明\n1,${WORD}\n2,x\n`;

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(
    running,
    [
      datasetWith('open', ['开.csv']),
      datasetWith('conditional', ['条件.csv'], { openness: '有条件开放' }),
      datasetWith('none', ['不.csv'], { openness: '不予开放' }),
    ],
    { '开.csv': CSV, '条件.csv': `${CSV}3,y\n`, '不.csv': `${CSV}4,z\n` },
  );
  await running.app.get(KeptFileReader).start();
  await convertAll(running);
});
afterAll(() => running.close());

const file = (identifier: string, name: string) => `/api/v1/records/${identifier}/resources/0/${encodeURIComponent(name)}`;

it('serves the files of open data to everybody, and those of other data to nobody', async () => {
  await api(running).get(file('open', '开.csv')).expect(200);
  for (const [identifier, name] of [
    ['conditional', '条件.csv'],
    ['none', '不.csv'],
  ] as const) {
    const { body } = await api(running).get(file(identifier, name)).expect(403);
    expect((body as { detail: string }).detail).toContain('不是无条件开放的数据');
    for (const path of [
      'tables',
      'tables/x',
      'tables/x/rows',
      'tables/x/exports/csv',
      'tables/x/openapi.json',
      'tables/x/datapackage.json',
      'tables/x/csv-metadata.json',
      'tables/x/versions',
    ])
      await api(running).get(`/api/v1/datasets/${identifier}/${path}`).expect(403);
    await api(running).get(`/datasets/${identifier}/tables/x`).expect(403);
    const page = await api(running).get(`/datasets/${identifier}`).expect(200);
    expect(page.text).not.toContain(file(identifier, name));
  }
});

it('finds by a word of a file only what is open, and shows nothing of the others', async () => {
  const { body } = await api(running).get('/api/v1/search').query({ q: WORD }).expect(200);
  expect((body as { hits: { identifier: string }[] }).hits.map(({ identifier }) => identifier)).toEqual(['open']);
});
