import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullCatalog, FULL_DATASET, FULL_DOCUMENT, startFullCatalog } from './full-catalog.js';
import { convertAll, datasetWith, publishTables } from '../data/data-fixture.js';

const CSV = `区县,金额,日期\n${Array.from({ length: 25 }, (_, i) => `${['海陵', '高港'][i % 2]},${i * 1.5},2024-01-${String(i + 1).padStart(2, '0')}`).join('\n')}\n`;
const TABLE = 'rows.table.ming_xi';

let catalog: FullCatalog;
beforeAll(async () => {
  catalog = await startFullCatalog();
  await publishTables(
    catalog,
    [datasetWith('rows', ['明细.csv']), datasetWith('LC/1', [], { openness: '有条件开放', keywords: ['公积金'] })],
    {
      '明细.csv': CSV,
    },
  );
  await catalog.publish('dataset', { identifier: 'gone', title: '要撤回的' });
  await catalog.withdraw('dataset', 'gone', '重复');
  await convertAll(catalog);
});
afterAll(() => catalog.close());

interface Body {
  help: string;
  success: boolean;
  result: never;
  error: { __type: string; message: string } & Record<string, unknown>;
}

const get = (action: string, query: Record<string, unknown> = {}) => catalog.http.get(`/api/3/action/${action}`).query(query);
const result = async <T>(action: string, query: Record<string, unknown> = {}): Promise<T> => {
  const { status, body } = await get(action, query);
  expect({ status, error: (body as Body).error }).toEqual({ status: 200, error: undefined });
  return (body as { result: T }).result;
};
interface Found {
  count: number;
  results: { id: string }[];
  facets: Record<string, Record<string, number>>;
  search_facets: Record<string, { items: object[] }>;
}
const search = (query: Record<string, unknown>) => result<Found>('package_search', query);
const ids = async (query: Record<string, unknown>) => (await search({ sort: 'name asc', ...query })).results.map(({ id }) => id);

describe('every action', () => {
  it.each([
    ['status_show', {}, { site_url: expect.any(String) as string, ckan_version: '2.10.4' }],
    ['site_read', {}, true],
    ['package_list', {}, ['_4c_43_2f1', 'full-doc', 'full-ds', 'rows']],
    ['package_list', { limit: '1', offset: '1' }, ['full-doc']],
    ['current_package_list_with_resources', { limit: 1 }, [{ type: 'dataset' }]],
    ['package_show', { id: 'full-ds' }, { id: 'full-ds', title: FULL_DATASET.title }],
    ['package_show', { id: '_4c_43_2f1' }, { id: 'LC/1', name: '_4c_43_2f1' }],
    ['package_show', { id: 'LC/1' }, { id: 'LC/1' }],
    ['package_search', { q: '公积金', rows: 0 }, { results: [] }],
    ['package_autocomplete', { q: '公积金', limit: 1 }, [{ match_field: 'title' }]],
    ['organization_list', {}, expect.any(Array) as string[]],
    ['organization_list', { all_fields: true, sort: 'package_count desc', limit: 1 }, [{ is_organization: true, package_count: 2 }]],
    ['organization_autocomplete', { q: '公积金' }, [{ title: '泰州市住房公积金管理中心' }]],
    ['group_list', {}, expect.arrayContaining(['02']) as string[]],
    ['group_list', { all_fields: 'true', groups: '["02"]' }, [{ id: '02', package_count: 1 }]],
    ['group_show', { id: '02', include_datasets: true }, { package_count: 1, packages: [{ id: 'full-doc' }] }],
    ['group_package_show', { id: '02' }, [{ id: 'full-doc' }]],
    ['group_autocomplete', { q: '综合' }, expect.any(Array) as object[]],
    ['tag_list', {}, ['a,b', '公积金', '缴存基数', '贷款']],
    ['tag_list', { query: '贷', all_fields: 1 }, [{ name: '贷款', vocabulary_id: null }]],
    ['tag_show', { id: '贷款', include_datasets: 'true' }, { name: '贷款', packages: [{ id: 'full-ds' }] }],
    ['tag_search', { query: '公' }, { count: 1, results: [{ name: '公积金' }] }],
    ['tag_autocomplete', { query: '公' }, ['公积金']],
    ['vocabulary_list', {}, []],
    ['license_list', {}, expect.arrayContaining([expect.objectContaining({ id: 'cc-by-4.0', od_conformance: 'approved' })]) as object[]],
    ['resource_show', { id: 'full-ds.file.1' }, { name: '接口', position: 1, package_id: 'full-ds' }],
    ['resource_show', { id: TABLE }, { datastore_active: true, format: 'CSV' }],
    ['resource_search', { query: 'name:明细' }, { count: 2 }],
    ['resource_search', { query: ['format:csv', 'url:example'] }, { count: 1, results: [{ id: 'full-ds.file.0' }] }],
    ['resource_view_list', { id: TABLE }, []],
    ['datastore_search', { resource_id: TABLE, limit: 1 }, { total: 25, records: [{ _id: 1 }] }],
    ['help_show', { name: 'package_show' }, expect.stringContaining('id') as string],
  ])('%s %j answers in the envelope, by GET and POST, JSON and form', async (action, query, wanted) => {
    const answers = [
      await get(action, query),
      await catalog.http.get(`/api/action/${action}`).query(query),
      await catalog.http.post(`/api/3/action/${action}`).send(query),
      await catalog.http.post(`/api/3/action/${action}`).type('form').send(JSON.stringify(query)),
      ...(Object.values(query).some(Array.isArray) ? [] : [await catalog.http.post(`/api/3/action/${action}`).type('form').send(query)]),
    ];
    for (const { status, body, headers } of answers) {
      expect({ status, error: (body as Body).error }).toEqual({ status: 200, error: undefined });
      expect(headers['content-type']).toContain('application/json');
      expect(body).toMatchObject({ help: `${catalog.url}/api/3/action/help_show?name=${action}`, success: true });
      if (typeof wanted === 'object') expect({ result: (body as Body).result }).toMatchObject({ result: wanted });
      else expect((body as Body).result).toEqual(wanted);
    }
  });

  it('organization_show knows an organization by id and name, with its datasets', async () => {
    const [{ id }] = await result<[{ id: string }]>('organization_autocomplete', { q: '公积金' });
    expect(await result('organization_show', { id, include_datasets: true })).toMatchObject({
      title: '泰州市住房公积金管理中心',
      package_count: 2,
      packages: [{}, {}],
    });
    expect(await ids({ fq: `organization:${id}` })).toEqual(['full-doc', 'full-ds']);
  });
});

