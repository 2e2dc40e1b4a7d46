import { Parser, type Quad, Store } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullCatalog, startFullCatalog } from './full-catalog.js';

const DCT = 'http://purl.org/dc/terms/';
const DCAT = 'http://www.w3.org/ns/dcat#';
const HYDRA = 'http://www.w3.org/ns/hydra/core#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const AUTHORITY = 'http://publications.europa.eu/resource/authority';

let catalog: FullCatalog;
beforeAll(async () => (catalog = await startFullCatalog()));
afterAll(() => catalog.close());

const graphOf = (turtle: string) => new Store(new Parser({ format: 'text/turtle' }).parse(turtle));
const fetchGraph = async (address: string) => graphOf((await catalog.http.get(address).set('Accept', 'text/turtle').expect(200)).text);
const valuesOf = (graph: Store, subject: string, predicate: string) => graph.getObjects(subject, predicate, null).map(({ value }) => value);
const termOf = (term: Quad['object']) => (term.termType === 'Literal' ? [term.value, term.language || term.datatype.value] : [term.value]);
const lines = (graph: Store) =>
  graph
    .getQuads(null, null, null, null)
    .map(({ subject, predicate, object }) => JSON.stringify([subject.value, predicate.value, ...termOf(object)]));

/** Statements of the list of things that our JSON-LD is, with prefixes expanded. */
function linesOfJsonLd(text: string): string[] {
  const document = JSON.parse(text) as { '@context': Record<string, string>; '@graph': Record<string, unknown>[] };
  const expand = (name: string) => name.replace(/^([a-z]+):(?!\/\/)/, (whole, prefix: string) => document['@context'][prefix] ?? whole);
  return document['@graph'].flatMap(({ '@id': id, '@type': types, ...more }) => [
    ...((types ?? []) as string[]).map((type) => JSON.stringify([id, RDF_TYPE, type])),
    ...Object.entries(more).flatMap(([predicate, values]) =>
      (values as Record<string, string>[]).map((value) =>
        JSON.stringify([
          id,
          expand(predicate),
          ...(value['@id'] === undefined
            ? [value['@value'], value['@language'] ?? expand(value['@type'] ?? 'xsd:string')]
            : [value['@id']]),
        ]),
      ),
    ),
  ]);
}

