import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, datasetWith, publishTables } from '../data/data-fixture.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const CSV = '编号,金额（万元）,日期,时刻,说明\n001,1.5,2024-05-01,08:30:00,"甲,""乙"" <b>𠮷"\n002,,2024-05-02,,=1+1\n';
const ADDRESS = '/datasets/c/tables/mx/croissant.json';

interface Croissant {
  '@context': Record<string, unknown>;
  distribution: { contentUrl: string; sha256: string; encodingFormat: string[] }[];
  recordSet: { field: { '@id': string; dataType: string; description: string; source: object }[] }[];
}

let running: TestApplication;
let name: string;
beforeAll(async () => {
  running = await createTestApplication();
  const said = { title: '明细“表” <b>', keywords: ['公积金'], license: '知识共享 署名 4.0', provider: '甲局', publishedOn: '2024-05' };
  await publishTables(running, [datasetWith('c', ['mx.csv'], said), datasetWith('closed', ['mx.csv'], { openness: '有条件开放' })], {
    'mx.csv': CSV,
  });
  const { body } = await api(running).get('/api/v1/datasets/c/tables').expect(200);
  name = (body as { tables: { name: string }[] }).tables[0]!.name;
});
afterAll(() => running.close());

const address = () => ADDRESS.replace('/mx/', `/${name}/`);
const describeTable = async () => (await api(running).get(address()).expect(200)).body as Croissant & Record<string, unknown>;

describe('Croissant of a table', () => {
  it('says of the dataset what it says', async () => {
    const said = await describeTable();
    expect(said).toMatchObject({
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      name: '明细“表” <b>：mx',
      description: '测试用的数据',
      identifier: 'c',
      version: '1.0.1',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      keywords: ['公积金'],
      creator: { name: '甲局' },
      datePublished: '2024-05',
    });
    expect(said.citeAs).toContain('甲局');
    expect(Object.values(said['@context']).filter((value) => typeof value === 'string' && value.includes('localhost'))).toEqual([]);
  });

  it('names the file of this version, whose bytes have the hash that it says', async () => {
    const [file] = (await describeTable()).distribution;
    expect(file!.encodingFormat).toEqual(['application/vnd.apache.parquet', 'application/x-parquet']);
    const { pathname, search } = new URL(file!.contentUrl);
    const { body } = await api(running)
      .get(pathname + search)
      .responseType('blob')
      .expect(200);
    expect(
      createHash('sha256')
        .update(body as Buffer)
        .digest('hex'),
    ).toBe(file!.sha256);
  });

  it('has a typed field for each column, by its key', async () => {
    const { recordSet } = await describeTable();
    expect(recordSet[0]!.field.map(({ dataType }) => dataType)).toEqual(['sc:Text', 'sc:Float', 'sc:Date', 'sc:Time', 'sc:Text']);
    expect(recordSet[0]!.field[0]).toMatchObject({
      '@id': 'rows/bian_hao',
      description: '编号',
      source: { extract: { column: 'bian_hao' } },
    });
  });

  it('is known to whoever has it, and refused where rows are', async () => {
    const { headers } = await api(running).get(address()).expect(200);
    expect(headers['content-type']).toContain('application/ld+json');
    await api(running).get(address()).set('If-None-Match', String(headers.etag)).expect(304);
    for (const [path, status] of [
      [`/datasets/closed/tables/${name}/croissant.json`, 403],
      [`/datasets/c/tables/nothing/croissant.json`, 404],
      [`/datasets/nothing/tables/${name}/croissant.json`, 404],
    ] as const)
      expect((await api(running).get(path).set('Accept', 'application/json')).status, path).toBe(status);
  });

  it('and the files of the table are in the graph of the dataset, but not those of one that is closed', async () => {
    const { text } = await api(running).get('/datasets/c.ttl').expect(200);
    expect(text).toContain(`/exports/parquet>`);
    expect(text).toContain('dcat:DataService');
    expect(text).toContain('dcat:servesDataset');
    const closed = await api(running).get('/datasets/closed.ttl').expect(200);
    expect(closed.text).not.toContain('/exports/');
    const { body } = await api(running).get('/data.json').expect(200);
    const datasets = (body as { dataset: { identifier: string; distribution: { downloadURL?: string }[] }[] }).dataset;
    const downloads = (identifier: string) =>
      datasets.find((each) => each.identifier === identifier)!.distribution.filter((each) => each.downloadURL);
    expect(downloads('c')).toHaveLength(6);
    expect(downloads('closed')).toEqual([]);
  });
});
