import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullCatalog, startFullCatalog } from './full-catalog.js';
import { HOSTILE_DATASET } from './hostile-record.js';
import { parseXml } from './xml-tree.js';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

let catalog: FullCatalog;
beforeAll(async () => {
  catalog = await startFullCatalog({ siteName: '澜川市政府信息与数据开放平台门户', siteSlogan: '目录' });
  await catalog.publish('dataset', HOSTILE_DATASET);
  await catalog.publish('dataset', { identifier: 'feed.atom', title: '甲' });
  await catalog.publish('dataset', { identifier: 'gone', title: '乙' });
  await catalog.withdraw('dataset', 'gone', '重复');
});
afterAll(() => catalog.close());

async function locations(path: string): Promise<string[]> {
  const { text } = await catalog.http.get(path).expect(200).expect('Content-Type', 'application/xml; charset=utf-8');
  const root = parseXml(text);
  expect(root.namespace).toBe(SITEMAP);
  return root.children.map(({ children }) => {
    expect(children.map(({ name }) => name).join()).toMatch(/^loc(,lastmod)?$/);
    if (children[1]) expect(children[1].text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    return children[0]!.text;
  });
}

it('lists every page once, through an index', async () => {
  const sitemaps = await locations('/sitemap.xml');
  expect(sitemaps).toEqual([`${catalog.url}/sitemaps/0.xml`, `${catalog.url}/sitemaps/1.xml`]);
  const pages = await locations('/sitemaps/0.xml');
  expect(pages).toContain(`${catalog.url}/about`);
  expect(pages.filter((page) => page.includes('/departments/')).length).toBeGreaterThanOrEqual(2);
  const records = await locations('/sitemaps/1.xml');
  const expected = [
    'documents/full-doc',
    'datasets/full-ds',
    `datasets/${encodeURIComponent(HOSTILE_DATASET.identifier)}`,
    'datasets/feed.atom',
  ];
  expect(records.sort()).toEqual(expected.map((path) => `${catalog.url}/${path}`).sort());
  for (const page of [...pages, ...records]) await catalog.http.get(page.slice(catalog.url.length)).set('Accept', 'text/html').expect(200);
});

it.each(['2.xml', '01.xml', '-1.xml', '999999999.xml', '99999999999999999999.xml', '1', 'x.xml'])('%s is none', async (name) => {
  await catalog.http.get(`/sitemaps/${name}`).expect(404);
});

it.each(['/sitemap.xml', '/sitemaps/0.xml', '/sitemaps/1.xml'])('%s is not sent twice', async (path) => {
  const { headers } = await catalog.http.get(path).expect(200);
  await catalog.http.get(path).set('If-None-Match', String(headers.etag)).expect(304);
});

describe('robots.txt', () => {
  /** By RFC 9309: the star stands for anything, the longest rule counts; there are no others than Disallow. */
  async function refuses(path: string): Promise<boolean> {
    const { text } = await catalog.http
      .get('/robots.txt')
      .expect(200)
      .expect('Content-Type', /^text\/plain/);
    expect(text).toContain(`Sitemap: ${catalog.url}/sitemap.xml`);
    const rules = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, rule]) =>
      rule!.split('*').map((part) => part.replace(/[.?+()[\]{}|\\^$]/g, '\\$&')),
    );
    return rules.some((parts) => new RegExp(`^${parts.join('.*')}`).test(path));
  }

  it.each([
    '/',
    '/datasets/full-ds',
    '/documents/full-doc',
    '/departments',
    '/about',
    '/search',
    '/search?q=a',
    '/feed.atom',
    '/sitemaps/1.xml',
    '/datasets/a/tables/b',
  ])('lets crawlers read %s', async (path) => expect(await refuses(path)).toBe(false));

  it.each([
    '/search?kind=dataset',
    '/search?q=a&year=2024',
    '/search?department=x&topic=y',
    '/search.atom?q=a',
    '/api/v1/datasets',
    '/graphql',
    '/workbench/tasks',
    '/datasets/a/tables/b/chart?x=c',
    '/datasets/a/tables/b?where=c',
    '/datasets/a/access',
  ])('keeps them from %s', async (path) => expect(await refuses(path)).toBe(true));
});

describe('OpenSearch', () => {
  it('says how to search here, and where completions are', async () => {
    const { text } = await catalog.http
      .get('/opensearch.xml')
      .expect(200)
      .expect('Content-Type', 'application/opensearchdescription+xml; charset=utf-8');
    const root = parseXml(text);
    const valueOf = (name: string) => root.children.find((child) => child.name === name)!.text;
    expect([...valueOf('ShortName')].length).toBeLessThanOrEqual(16);
    expect(valueOf('Description')).toContain('澜川市');
    const urls: Record<string, string> = Object.fromEntries(
      root.children.filter(({ name }) => name === 'Url').map(({ attributes }) => [attributes.type!, attributes.template!] as const),
    );
    const ask = (type: string) =>
      catalog.http.get(urls[type]!.replace('{searchTerms}', encodeURIComponent('公积金')).slice(catalog.url.length)).expect(200);
    expect((await ask('text/html').set('Accept', 'text/html')).text).toContain('住房公积金');
    expect((await ask('application/atom+xml')).text).toContain('<entry>');
    const suggested = await ask('application/x-suggestions+json');
    const [asked, words, notes, addresses] = JSON.parse(suggested.text || String(suggested.body)) as [string, string[], string[], string[]];
    expect(asked).toBe('公积金');
    expect(words.length).toBeGreaterThan(0);
    expect([notes.length, addresses.length]).toEqual([words.length, words.length]);
    for (const address of addresses) expect(address).toMatch(/^http/);
  });

  it('is told of on every page, and refuses what it does not know', async () => {
    for (const path of ['/', '/search', '/about', '/departments', '/datasets/full-ds'])
      expect((await catalog.http.get(path)).text).toContain(
        '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml"',
      );
    await catalog.http.get('/opensearch/suggestions').expect(400);
    await catalog.http.get('/opensearch/suggestions?q=a&x=1').expect(400);
  });
});