describe('a record as DCAT-AP', () => {
  it('says of a dataset what it says', async () => {
    const graph = await fetchGraph('/datasets/full-ds.ttl');
    const me = `${catalog.url}/id/full-ds`;
    const of = (predicate: string) => valuesOf(graph, me, predicate);
    expect(of(`${DCT}title`)).toEqual(['住房公积金贷款发放“明细” <b>&']);
    expect(of(`${DCAT}keyword`)).toEqual(['公积金', '贷款', 'a,b']);
    expect(of(`${DCT}accrualPeriodicity`)).toEqual([`${AUTHORITY}/frequency/MONTHLY`]);
    expect(of(`${DCT}accessRights`)).toEqual([`${AUTHORITY}/access-right/PUBLIC`]);
    expect(of(`${DCT}license`)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(of(`${DCT}relation`)).toEqual([`${catalog.url}/id/full-doc`]);
    expect(of('http://xmlns.com/foaf/0.1/page')).toEqual(['https://example.gov.cn/a?b=1&c=2']);
    expect(valuesOf(graph, of(`${DCT}temporal`)[0]!, `${DCAT}startDate`)).toEqual(['2020-01-01']);
    const modified = graph.getObjects(me, `${DCT}modified`, null)[0]!;
    expect(termOf(modified)).toEqual(['2025-11', 'http://www.w3.org/2001/XMLSchema#gYearMonth']);
    expect(valuesOf(graph, `${me}#file-0`, `${DCT}format`)).toEqual([`${AUTHORITY}/file-type/CSV`]);
    expect(valuesOf(graph, `${me}#file-0`, `${DCAT}byteSize`)).toEqual(['1234']);
    expect(graph.getObjects(me, RDF_TYPE, null).map(({ value }) => value)).toContain(`${DCAT}Dataset`);
  });

  it('takes a document for a legal resource with one publisher and all issuers', async () => {
    const graph = await fetchGraph('/documents/full-doc.ttl');
    const me = `${catalog.url}/id/full-doc`;
    expect(valuesOf(graph, me, RDF_TYPE)).toContain('http://data.europa.eu/eli/ontology#LegalResource');
    expect(valuesOf(graph, me, `${DCT}publisher`)).toHaveLength(1);
    expect(valuesOf(graph, me, `${DCT}creator`)).toHaveLength(2);
    expect(valuesOf(graph, me, 'http://data.europa.eu/eli/ontology#id_local')).toEqual(['泰政发〔2024〕12号']);
  });

  it('explains every term that it uses in the same graph', async () => {
    const graph = await fetchGraph('/datasets/full-ds.ttl');
    const terms = ['theme', 'accessRights', 'accrualPeriodicity', 'language', 'spatial', 'format']
      .flatMap((name) => [`${DCT}${name}`, `${DCAT}${name}`])
      .flatMap((predicate) => graph.getObjects(null, predicate, null));
    expect(terms.length).toBeGreaterThan(6);
    for (const term of terms)
      expect(valuesOf(graph, term.value, 'http://www.w3.org/2004/02/skos/core#prefLabel'), term.value).toHaveLength(1);
  });

  it.each(['/datasets/full-ds', '/documents/full-doc', '/catalog', '/catalog?limit=1'])(
    'is the same graph in Turtle and JSON-LD: %s',
    async (path) => {
      const [turtle, jsonLd] = await Promise.all(
        ['text/turtle', 'application/ld+json'].map((type) => catalog.http.get(path).set('Accept', type).buffer(true).expect(200)),
      );
      const text = typeof jsonLd!.text === 'string' ? jsonLd!.text : JSON.stringify(jsonLd!.body);
      expect(linesOfJsonLd(text).sort()).toEqual(lines(graphOf(turtle!.text)).sort());
      expect(new Set(Object.values((JSON.parse(text) as { '@context': object })['@context']).map((value) => typeof value))).toEqual(
        new Set(['string']),
      );
    },
  );
});

describe('forms', () => {
  it.each([
    [undefined, 'text/html'],
    ['*/*', 'text/html'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['text/turtle', 'text/turtle'],
    ['application/ld+json', 'application/ld+json'],
    ['application/rdf+xml', 'application/rdf+xml'],
    ['application/rdf+xml;q=0.5, text/turtle;q=0.9', 'text/turtle'],
    ['text/html;q=0.3, application/ld+json', 'application/ld+json'],
    ['image/png', 'text/html'],
    [';;;', 'text/html'],
  ])('whoever accepts %s gets a record as %s', async (accept, type) => {
    const asked = catalog.http.get('/datasets/full-ds');
    const { headers } = await (accept === undefined ? asked : asked.set('Accept', accept)).expect(200);
    expect(headers['content-type']).toContain(type);
    expect(headers.vary).toContain('Accept');
    if (type !== 'text/html') expect(headers['content-location']).toMatch(/^\/datasets\/full-ds\.(ttl|jsonld|rdf)$/);
  });

  it.each([
    ['*/*', 'text/turtle'],
    ['image/png', 'text/turtle'],
    ['application/ld+json', 'application/ld+json'],
    ['application/rdf+xml, */*;q=0.1', 'application/rdf+xml'],
  ])('whoever accepts %s gets the catalog as %s', async (accept, type) => {
    const { headers } = await catalog.http.get('/catalog').set('Accept', accept).expect(200);
    expect(headers['content-type']).toContain(type);
  });

  it.each(['ttl', 'jsonld', 'rdf'])('a suffix counts whatever is accepted: %s', async (suffix) => {
    const { headers } = await catalog.http.get(`/datasets/full-ds.${suffix}`).set('Accept', 'text/html').expect(200);
    expect(headers['content-type']).not.toContain('html');
    await catalog.http.head(`/datasets/full-ds.${suffix}`).expect(200);
  });

  it('leaves the address to a record whose identifier ends in a suffix', async () => {
    await catalog.publish('dataset', { identifier: 'odd.ttl', title: '带后缀' });
    const page = await catalog.http.get('/datasets/odd.ttl').set('Accept', 'text/html').expect(200);
    expect(page.headers['content-type']).toContain('html');
    const graph = await fetchGraph('/datasets/odd.ttl.ttl');
    expect(valuesOf(graph, `${catalog.url}/id/odd.ttl`, `${DCT}title`)).toEqual(['带后缀']);
  });

  it('knows what it does not know', async () => {
    await catalog.http.get('/datasets/nothing.ttl').expect(404);
    await catalog.http.get('/documents/full-ds.ttl').expect(404);
    await catalog.http.get('/datasets/nothing').set('Accept', 'text/turtle').expect(404);
  });

  it('answers 304 to whoever has it', async () => {
    for (const address of ['/datasets/full-ds.ttl', '/catalog.rdf', '/catalog']) {
      const { headers } = await catalog.http.get(address).expect(200);
      await catalog.http.get(address).set('If-None-Match', String(headers.etag)).expect(304);
    }
    const { headers } = await catalog.http.get('/catalog').set('Accept', 'text/turtle').expect(200);
    await catalog.http
      .get('/catalog')
      .set({ Accept: 'application/ld+json', 'If-None-Match': String(headers.etag) })
      .expect(200);
  });

  it('has words of its own, each explained', async () => {
    const graph = await fetchGraph('/ns');
    expect(valuesOf(graph, `${catalog.url}/ns#shareType`, 'http://www.w3.org/2000/01/rdf-schema#label')).toEqual(['共享类型']);
  });
});

describe('a withdrawn record', () => {
  it.each(['ttl', 'jsonld', 'rdf'])('is a tombstone as %s, and says nothing of what it said', async (suffix) => {
    const identifier = `gone-${suffix}`;
    await catalog.publish('dataset', { identifier, title: '旧数据', abstract: '不应再见' });
    await catalog.withdraw('dataset', identifier, '数据有误');
    const answer = await catalog.http.get(`/datasets/${identifier}.${suffix}`).buffer(true).expect(410);
    const text = answer.text ?? (answer.body as Buffer).toString();
    expect(text).toContain('原因：数据有误');
    expect(text).toContain('distribution-status/WITHDRAWN');
    expect(text).not.toContain('不应再见');
    expect(answer.headers['content-type']).not.toContain('problem');
  });
});

describe('pages of the catalog', () => {
  it('hold every record once for whoever follows hydra:next, while records come and go', async () => {
    for (let number = 0; number < 7; number++) await catalog.publish('dataset', { identifier: `page-${number}`, title: `第${number}条` });
    const met: string[] = [];
    let address: string | undefined = '/catalog?kind=dataset&limit=3';
    for (let page = 0; address; page++) {
      const graph: Store = await fetchGraph(address);
      const view = graph.getSubjects(RDF_TYPE, `${HYDRA}PartialCollectionView`, null)[0]!.value;
      met.push(...valuesOf(graph, `${catalog.url}/catalog`, `${DCAT}dataset`));
      if (page === 0) await catalog.withdraw('dataset', 'page-0', '撤回');
      if (page === 1) await catalog.publish('dataset', { identifier: 'page-new', title: '新来' });
      address = valuesOf(graph, view, `${HYDRA}next`)[0]?.slice(catalog.url.length);
    }
    expect(new Set(met).size).toBe(met.length);
    for (const each of ['page-1', 'page-6', 'page-new', 'full-ds']) expect(met).toContain(`${catalog.url}/id/${each}`);
    expect(met).not.toContain(`${catalog.url}/id/full-doc`);
  });

  it('know those around them', async () => {
    const graph = await fetchGraph('/catalog?page=2&limit=2');
    const view = graph.getSubjects(RDF_TYPE, `${HYDRA}PartialCollectionView`, null)[0]!.value;
    expect(valuesOf(graph, view, `${HYDRA}previous`)).toEqual([`${catalog.url}/catalog?limit=2`]);
    expect(valuesOf(graph, view, `${HYDRA}first`)).toEqual([`${catalog.url}/catalog?limit=2`]);
    expect(valuesOf(graph, view, `${HYDRA}next`)[0]).toContain('after=');
    const total = Number(valuesOf(graph, `${catalog.url}/catalog`, `${HYDRA}totalItems`)[0]);
    expect(valuesOf(graph, view, `${HYDRA}last`)).toEqual([`${catalog.url}/catalog?page=${Math.ceil(total / 2)}&limit=2`]);
    const last = await fetchGraph(`/catalog?page=${Math.ceil(total / 2)}&limit=2`);
    expect(last.getQuads(null, `${HYDRA}next`, null, null)).toEqual([]);
    const { headers } = await catalog.http.get('/catalog.rdf?limit=2').expect(200);
    expect(headers.link).toMatch(/\/catalog\.rdf\?after=[^>]+>; rel="next"$/);
  });

  it('are narrowed by topic and department', async () => {
    const graph = await fetchGraph('/catalog?topic=02');
    expect(valuesOf(graph, `${catalog.url}/catalog`, `${DCAT}dataset`)).toEqual([`${catalog.url}/id/full-doc`]);
    const none = await fetchGraph('/catalog?department=nobody');
    expect(valuesOf(none, `${catalog.url}/catalog`, `${DCAT}dataset`)).toEqual([]);
  });

  it.each([
    ['page=0', 'page'],
    ['page=x', 'page'],
    ['page=99999999999', 'page'],
    ['limit=501', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['after=zzz', 'after'],
    ['after=', 'after'],
    ['after=SVZkd3M0dF8yLjI', 'after'],
    ['page=2&after=SVZkd3M0dF8yLjI', 'page'],
    ['kind=all', 'kind'],
    ['pgae=2', 'pgae'],
  ])('are refused with a sentence for %s', async (query, field) => {
    const { status, body } = await catalog.http.get(`/catalog.ttl?${query}`).set('Accept', 'text/turtle, application/json;q=0.5');
    expect([400, 422], JSON.stringify(body)).toContain(status);
    expect(JSON.stringify(body)).toContain(field);
  });

  it('behind the end are empty', async () => {
    const graph = await fetchGraph('/catalog?page=1000');
    expect(valuesOf(graph, `${catalog.url}/catalog`, `${DCAT}dataset`)).toEqual([]);
  });
});

describe('hostile content', () => {
  const NASTY = `"'\\""" <script>&]]>\u202e𠮷\u200b{}|^\``;

  it('stays text, and makes no address', async () => {
    const http = catalog.http;
    const sourceUrl = 'https://example.gov.cn/a b/"<x>\\`{|}^公开?q=[1]';
    await catalog.publish('dataset', {
      identifier: 'nasty',
      title: NASTY,
      abstract: `${NASTY}\r\n第二行`,
      keywords: ['@zh', '"^^xsd:date', '<http://x>'],
      topic: '没有的主题 <>"',
      sourceUrl,
      provider: NASTY,
      license: '自拟 <许可> "x"',
      updateCycle: '想起来就更新',
      contact: { unit: NASTY, phone: '0523-1 转 <2>', email: 'a"b <c>@d' },
      resources: [
        { title: 'x', url: 'javascript:alert(1)', format: '<f>' },
        { title: 'y', url: 'https://example.gov.cn/空 格.csv', format: 'csv' },
      ],
      items: [{ name: NASTY, type: '<C>' }],
      relatedCodes: ['> .\n<a> <b> <c>'],
      relations: [{ type: 'relatesTo', target: 'nasty <>" {}' }],
    });
    const { text } = await http.get('/datasets/nasty.ttl').expect(200);
    const graph = graphOf(text);
    const me = `${catalog.url}/id/nasty`;
    expect(valuesOf(graph, me, `${DCT}title`)[0]).toContain('<script>&]]>');
    for (const { subject, object } of graph.getQuads(null, null, null, null))
      for (const term of [subject, object])
        if (term.termType === 'NamedNode') {
          // eslint-disable-next-line no-control-regex -- they are what must not be there
          expect(term.value).not.toMatch(/[\u0000-\u0020<>"{}|\\^`]/);
          expect(term.value).toMatch(/^(https?|mailto|tel):/);
        }
    expect(valuesOf(graph, me, 'http://xmlns.com/foaf/0.1/page')).toEqual([
      'https://example.gov.cn/a%20b/%22%3Cx%3E%5C%60%7B%7C%7D%5E公开?q=%5B1%5D',
    ]);
    expect(valuesOf(graph, `${me}#file-1`, `${DCAT}accessURL`)).toEqual(['https://example.gov.cn/空%20格.csv']);
    const jsonLd = await http.get('/datasets/nasty.jsonld').buffer(true).expect(200);
    expect(linesOfJsonLd(jsonLd.text ?? JSON.stringify(jsonLd.body)).sort()).toEqual(lines(graph).sort());
  });

  it('in addresses is refused without a fault', async () => {
    for (const address of [
      '/datasets/%3Cscript%3E.ttl',
      '/datasets/..%2f..%2fetc.rdf',
      '/datasets/.ttl',
      '/catalog.ttl/x',
      '/datasets/a%00.ttl',
      `/datasets/${'x'.repeat(5_000)}.ttl`,
    ])
      expect((await catalog.http.get(address).set('Accept', 'text/turtle')).status, address).toBeLessThan(500);
  });
});
