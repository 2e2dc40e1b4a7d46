import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CatalogFixture, startCatalog } from './catalog-fixture.js';

let catalog: CatalogFixture;
beforeAll(async () => {
  catalog = await startCatalog(3);
});
afterAll(() => catalog.close());

describe('caching', () => {
  it.each([
    '/api/v1/datasets/sj-1',
    '/api/v1/departments',
    '/api/v1/vocabularies',
    '/api/v1/vocabularies/openness',
    '/openapi.json',
    '/docs',
  ])('%s has a tag and is 304 for who has it', async (path) => {
    const first = await catalog.http.get(path).expect(200);
    const tag = first.headers['etag']!;
    expect(first.headers['cache-control']).toMatch(/^public/);
    const again = await catalog.http.get(path).set('If-None-Match', tag).expect(304);
    expect(again.text).toBe('');
    await catalog.http.get(path).set('If-None-Match', '"other"').expect(200);
  });

  it('errors are never kept', async () => {
    const { headers } = await catalog.http.get('/api/v1/datasets/none');
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('transport', () => {
  it('answers HEAD with the headers of GET', async () => {
    const response = await catalog.http.head('/api/v1/datasets/sj-1').expect(200);
    expect(response.headers['etag']).toBe('"r1"');
    expect(response.text).toBeFalsy();
  });

  it.each(['gzip', 'br'])('compresses with %s', async (encoding) => {
    await catalog.app.listen(0, '127.0.0.1');
    const { port } = catalog.app.getHttpServer().address() as AddressInfo;
    const got = await new Promise((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: '/api/v1/vocabularies', headers: { 'Accept-Encoding': encoding } }, (response) => {
        response.resume();
        resolve(response.headers['content-encoding']);
      }).on('error', reject);
    });
    await new Promise((resolve) => catalog.app.getHttpServer().close(resolve));
    expect(got).toBe(encoding);
  });

  it('may be read from any site', async () => {
    const { headers } = await catalog.http.get('/api/v1/datasets').set('Origin', 'https://example.org');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('ETag');
    await catalog.http
      .options('/api/v1/datasets')
      .set('Origin', 'https://example.org')
      .set('Access-Control-Request-Method', 'GET')
      .expect(204);
  });

  it('gives every answer a request id, the caller’s own when it is fit', async () => {
    const given = await catalog.http.get('/health/live').set('X-Request-Id', 'abcdef-123456');
    expect(given.headers['x-request-id']).toBe('abcdef-123456');
    const unfit = await catalog.http.get('/health/live').set('X-Request-Id', 'a b');
    expect(unfit.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('pages through a list', () => {
  it('by nextCursor, each record once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { body } = await catalog.http
        .get('/api/v1/records')
        .query({ limit: 2, ...(cursor ? { cursor } : {}) })
        .expect(200);
      const page = body as { records: { identifier: string }[]; nextCursor: string | null };
      seen.push(...page.records.map(({ identifier }) => identifier));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['zf-0', 'sj-0', 'zf-1', 'sj-1', 'zf-2', 'sj-2']);
  });
});

describe('/docs', () => {
  it('shows every route and every structure, without script or foreign host', async () => {
    const [{ text }, { body }] = await Promise.all([catalog.http.get('/docs'), catalog.http.get('/openapi.json')]);
    const document = body as { paths: Record<string, Record<string, { operationId: string }>>; components: { schemas: object } };
    for (const item of Object.values(document.paths))
      for (const { operationId } of Object.values(item)) expect(text).toContain(`<article id="${operationId}">`);
    for (const name of Object.keys(document.components.schemas)) expect(text).toContain(`<article id="schema-${name}">`);
    expect(text).not.toMatch(/<script|(src|href)="https?:/);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target!);
    for (const target of targets) expect(text).toContain(`id="${target}"`);
  });
});
