import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACTS } from '../../../src/modules/interop/mapping/facts.js';
import { statementsOf } from '../../../src/modules/interop/mapping/crosswalk.js';
import { EntryReader } from '../../../src/modules/interop/reading/entry-reader.js';
import { type FullCatalog, startFullCatalog } from './full-catalog.js';

let catalog: FullCatalog;
beforeAll(async () => (catalog = await startFullCatalog()));
afterAll(() => catalog.close());

describe('facts', () => {
  it.each([
    ['dataset', 'full-ds', ['tables']],
    ['document', 'full-doc', ['contact', 'relations']],
  ] as const)('are all read of a %s that says everything', async (kind, identifier, without) => {
    const entry = await catalog.app.get(EntryReader).get(identifier);
    const silent = FACTS.filter(({ kinds, read }) => (kinds as readonly string[]).includes(kind) && read(entry).length === 0);
    expect(silent.map(({ name }) => name)).toEqual(without);
    const others = FACTS.filter(({ kinds, read }) => !(kinds as readonly string[]).includes(kind) && read(entry).length > 0);
    expect(others).toEqual([]);
  });

  it('have absolute addresses and official terms', async () => {
    const statements = statementsOf(await catalog.app.get(EntryReader).get('full-ds'), 'dcat');
    const of = (fact: string) => statements.find((statement) => statement.fact === fact)?.values;
    expect(of('updateCycle')).toEqual([
      {
        label: '每月',
        code: 'monthly',
        uri: `${catalog.url}/api/v1/vocabularies/updateCycle#monthly`,
        official: ['http://publications.europa.eu/resource/authority/frequency/MONTHLY'],
      },
    ]);
    expect(of('relations')).toEqual([{ type: 'relatesTo', identifier: 'full-doc', uri: `${catalog.url}/id/full-doc`, partial: false }]);
    expect(of('agents')).toMatchObject([{ name: '泰州市住房公积金管理中心' }]);
  });
});

describe('/id', () => {
  it.each([
    ['text/html', ''],
    ['*/*', ''],
    ['text/turtle', '.ttl'],
    ['application/ld+json', '.jsonld'],
    ['application/rdf+xml;q=0.9, text/html;q=0.1', '.rdf'],
  ])('leads whoever prefers %s to the page with %j', async (accept, suffix) => {
    const { headers } = await catalog.http.get('/id/full-ds').set('Accept', accept).expect(303);
    expect(headers.location).toBe(`${catalog.url}/datasets/full-ds${suffix}`);
    expect(headers.vary).toContain('Accept');
  });

  it('leads programs to the interface, and knows what it does not know', async () => {
    const { headers } = await catalog.http.get('/id/full-doc').set('Accept', 'application/json').expect(303);
    expect(headers.location).toBe(`${catalog.url}/api/v1/documents/full-doc`);
    await catalog.http.get('/id/nothing').expect(404);
  });
});

it('harvests in pages that hold every record once, withdrawn ones when asked for', async () => {
  for (let number = 0; number < 7; number++) await catalog.publish('dataset', { identifier: `x-${number}`, title: `数据${number}` });
  await catalog.withdraw('dataset', 'x-3', '重复');
  const reader = catalog.app.get(EntryReader);
  const found: string[] = [];
  for await (const page of reader.pages({}, 3)) found.push(...page.map(({ record }) => record.identifier));
  expect(found).toEqual(['full-doc', 'full-ds', 'x-0', 'x-1', 'x-2', 'x-4', 'x-5', 'x-6']);
  const all = await reader.page({ withdrawn: true, kind: 'dataset' }, undefined, 100);
  expect(all.map(({ entry }) => entry.record.status).filter((status) => status === 'withdrawn')).toHaveLength(1);
  expect(await reader.page({ topic: '02' }, undefined, 9)).toMatchObject([{ entry: { record: { identifier: 'full-doc' } } }]);
});