describe('errors', () => {
  it.each([
    ['package_show', { id: 'nobody' }, 404, 'Not Found Error'],
    ['package_show', { id: 'gone' }, 404, 'Not Found Error'],
    ['package_show', {}, 409, 'Validation Error'],
    ['resource_show', { id: 'full-ds.file.9' }, 404, 'Not Found Error'],
    ['resource_show', { id: 'gone.file.0' }, 404, 'Not Found Error'],
    ['organization_show', { id: 'nobody' }, 404, 'Not Found Error'],
    ['group_show', { id: 'nobody' }, 404, 'Not Found Error'],
    ['tag_show', { id: 'nobody' }, 404, 'Not Found Error'],
    ['help_show', { name: 'nobody' }, 404, 'Not Found Error'],
    ['datastore_search', { resource_id: 'full-ds.file.0' }, 404, 'Not Found Error'],
    ['datastore_search', { resource_id: 'rows.table.nobody' }, 404, 'Not Found Error'],
    ['datastore_search', {}, 409, 'Validation Error'],
    ['datastore_search', { resource_id: TABLE, fields: 'nobody' }, 409, 'Validation Error'],
    ['datastore_search', { resource_id: TABLE, filters: '{"金额":"viel"}' }, 409, 'Validation Error'],
    ['datastore_search', { resource_id: TABLE, filters: '{' }, 409, 'Validation Error'],
    ['datastore_search', { resource_id: TABLE, sort: '金额; DROP TABLE x' }, 409, 'Validation Error'],
    ['package_search', { rows: 'many' }, 409, 'Validation Error'],
    ['package_search', { start: '-1' }, 409, 'Validation Error'],
    ['package_search', { fq: 'nothing:x' }, 400, 'Search Query Error'],
    ['package_search', { fq: '{!lucene}x' }, 400, 'Search Query Error'],
    ['package_search', { sort: 'nothing asc' }, 400, 'Search Query Error'],
    ['package_search', { fq: `name:(${'a OR '.repeat(4000)}a)` }, 400, 'Search Query Error'],
    ['resource_search', { query: 'nothing' }, 400, 'Search Query Error'],
  ])('%s %j: %i %s', async (action, query, status, type) => {
    const answer = await get(action, query);
    const { help, success, error } = answer.body as Body;
    expect({ status: answer.status, success, type: error.__type }).toEqual({ status, success: false, type });
    expect(help).toContain(`name=${action}`);
    expect(error.message.length).toBeGreaterThan(4);
  });

  it('name the parameter, in the language asked for', async () => {
    const { body } = await get('package_search', { rows: 'many' });
    expect((body as Body).error['rows']).toEqual(['应为整数']);
    const english = await get('package_show', { id: 'nobody' }).set('Accept-Language', 'en');
    expect((english.body as Body).error.message).toMatch(/^Not found: There is/);
  });

  it.each([
    ['GET', 'nothing_show', '', 400],
    ['GET', 'package_create', '', 400],
    ['POST', 'package_show', '{', 400],
    ['POST', 'package_show', '[1]', 400],
    ['POST', 'package_show', '"text"', 400],
    ['POST', 'package_show', 'null', 400],
    ['PUT', 'package_show', '{}', 405],
    ['POST', 'package_show', `{"id":"${'x'.repeat(9_000_000)}"}`, 413],
  ])('%s %s with %.20s is answered by a text', async (method, action, body, status) => {
    const address = `/api/3/action/${action}`;
    const request =
      method === 'GET' ? catalog.http.get(address) : method === 'PUT' ? catalog.http.put(address) : catalog.http.post(address);
    const answer = await (method === 'GET' ? request : request.type('json').send(body));
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(/^Bad request - /);
  });
});

