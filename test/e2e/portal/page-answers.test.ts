import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { type CatalogFixture, documentOf, startCatalog } from '../catalog-fixture.js';

const PAGES = ['/', '/search?q=公积金', '/documents/zf-0', '/datasets/sj-0', '/departments', '/help', '/site-map'];

let catalog: CatalogFixture;
beforeAll(async () => {
  catalog = await startCatalog(2);
});
afterAll(() => catalog.close());

const page = (path: string, headers: Record<string, string> = {}) =>
  catalog.http.get(encodeURI(path)).set('Accept', 'text/html').set(headers);
const publish = async (number: number) => {
  await catalog.http.post('/api/v1/documents').set('Authorization', catalog.authorization).send(documentOf(number)).expect(201);
  await catalog.app.get(OutboxDispatcher).drain();
};

describe.each(PAGES)('%s', (path) => {
  it('is the same page until the catalog changes, whatever caches on the way were told', async () => {
    const first = await page(path).expect(200);
    const tag = first.headers.etag!;
    const again = await page(path).expect(200);
    expect(again.headers.etag).toBe(tag);
    expect(again.text).toBe(first.text);
    await page(path, { 'If-None-Match': tag, 'Cache-Control': 'no-cache' }).expect(304);
  });

  it('is another page in another language and in large print, and says so to caches', async () => {
    const plain = await page(path).expect(200);
    expect(plain.headers.vary).toMatch(/Cookie/);
    expect(plain.text).toMatch(/^<!DOCTYPE html><html lang="zh-CN">/);
    for (const [cookie, opening, language] of [
      ['reading=en', '<html lang="en">', 'en'],
      ['reading=zh-care', '<html lang="zh-CN" class="care">', 'zh-CN'],
      ['reading=en-care', '<html lang="en" class="care">', 'en'],
    ] as const) {
      const read = await page(path, { Cookie: cookie, 'If-None-Match': plain.headers.etag! }).expect(200);
      expect(read.text).toContain(opening);
      expect(read.headers['content-language']).toBe(language);
    }
  });
});

it('a change of the catalog makes every page that shows it anew', async () => {
  const before = await page('/search?q=公积金');
  await publish(7);
  const after = await page('/search?q=公积金', { 'If-None-Match': before.headers.etag! }).expect(200);
  expect(after.text).toContain('第7号');
  expect(before.text).not.toContain('第7号');
});

it('many who ask at once are given one page', async () => {
  await publish(8);
  const all = await Promise.all(Array.from({ length: 12 }, () => page('/departments').expect(200)));
  expect(new Set(all.map(({ text }) => text)).size).toBe(1);
});

it('what fails is not kept, and has no tag', async () => {
  const { headers } = await page('/documents/nothing').expect(404);
  expect(headers.etag).toBeUndefined();
  expect(headers['cache-control']).toBe('no-store');
});

describe('the way of reading', () => {
  const choose = (set: string, to = '/help?x=1', cookie = '') =>
    catalog.http.post('/reading').type('form').set('Cookie', cookie).send({ set, to }).redirects(0);

  it.each([
    ['care', '', 'zh-care'],
    ['plain', 'reading=zh-care', 'zh'],
    ['en', 'reading=zh-care', 'en-care'],
    ['zh', 'reading=en', 'zh'],
    ['nonsense', 'reading=en-care', 'en-care'],
  ])('%s after %j is kept as %s', async (set, cookie, kept) => {
    const { headers } = await choose(set, '/help?x=1', cookie).expect(303);
    expect(headers['set-cookie']![0]).toMatch(
      new RegExp(`^reading=${kept}; Max-Age=31536000; Path=/; Expires=.*; HttpOnly; SameSite=Lax$`),
    );
    expect(headers.location).toBe('/help?x=1');
  });

  it('never leads away from the site', async () => {
    expect((await choose('care', '//evil.example/')).headers.location).toBe('/');
  });

  it('does without a form', async () => {
    await catalog.http.post('/reading').redirects(0).expect(303);
  });

  it('can be named in a link', async () => {
    const { headers } = await catalog.http.get('/search?q=a&lang=en&kind=dataset').redirects(0).expect(303);
    expect(headers.location).toBe('/search?q=a&kind=dataset');
    expect(headers['set-cookie']![0]).toMatch(/^reading=en;/);
  });
});

it('English pages of the site itself have no Chinese but the name of the other language', async () => {
  for (const path of ['/help', '/about', '/accessibility']) {
    const { text } = await page(path, { Cookie: 'reading=en' }).expect(200);
    const [, body] = text.split('<main');
    expect(
      body!
        .split('</main>')[0]!
        .match(/\p{Script=Han}+/gu)
        ?.filter((words) => words !== '好找') ?? [],
      path,
    ).toEqual([]);
  }
});

it('an error speaks the language of its reader', async () => {
  const { text } = await page('/documents/housing-loans', { Cookie: 'reading=en' }).expect(404);
  expect(text).toContain('There is no record housing-loans.');
  expect(text).toContain('Search for “housing loans”');
});
