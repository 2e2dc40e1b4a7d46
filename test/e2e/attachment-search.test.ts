import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeText, DocumentInput, RecordWriter } from '../../src/modules/catalog/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { TextExtractor } from '../../src/modules/platform/text-extraction/index.js';
import type { SearchResponse } from '../../src/modules/search/api/search.response.js';
import { docxFile } from '../support/office/documents.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

let running: TestApplication;
let folder: string;
const context = { actor: 'test', requestId: null };

beforeAll(async () => {
  running = await createTestApplication();
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-attachment-'));
  const long = Array.from({ length: 4_000 }, (_, index) => `第${index}段，没有什么特别的文字，只是为了让文件很长。`);
  await publish('doc-1', '渡口管理规定', [
    await stored('附件一.docx', docxFile({ paragraphs: ['渡口名录', ...long, '螺蛳湾渡口设灯塔 <两座>，每日开放。'] }), 'docx'),
  ]);
  const rows = Array.from({ length: 500 }, (_, index) => `${index},普通行号\n`).join('');
  await publish('doc-2', '统计资料', [await stored('名单.csv', `编号,鳜鱼放流数量\n${rows}9,末行独有词鲟鱼\n`, 'csv')]);
  await drained();
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** What uploading leaves behind: the file looked into, and kept under its hash. */
async function stored(name: string, content: Buffer | string, format: string) {
  const file = path.join(folder, name);
  await writeFile(file, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { text, textState, textNote, findings } = await describeText(new TextExtractor(), file, format);
  await running.query(
    `INSERT INTO stored_file (sha256, byte_size, format, media_type, scan, text, text_state, text_note, findings, created_at)
     VALUES ($1, $2, $3, 'application/octet-stream', 'unscanned', $4, $5, $6, $7, now())`,
    [sha256, content.length, format, text, textState, textNote, JSON.stringify(findings)],
  );
  return { title: name.replace(/\..*/, ''), sha256, path: `${sha256}/${name}`, format };
}

async function publish(identifier: string, title: string, attachments: DocumentInput['attachments']) {
  const input = Object.assign(new DocumentInput(), { identifier, title, issuer: ['澜川市交通局'], body: '全文见附件。', attachments });
  const [outcome] = await running.app.get(RecordWriter).upsert([{ kind: 'document', input }], context);
  expect(outcome).toMatchObject({ identifier });
}

const drained = () => running.app.get(OutboxDispatcher).drain();
async function search(q: string): Promise<SearchResponse> {
  const { body } = await request(running.app.getHttpServer()).get('/api/v1/search').query({ q }).expect(200);
  return body as SearchResponse;
}

describe('a word that stands only in an attachment', () => {
  it('finds the record, and the hit says where', async () => {
    const { total, hits } = await search('灯塔');
    expect(total.value).toBe(1);
    expect(hits[0]).toMatchObject({ identifier: 'doc-1', attachment: { title: '附件一' } });
    expect(hits[0]!.snippet).toContain('<mark>灯塔</mark> &lt;两座&gt;');
    expect(hits[0]!.attachment!.url).toMatch(/^\/api\/v1\/records\/doc-1\/resources\/0\//);
  });

  it('is shown beside a title that says the rest', async () => {
    const { hits } = await search('渡口管理 灯塔');
    expect(hits[0]).toMatchObject({ identifier: 'doc-1', attachment: { title: '附件一' } });
    expect(hits[0]!.highlights[0]!.html).toContain('<mark>');
  });

  it('is not claimed where the record says it itself', async () => {
    const { hits } = await search('渡口管理规定');
    expect(hits[0]).toMatchObject({ identifier: 'doc-1', attachment: null, snippet: '全文见附件。' });
  });

  it('is found in the header of a table, not in its last row', async () => {
    expect((await search('鳜鱼放流')).hits[0]).toMatchObject({ identifier: 'doc-2', attachment: { title: '名单' } });
    expect((await search('鲟鱼')).hits).toEqual([]);
  });

  it('is told by GraphQL and on the page too', async () => {
    const { body } = await request(running.app.getHttpServer())
      .post('/graphql')
      .send({ query: '{ search(q: "灯塔") { hits { identifier snippet attachment { title url } } } }' })
      .expect(200);
    expect(body.data.search.hits[0]).toMatchObject({ identifier: 'doc-1', attachment: { title: '附件一' } });
    const page = await request(running.app.getHttpServer()).get('/search').query({ q: '灯塔' }).expect(200);
    expect(page.text).toMatch(/附件《<a href="\/api\/v1\/records\/doc-1\/resources\/0\/[^"]+">附件一<\/a>》：<span>.*<mark>灯塔<\/mark>/);
  });

  it('is gone with the record', async () => {
    await running.app.get(RecordWriter).withdraw('document', 'doc-1', 1, '测试撤回', context);
    await drained();
    expect((await search('灯塔')).hits).toEqual([]);
  });
});