const HOSTILE: unknown[] = [
  ...['\u0000', '\ud800', "'; DROP TABLE record; --", '{!func}x', '../../etc/passwd', '%00', '*'.repeat(300), '('.repeat(3000)],
  ...['[', '{', '[[[[', '{"a":{"b":[]}}', '-1', '1e999', '9'.repeat(40), 'NaN', '\\', '"', '__proto__', 'constructor', 'x'.repeat(30_000)],
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    [],
    {},
    [[]],
    [null],
    { __proto__: 1 },
    { 'a"b': '"' },
    ['a\u0000'],
    { $gt: '' },
    Array(2000).fill('a'),
  ],
];
const PARAMETERS: [string, Record<string, unknown>, string[]][] = [
  ['package_search', {}, ['q', 'fq', 'fq_list', 'sort', 'rows', 'start', 'facet', 'facet.field', 'facet.limit']],
  ['package_show', {}, ['id']],
  ['package_list', {}, ['limit', 'offset']],
  ['current_package_list_with_resources', {}, ['limit', 'offset', 'page']],
  ['package_autocomplete', {}, ['q', 'limit']],
  ['organization_list', {}, ['q', 'sort', 'limit', 'offset', 'organizations', 'all_fields']],
  ['organization_show', {}, ['id', 'include_datasets']],
  ['group_list', {}, ['q', 'sort', 'limit', 'offset', 'groups', 'all_fields']],
  ['group_show', {}, ['id', 'include_datasets']],
  ['group_package_show', { id: '02' }, ['limit', 'offset']],
  ['tag_list', {}, ['query', 'limit', 'offset', 'all_fields']],
  ['tag_show', {}, ['id', 'include_datasets']],
  ['tag_search', {}, ['query', 'limit', 'offset']],
  ['resource_show', {}, ['id']],
  ['resource_search', {}, ['query', 'limit', 'offset']],
  ['datastore_search', { resource_id: TABLE }, ['filters', 'q', 'sort', 'limit', 'offset', 'fields', 'include_total', 'distinct']],
  ['datastore_search', {}, ['resource_id', 'id', 'records_format']],
  ['help_show', {}, ['name']],
];

it.each(PARAMETERS)('%s %j minds nothing hostile', async (action, usual, names) => {
  for (const name of names)
    for (const value of HOSTILE) {
      const { status, body } = await catalog.http.post(`/api/3/action/${action}`).send({ ...usual, [name]: value });
      expect({ name, value, fine: status < 500 }).toEqual({ name, value, fine: true });
      if (status !== 200) expect(typeof body === 'string' || typeof (body as Body).error.__type === 'string').toBe(true);
      if (typeof value !== 'string' || !value.isWellFormed() || value.length > 300) continue;
      expect((await get(action, { ...usual, [name]: value })).status).toBeLessThan(500);
    }
});

