import { createHash } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordWriter } from '../../../src/modules/catalog/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Config } from '../../../src/modules/platform/config/index.js';
import { settingsOf, startS3 } from '../../support/s3-server.js';
import { importContent, jsonLines } from './import-text.js';

const TABLE = `站点,数值\n${'甲,1\n'.repeat(2000)}`;
const NAME = '空气 质量.csv';
const sha256 = createHash('sha256').update(TABLE).digest('hex');
const address = (index: number | string, name = NAME, identifier = 'air') =>
  `/api/v1/records/${identifier}/resources/${index}/${encodeURIComponent(name)}`;

let running: TestApplication;
const get = (url: string) => request(running.app.getHttpServer()).get(url);

async function start(settings: Partial<Config>): Promise<void> {
  running = await createTestApplication(settings);
  const lines = jsonLines(
    {
      kind: 'dataset',
      identifier: 'air',
      title: '空气质量',
      resources: [
        { title: '网页', url: 'https://a.example/' },
        { title: '表', path: `表/${NAME}`, format: 'csv' },
        { title: '页', path: 'a.html' },
      ],
    },
    { kind: 'document', identifier: 'notice', title: '通知', attachments: [{ title: '附件', path: 'a.html' }] },
    { kind: 'dataset', identifier: 'gone', title: '撤回', resources: [{ title: '页', path: 'a.html' }] },
  );
  expect((await importContent(running, lines, { [`表/${NAME}`]: TABLE, 'a.html': '<script>alert(1)</script>' })).rejected).toEqual([]);
  await running.app.get(RecordWriter).withdraw('dataset', 'gone', 1, '错误', { actor: 'test', requestId: null });
}

const STORES = [
  ['in a folder', () => Promise.resolve(undefined)],
  ['in a bucket', startS3],
] as const;

describe.each(STORES)('A stored file %s', (_, open) => {
  let bucket: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    bucket = await open();
    await start(bucket ? settingsOf(bucket.place) : {});
  });
  afterAll(async () => {
    await running.close();
    await bucket?.close();
  });

  it('is sent whole, under its name', async () => {
    const { headers, text } = await get(address(1)).expect(200);
    expect(text).toBe(TABLE);
    expect(headers).toMatchObject({
      etag: `"${sha256}"`,
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('public'),
      'content-length': String(Buffer.byteLength(TABLE)),
    });
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(NAME)}`);
  });

  it('claims no character set, since departments send several', async () => {
    expect((await get(address(1)).expect(200)).headers['content-type']).toBe('text/csv');
  });

  it('is sent in parts', async () => {
    const { headers, text } = await get(address(1)).set('Range', 'bytes=0-13').expect(206);
    expect(text).toBe('站点,数值\n');
    expect(headers['content-range']).toBe(`bytes 0-13/${Buffer.byteLength(TABLE)}`);
    expect(headers['content-encoding']).toBeUndefined();
    const { headers: past } = await get(address(1)).set('Range', 'bytes=900000-').expect(416);
    expect(past['content-range']).toBe(`bytes */${Buffer.byteLength(TABLE)}`);
    expect((await get(address(1)).set('Range', 'bytes=-3').expect(206)).text).toBe(',1\n');
  });

  it('is sent in parts only as long as it is the same', async () => {
    const part = (ifRange: string) => get(address(1)).set('Range', 'bytes=0-2').set('If-Range', ifRange);
    expect((await part(`"${sha256}"`).expect(206)).text).toBe('站');
    expect((await part('"another"').expect(200)).text).toBe(TABLE);
  });

  it('tells its size without its content', async () => {
    const { headers, text } = await request(running.app.getHttpServer()).head(address(1)).expect(200);
    expect([headers['content-length'], headers['accept-ranges'], text]).toEqual([String(Buffer.byteLength(TABLE)), 'bytes', undefined]);
  });

  it('is not sent again to who has it', () => get(address(1)).set('If-None-Match', `"${sha256}"`).expect(304));

  it('is never a page of this site', async () => {
    const { headers } = await get(address(2, 'a.html')).expect(200);
    expect(headers['content-type']).not.toContain('html');
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  });

  it('of a document is an attachment', () => get(address(0, 'a.html', 'notice')).expect(200));

  it.each([
    ['a resource that is a link', address(0, 'a'), 404],
    ['no such resource', address(7), 404],
    ['another name', address(1, 'other.csv'), 404],
    ['an index that is none', address('x'), 404],
    ['no such record', address(1, NAME, 'nothing'), 404],
    ['a withdrawn record', address(0, 'a.html', 'gone'), 410],
  ])('is not found for %s', async (_, url, status) => {
    await get(url).expect(status);
  });
});
