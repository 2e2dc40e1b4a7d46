import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { FULL_DATASET, type FullCatalog, startFullCatalog } from './full-catalog.js';
import { HOSTILE_DATASET } from './hostile-record.js';
import { parseXml, type XmlElement } from './xml-tree.js';

const ATOM = 'http://www.w3.org/2005/Atom';
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

let catalog: FullCatalog;
let city: string;
beforeAll(async () => {
  catalog = await startFullCatalog();
  city = (await catalog.app.get(DepartmentService).list()).find(({ name }) => name === '泰州市人民政府')!.url;
  await catalog.publish('dataset', { identifier: 'feed.atom', title: '名叫 feed.atom 的数据' });
  await catalog.publish('dataset', HOSTILE_DATASET);
});
afterAll(() => catalog.close());

const children = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name && child.namespace === ATOM);
const text = (element: XmlElement, name: string) => children(element, name)[0]?.text;
const links = (element: XmlElement, rel: string) => children(element, 'link').filter(({ attributes }) => attributes.rel === rel);
const hrefOf = (element: XmlElement, rel: string) => links(element, rel)[0]?.attributes.href;

/** A feed that keeps the rules of RFC 4287 which the validator of the W3C holds feeds to. */
async function feed(path: string): Promise<{ root: XmlElement; entries: XmlElement[] }> {
  const answer = await catalog.http.get(path).expect(200).expect('Content-Type', 'application/atom+xml; charset=utf-8');
  const root = parseXml(answer.text);
  expect(root.namespace).toBe(ATOM);
  const entries = children(root, 'entry');
  for (const element of [root, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(children(element, name), name).toHaveLength(1);
    expect(URL.canParse(text(element, 'id')!)).toBe(true);
    expect(text(element, 'title')!.trim()).not.toBe('');
    for (const name of ['updated', 'published']) if (text(element, name)) expect(text(element, name)).toMatch(RFC3339);
    for (const name of ['published', 'summary', 'rights']) expect(children(element, name).length).toBeLessThanOrEqual(1);
    for (const link of children(element, 'link')) expect(link.attributes.href).toMatch(/^https?:\/\//);
    for (const author of children(element, 'author')) expect(text(author, 'name')).toBeTruthy();
  }
  for (const construct of [
    ...children(root, 'title'),
    ...entries.flatMap((entry) => [...children(entry, 'title'), ...children(entry, 'summary')]),
  ])
    expect(construct.attributes.type).toBe('text');
  expect(children(root, 'author')).toHaveLength(1);
  expect(hrefOf(root, 'self')).toBe(catalog.url + path);
  expect(links(root, 'self')).toHaveLength(1);
  for (const entry of entries) expect(links(entry, 'alternate')).toHaveLength(1);
  const ids = entries.map((entry) => text(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  return { root, entries };
}

const identifiers = (entries: XmlElement[]) =>
  entries.map((entry) => decodeURIComponent(text(entry, 'id')!.slice(`${catalog.url}/id/`.length)));

it('an entry says what the record says', async () => {
  const { entries } = await feed('/feed.atom?kind=dataset');
  const entry = entries[identifiers(entries).indexOf('full-ds')]!;
  expect(text(entry, 'id')).toBe(`${catalog.url}/id/full-ds`);
  expect(text(entry, 'title')).toBe(FULL_DATASET.title);
  expect(text(entry, 'summary')).toBe(FULL_DATASET.abstract.replace('\n', ' '));
  expect(text(entry, 'published')).toBe('2024-03-05T00:00:00+08:00');
  expect(text(entry, 'rights')).toBe(FULL_DATASET.license);
  expect(hrefOf(entry, 'alternate')).toBe(`${catalog.url}/datasets/full-ds`);
  expect(hrefOf(entry, 'via')).toBe(FULL_DATASET.sourceUrl);
  expect(text(children(entry, 'author')[0]!, 'name')).toBe(FULL_DATASET.provider);
  const categories = children(entry, 'category').map((category) => category.attributes.label ?? category.attributes.term);
  expect(categories).toEqual([...FULL_DATASET.keywords, FULL_DATASET.topic, '数据']);
});

describe('parts of the catalog', () => {
  it.each([
    ['/feed.atom', ['feed.atom', HOSTILE_DATASET.identifier, 'full-doc', 'full-ds']],
    ['/feed.atom?kind=document', ['full-doc']],
    ['/topics/02/feed.atom', ['full-doc']],
    ['/search.atom', ['full-doc', 'full-ds', HOSTILE_DATASET.identifier, 'feed.atom']],
    ['/search.atom?q=%E7%BC%B4%E5%AD%98%E5%9F%BA%E6%95%B0&kind=document', ['full-doc']],
  ])('%s', async (path, expected) => {
    expect(identifiers((await feed(path)).entries).sort()).toEqual([...expected].sort());
  });

  it('departments, those that issued together too', async () => {
    expect(identifiers((await feed(`${city}/feed.atom`)).entries)).toEqual(['full-doc']);
  });

  it.each(['/departments/none/feed.atom', '/topics/99/feed.atom', '/topics/constructor/feed.atom'])('%s is not there', async (path) => {
    await catalog.http.get(path).expect(404);
  });

  it.each([
    '/feed.atom?kind=x',
    '/feed.atom?cursor=x',
    '/feed.atom?x=1',
    '/search.atom?year=x',
    '/search.atom?sort=x',
    '/search.atom?cursor=x',
  ])('%s is refused', async (path) => {
    await catalog.http.get(path).expect(400);
  });
});

it('a record whose identifier is feed.atom has its page', async () => {
  const { text: page } = await catalog.http.get('/datasets/feed.atom').set('Accept', 'text/html').expect(200);
  expect(page).toContain('名叫 feed.atom 的数据');
});

it('pages lead through everything, once, the latest first', async () => {
  for (let number = 0; number < 55; number++) await catalog.publish('dataset', { identifier: `x-${number}`, title: `数据${number}` });
  const first = await feed('/feed.atom');
  expect(identifiers(first.entries)[0]).toBe('x-54');
  const second = await feed(hrefOf(first.root, 'next')!.slice(catalog.url.length));
  expect(hrefOf(second.root, 'first')).toBe(`${catalog.url}/feed.atom`);
  expect(hrefOf(second.root, 'next')).toBeUndefined();
  expect(text(second.root, 'id')).toBe(text(first.root, 'id'));
  const all = [...identifiers(first.entries), ...identifiers(second.entries)];
  expect(all).toHaveLength(59);
  expect(new Set(all).size).toBe(59);
});

it('what is withdrawn disappears, and nothing is sent twice to whoever has it', async () => {
  const { headers } = await catalog.http.get('/feed.atom');
  const again = () => catalog.http.get('/feed.atom').set('If-None-Match', String(headers.etag));
  await again().expect(304);
  const found = await catalog.http.get('/search.atom?q=x');
  await catalog.http.get('/search.atom?q=x').set('If-None-Match', String(found.headers.etag)).expect(304);
  await catalog.withdraw('dataset', 'x-54', '重复');
  await again().expect(200);
  expect(identifiers((await feed('/feed.atom')).entries)).not.toContain('x-54');
});

it('pages lead to their feeds', async () => {
  const feedOf = async (path: string) =>
    /<link rel="alternate" type="application\/atom\+xml" href="([^"]+)"/
      .exec((await catalog.http.get(path).expect(200)).text)?.[1]
      ?.replaceAll('&amp;', '&');
  expect(await feedOf('/')).toBe('/feed.atom');
  expect(await feedOf(city)).toBe(`${city}/feed.atom`);
  expect(await feedOf('/search?q=a&kind=dataset&year=2024&sort=title')).toBe('/search.atom?q=a&kind=dataset&year=2024');
});
