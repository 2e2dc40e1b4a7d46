import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullCatalog, startFullCatalog } from './full-catalog.js';

let catalog: FullCatalog;
beforeAll(async () => (catalog = await startFullCatalog()));
afterAll(() => catalog.close());

/** Lists that are made of the whole catalog. */
const LISTS = [
  '/catalog.ttl',
  '/catalog.jsonld?kind=dataset',
  '/catalog.rdf?limit=1',
  '/data.json',
  '/data.v3.json',
  '/feed.atom',
  '/sitemap.xml',
  '/sitemaps/0.xml',
  '/api/3/action/package_list',
  '/api/3/action/organization_list',
];

describe('lists of the whole catalog', () => {
  it('answer 304 without touching a table of records, and anew once something has changed', async () => {
    const tags = new Map<string, string>();
    for (const list of LISTS) tags.set(list, String((await catalog.http.get(list).expect(200)).headers.etag));
    const keeper = new Client({ connectionString: catalog.databaseUrl });
    await keeper.connect();
    try {
      // Whoever reads one of them now waits until the test has failed.
      await keeper.query('BEGIN');
      await keeper.query(
        'LOCK TABLE record, record_revision, record_relation, data_table, data_version, search_entry IN ACCESS EXCLUSIVE MODE',
      );
      for (const list of LISTS) {
        const { text } = await catalog.http
          .get(list)
          .set('If-None-Match', `"other", ${tags.get(list)!}`)
          .set('Cache-Control', 'no-cache')
          .expect(304);
        expect(text).toBe('');
      }
    } finally {
      await keeper.end();
    }
    await catalog.publish('dataset', { identifier: 'another', title: '又一份数据' });
    for (const list of LISTS) {
      const { headers } = await catalog.http.get(list).set('If-None-Match', tags.get(list)!).expect(200);
      expect(headers.etag, list).not.toBe(tags.get(list));
    }
  });
});