describe('package_show', () => {
  it('tells everything of a dataset that says everything', async () => {
    const shown = await result<Record<string, unknown> & { extras: { key: string; value: string }[]; resources: object[] }>(
      'package_show',
      {
        id: 'full-ds',
      },
    );
    expect(shown).toMatchObject({
      notes: FULL_DATASET.abstract,
      type: 'dataset',
      state: 'active',
      private: false,
      isopen: true,
      license_id: 'cc-by-4.0',
      license_title: FULL_DATASET.license,
      url: FULL_DATASET.sourceUrl,
      author: FULL_DATASET.provider,
      maintainer: '信息科',
      maintainer_email: 'gjj@example.gov.cn',
      organization: { title: FULL_DATASET.provider, type: 'organization', is_organization: true },
      groups: [{ title: FULL_DATASET.topic }],
      num_tags: 3,
      num_resources: 2,
      relationships_as_subject: [{ type: 'relatesTo', object_package_id: 'full-doc' }],
    });
    expect(shown['metadata_modified']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
    expect(Object.fromEntries(shown.extras.map(({ key, value }) => [key, value]))).toMatchObject({
      frequency: '每月',
      openness: '无条件开放',
      temporal: '2020-01-01/2024-12-31',
      related_codes: '["307001000/000013"]',
      row_count: '1200',
      maintainer_phone: '0523-1234567',
    });
    expect(shown.resources[0]).toMatchObject({
      name: '明细.csv',
      url: 'https://example.gov.cn/mx.csv',
      format: 'CSV',
      size: 1234,
      position: 0,
    });
  });

  it('names all issuers of a document', async () => {
    expect(await result('package_show', { id: 'full-doc' })).toMatchObject({ type: 'document', author: FULL_DOCUMENT.issuer.join('、') });
  });
});

describe('package_search', () => {
  it.each([
    [{}, ['LC/1', 'full-doc', 'full-ds', 'rows']],
    [{ q: '*:*', fq: 'type:dataset' }, ['LC/1', 'full-ds', 'rows']],
    [{ q: '缴存基数' }, ['full-doc']],
    [{ q: 'tags:贷款 OR tags:缴存基数' }, ['full-doc', 'full-ds']],
    [{ fq: '+dataset_type:dataset -tags:贷款' }, ['LC/1', 'rows']],
    [{ fq: 'name:_4c_43_2f1' }, ['LC/1']],
    [{ fq: 'id:("LC/1" OR rows)' }, ['LC/1', 'rows']],
    [{ fq: 'license_id:cc-by-4.0' }, ['full-ds']],
    [{ fq: 'res_format:CSV' }, ['full-ds']],
    [{ fq: 'groups:02' }, ['full-doc']],
    [{ fq: 'openness:有条件开放' }, ['LC/1']],
    [{ fq: 'title:数据*' }, ['LC/1', 'rows']],
    [{ fq_list: ['type:dataset', 'frequency:每月'] }, ['full-ds']],
    [{ fq: 'metadata_modified:[2000-01-01T00:00:00Z TO *]', fq_list: '["type:document"]' }, ['full-doc']],
    [{ fq: 'metadata_created:[NOW+1DAY TO *]' }, []],
    [{ start: 1, rows: 2 }, ['full-doc', 'full-ds']],
    [{ start: 99, rows: 100 }, []],
    [{ start: 10_000_000 }, []],
    [{ include_private: true, include_drafts: true, unknown: 'x', q: '缴存基数' }, ['full-doc']],
  ])('%j finds %j', async (query, wanted) => {
    expect(await ids(query)).toEqual(wanted);
  });

  it('counts facets, whose names can be asked for again', async () => {
    const found = await search({ rows: 0, 'facet.field': '["organization","tags","license_id","type","nothing"]', 'facet.limit': 2 });
    expect(found.facets).toMatchObject({ license_id: { 'cc-by-4.0': 1 }, type: { dataset: 3, document: 1 }, nothing: {} });
    expect(found.search_facets['tags']!.items).toHaveLength(2);
    expect(found.search_facets['tags']!.items[0]).toEqual({ name: '公积金', display_name: '公积金', count: 2 });
    const [organization] = Object.entries(found.facets['organization']!)[0]!;
    expect((await search({ fq: `organization:"${organization}"` })).count).toBe(2);
  });

  it('harvests in pages until one is empty, in the order in which records came', async () => {
    const found: string[] = [];
    for (let page = await search({ rows: 3, sort: 'id asc' }); page.results.length > 0;) {
      found.push(...page.results.map(({ id }) => id));
      page = await search({ rows: 3, sort: 'id asc', start: found.length });
    }
    expect(found.toSorted()).toEqual(['LC/1', 'full-doc', 'full-ds', 'rows']);
    expect(found[0]).toBe('full-doc');
  });
});

describe('datastore_search', () => {
  const rows = (query: Record<string, unknown>) =>
    result<{ records: Record<string, unknown>[]; total?: number; fields: object[]; limit: number }>('datastore_search', {
      resource_id: TABLE,
      ...query,
    });

  it('pages through a table by number, with the number of each row', async () => {
    const page = await rows({ limit: 10, offset: 20 });
    expect(page.records.map(({ _id }) => _id)).toEqual([21, 22, 23, 24, 25]);
    expect(page.fields).toEqual([
      { id: '_id', type: 'int' },
      { id: '区县', type: 'text' },
      { id: '金额', type: 'numeric' },
      { id: '日期', type: 'date' },
    ]);
    expect((await rows({ offset: 25 })).records).toEqual([]);
    expect((await rows({ limit: 100_000 })).limit).toBe(1000);
  });

  it.each([
    [{ filters: { 区县: '高港' }, limit: 2, offset: 1 }, 12, [4, 6]],
    [{ filters: { 区县: ['高港', '海陵'], 金额: 3 } }, 1, [3]],
    [{ q: '高港', limit: 1 }, 12, [2]],
    [{ q: { 区县: '海' }, limit: 1 }, 13, [1]],
    [{ sort: '金额 desc', limit: 2, offset: 1 }, 25, [24, 23]],
    [{ sort: '"区县" asc, 金额 desc', limit: 1 }, 25, [25]],
    [{ sort: '_id', limit: 1 }, 25, [1]],
    [{ filters: { 区县: null } }, 0, []],
  ])('%j: %i rows, first %j', async (query, total, numbers) => {
    const { body } = await catalog.http.post('/api/3/action/datastore_search').send({ resource_id: TABLE, ...query });
    const found = (body as { result: { total: number; records: { _id: number }[] } }).result;
    expect({ total: found.total, numbers: found.records.map(({ _id }) => _id) }).toEqual({ total, numbers });
  });

  it('gives chosen columns, lists and CSV, and no total when none is wanted', async () => {
    expect((await rows({ fields: '金额', limit: 1 })).records).toEqual([{ 金额: 0 }]);
    expect((await rows({ fields: ['_id', '金额'], limit: 1 })).records).toEqual([{ _id: 1, 金额: 0 }]);
    expect(await rows({ records_format: 'lists', limit: 1, include_total: false })).not.toHaveProperty('total');
    expect((await rows({ records_format: 'csv', limit: 1 })).records).toBe('1,海陵,0,2024-01-01\n');
  });
});

it('lists that the caller has already are answered 304, and are new after a change', async () => {
  const addresses = [
    'package_list',
    'package_search?q=公积金',
    'organization_list',
    'group_list',
    'tag_list',
    'resource_search?query=name:a',
  ];
  const ask = (address: string, tag = '') => catalog.http.get(`/api/3/action/${encodeURI(address)}`).set('If-None-Match', tag);
  const tags = await Promise.all(addresses.map(async (address) => String((await ask(address).expect(200)).headers['etag'])));
  for (const [index, address] of addresses.entries()) await ask(address, tags[index]).expect(304);
  await catalog.publish('dataset', { identifier: 'zz-later', title: '后来的' });
  for (const [index, address] of addresses.entries()) await ask(address, tags[index]).expect(200);
});

it('the example of docs/api.md works', async () => {
  const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8').split('### CKAN\n')[1]!;
  const [, address] = /curl "http:\/\/127\.0\.0\.1:3000([^"]+)"/.exec(page)!;
  const { body } = await catalog.http.get(address!).expect(200);
  expect((body as { result: Found }).result.results).toHaveLength(2);
});
