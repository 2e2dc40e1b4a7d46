import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { FULL_DATASET, type FullCatalog, startFullCatalog } from './full-catalog.js';
import { HOSTILE_DATASET } from './hostile-record.js';

type Node = Record<string, unknown> & { '@type': string };

let catalog: FullCatalog;
beforeAll(async () => {
  catalog = await startFullCatalog({ siteName: '澜川数据' });
  await catalog.publish('dataset', { identifier: 'bare', title: '空' });
  await catalog.publish('dataset', { ...FULL_DATASET, identifier: 'closed', resourceCode: undefined, openness: '不予开放', relations: [] });
  await catalog.publish('document', {
    identifier: 'letter',
    title: '关于某事的复函',
    documentType: '函',
    documentNumber: '澜函〔2024〕3号',
    validity: '废止',
  });
});
afterAll(() => catalog.close());

/** Blocks of JSON-LD in a page, as an extractor finds them. */
const blocksOf = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text]) => JSON.parse(text!) as Node);

async function nodes(path: string): Promise<Record<string, Node>> {
  const { text } = await catalog.http.get(path).set('Accept', 'text/html').expect(200);
  return Object.fromEntries(blocksOf(text).map((node) => [node['@type'], node]));
}

describe('a dataset', () => {
  it('says everything in the words of schema.org', async () => {
    const { Dataset } = await nodes('/datasets/full-ds');
    const organ = { '@type': 'GovernmentOrganization', name: '泰州市住房公积金管理中心' };
    expect(Dataset).toMatchObject({
      '@context': 'https://schema.org',
      '@id': `${catalog.url}/id/full-ds`,
      identifier: ['full-ds', '307001000/000012'],
      name: FULL_DATASET.title,
      keywords: FULL_DATASET.keywords,
      url: `${catalog.url}/datasets/full-ds`,
      isBasedOn: FULL_DATASET.sourceUrl,
      isAccessibleForFree: true,
      datePublished: '2024-03-05',
      dateModified: '2025-11',
      temporalCoverage: '2020-01-01/2024-12-31',
      spatialCoverage: [
        { '@type': 'Place', name: '江苏省泰州市' },
        { '@type': 'Place', name: '泰州市全域' },
      ],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      conditionsOfAccess: '注明来源',
      publisher: {
        ...organ,
        contactPoint: { '@type': 'ContactPoint', name: '信息科', telephone: '0523-1234567', email: 'gjj@example.gov.cn' },
      },
      creator: organ,
      variableMeasured: [{ '@type': 'PropertyValue', name: '区县', description: '名称' }, { name: '金额' }],
      includedInDataCatalog: { '@type': 'DataCatalog', name: '澜川数据' },
    });
    expect(Dataset!.description).toMatch(/^各区县按月发放的贷款笔数和金额。\n含首套、二套。.*信息项：区县、金额。/s);
    expect(Dataset!.distribution).toMatchObject([
      {
        '@type': 'DataDownload',
        name: '明细.csv',
        contentUrl: 'https://example.gov.cn/mx.csv',
        contentSize: '1234 B',
        encodingFormat: 'text/csv',
      },
      { '@type': 'DataDownload', name: '接口', contentUrl: 'https://example.gov.cn/api' },
    ]);
  });

  it.each(['bare', 'full-ds', 'closed'])('%s has a description that search engines for data take', async (identifier) => {
    const { Dataset } = await nodes(`/datasets/${identifier}`);
    const length = [...(Dataset!.description as string)].length;
    expect(length).toBeGreaterThanOrEqual(50);
    expect(length).toBeLessThanOrEqual(5000);
  });

  it('that is closed is not said to be accessible', async () => {
    expect((await nodes('/datasets/closed')).Dataset).toMatchObject({ isAccessibleForFree: false });
  });
});

describe('a document', () => {
  it('with a type of law is legislation', async () => {
    const { Legislation, BreadcrumbList } = await nodes('/documents/full-doc');
    expect(Legislation).toMatchObject({
      legislationIdentifier: '泰政发〔2024〕12号',
      legislationDate: '2024-06-18',
      legislationDateOfApplicability: '2024-07-01',
      legislationLegalForce: 'https://schema.org/InForce',
      legislationType: '行政规范性文件',
      genre: '通知',
      expires: '2029-06-30',
      identifier: ['full-doc', '014317718/2024-00012'],
      encoding: { '@type': 'MediaObject', name: '附件1.pdf', contentUrl: 'https://example.gov.cn/1.pdf' },
      publisher: [{ name: '泰州市人民政府' }, { name: '泰州市住房公积金管理中心' }],
    });
    expect(BreadcrumbList!.itemListElement).toMatchObject([
      { position: 1, name: '首页', item: `${catalog.url}/` },
      { position: 2, name: '部门', item: `${catalog.url}/departments` },
      { position: 3, name: '泰州市人民政府' },
      { position: 4, item: `${catalog.url}/documents/full-doc` },
    ]);
  });

  it('of another kind is a digital document, in words that it has', async () => {
    const { DigitalDocument } = await nodes('/documents/letter');
    expect(DigitalDocument).toMatchObject({ identifier: ['letter', '澜函〔2024〕3号'], creativeWorkStatus: '废止', genre: '函' });
    expect(Object.keys(DigitalDocument!).filter((word) => word.startsWith('legislation'))).toEqual([]);
  });
});

it('the home page is of a site with a search, and of a catalog', async () => {
  const { WebSite, DataCatalog } = await nodes('/');
  expect(WebSite).toMatchObject({
    name: '澜川数据',
    potentialAction: { target: { urlTemplate: `${catalog.url}/search?q={search_term_string}` } },
  });
  expect(DataCatalog).toMatchObject({ name: '澜川数据', url: `${catalog.url}/` });
});

it('a department is an organisation', async () => {
  const department = (await catalog.app.get(DepartmentService).list()).find(({ name }) => name === '泰州市人民政府')!;
  const { GovernmentOrganization, BreadcrumbList } = await nodes(department.url);
  expect(GovernmentOrganization).toMatchObject({ name: '泰州市人民政府', url: catalog.url + department.url });
  expect(BreadcrumbList!.itemListElement).toHaveLength(3);
});

it('hostile texts stay texts', async () => {
  await catalog.publish('dataset', HOSTILE_DATASET);
  const path = `/datasets/${encodeURIComponent(HOSTILE_DATASET.identifier)}`;
  const { title, keywords, items } = (await catalog.http.get(`/api/v1${path}`).expect(200)).body as typeof HOSTILE_DATASET;
  const { text } = await catalog.http.get(path).expect(200);
  expect(text).not.toContain('<script>alert');
  const blocks = blocksOf(text);
  expect(blocks.map((block) => block['@type'])).toEqual(['Dataset', 'BreadcrumbList']);
  expect(blocks[0]).toMatchObject({ name: title, keywords: keywords[0], temporalCoverage: '2020/..' });
  expect(blocks[0]!.license).toEqual({ '@type': 'CreativeWork', name: '自定许可' });
  expect((blocks[0]!.variableMeasured as Node).description).toBe(items[0]!.description);
  for (const [, block] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
    expect(block).not.toMatch(/[<>&\u2028\u2029]/);
});
