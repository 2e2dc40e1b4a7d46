import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullCatalog, startFullCatalog } from './full-catalog.js';

interface Dump {
  conformsTo: unknown;
  dataset: Record<string, unknown>[];
}

let catalog: FullCatalog;
beforeAll(async () => (catalog = await startFullCatalog()));
afterAll(() => catalog.close());

const dump = async (path: string) => (await catalog.http.get(path).expect(200)).body as Dump;
const find = ({ dataset }: Dump, identifier: string) => dataset.find((each) => each.identifier === identifier)!;

describe('data.json 1.1', () => {
  it('says of a dataset what it says', async () => {
    const document = await dump('/data.json');
    expect(document.conformsTo).toBe('https://project-open-data.cio.gov/v1.1/schema');
    expect(find(document, 'full-ds')).toMatchObject({
      '@type': 'dcat:Dataset',
      title: '住房公积金贷款发放“明细” <b>&',
      keyword: ['公积金', '贷款', 'a,b'],
      modified: '2025-11',
      issued: '2024-03-05',
      accessLevel: 'public',
      accrualPeriodicity: 'R/P1M',
      rights: '注明来源',
      temporal: '2020-01-01/2024-12-31',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      publisher: { name: '泰州市住房公积金管理中心' },
      contactPoint: { fn: '信息科', hasEmail: 'mailto:gjj@example.gov.cn' },
      references: ['https://example.gov.cn/a?b=1&c=2'],
      distribution: [{ title: '明细.csv', format: 'csv', mediaType: 'text/csv' }, { title: '接口' }],
    });
    expect(Object.keys(find(document, 'full-ds'))).not.toContain('bureauCode');
  });

  it('has what the schema wants of a record that says nothing', async () => {
    await catalog.publish('dataset', { identifier: 'bare', title: '只有名称' });
    const { modified, ...bare } = find(await dump('/data.json'), 'bare');
    expect(bare).toEqual({
      '@type': 'dcat:Dataset',
      identifier: 'bare',
      title: '只有名称',
      description: '只有名称',
      keyword: ['数据'],
      publisher: { '@type': 'org:Organization', name: '好找' },
      contactPoint: { '@type': 'vcard:Contact', fn: '好找', hasEmail: 'mailto:no-mailbox@haozhao.invalid' },
      accessLevel: 'public',
      landingPage: `${catalog.url}/datasets/bare`,
      language: ['zh-CN'],
    });
    expect(modified).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  });

  it('names no address that is none', async () => {
    await catalog.publish('dataset', {
      identifier: 'bad-address',
      title: '𠮷"</script>',
      sourceUrl: 'https://例子.cn/空 格"<>',
      temporal: { start: '2020' },
      resources: [{ title: 'x', url: 'javascript:alert(1)' }],
      contact: { unit: '科', email: 'not a mailbox' },
    });
    const found = find(await dump('/data.json'), 'bad-address');
    expect(found.references).toEqual(['https://xn--fsqu00a.cn/%E7%A9%BA%20%E6%A0%BC%22%3C%3E']);
    expect(found.temporal).toBeUndefined();
    expect(found.distribution).toEqual([{ '@type': 'dcat:Distribution', title: 'x', accessURL: `${catalog.url}/datasets/bad-address` }]);
    expect(found.contactPoint).toMatchObject({ fn: '科', hasEmail: 'mailto:no-mailbox@haozhao.invalid' });
  });
});

it('DCAT-US 3 says the same in its own words', async () => {
  const document = await dump('/data.v3.json');
  expect(find(document, 'full-ds')).toMatchObject({
    '@type': 'Dataset',
    '@id': `${catalog.url}/id/full-ds`,
    accrualPeriodicity: 'monthly',
    otherIdentifier: ['307001000/000012'],
    temporal: [{ startDate: '2020-01-01', endDate: '2024-12-31' }],
    landingPage: { accessURL: `${catalog.url}/datasets/full-ds` },
    rights: ['注明来源'],
  });
  expect(find(document, 'full-doc').otherIdentifier).toEqual(['014317718/2024-00012', '泰政发〔2024〕12号']);
});

describe.each(['/data.json', '/data.v3.json'])('%s', (path) => {
  it('holds every record once, and one kind when asked', async () => {
    for (let number = 0; number < 4; number++)
      await catalog.publish('dataset', { identifier: `${path.length}-${number}`, title: `${number}` });
    await catalog.withdraw('dataset', `${path.length}-1`, '重复');
    const names = (await dump(path)).dataset.map(({ identifier }) => identifier as string);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('full-doc');
    expect(names).toContain(`${path.length}-3`);
    expect(names).not.toContain(`${path.length}-1`);
    expect((await dump(`${path}?kind=document`)).dataset.map(({ identifier }) => identifier)).toEqual(['full-doc']);
  });

  it('answers 304 to whoever has it, and another tag after a change', async () => {
    const { headers } = await catalog.http.get(path).expect(200);
    await catalog.http.get(path).set('If-None-Match', String(headers.etag)).expect(304);
    await catalog.publish('dataset', { identifier: `new-${path.length}`, title: '新' });
    await catalog.http.get(path).set('If-None-Match', String(headers.etag)).expect(200);
    await catalog.http.head(path).expect(200);
  });

  it('refuses what it does not know', async () => {
    for (const query of ['kind=x', 'page=2', 'kind=dataset&kind=document'])
      expect([400, 422]).toContain((await catalog.http.get(`${path}?${query}`)).status);
  });

  it('stops reading when the caller goes away', async () => {
    await new Promise<void>((resolve, reject) => {
      const request = get(catalog.url + path, (answer) => {
        answer.once('data', () => {
          answer.destroy();
          resolve();
        });
      });
      request.on('error', reject);
    });
    await catalog.http.get(path).expect(200);
  });
});
