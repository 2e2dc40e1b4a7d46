import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KeptFileReader } from '../../src/modules/catalog/index.js';
import { Jobs } from '../../src/modules/platform/job/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { importContent, jsonLines } from '../integration/catalog/import-text.js';
import { hashOf, startUploads, type UploadFixture } from './upload/upload-fixture.js';

const NOTE = '第一条 渡口设灯塔两座。\n经办人手机13900006789\n';
const PROGRAM = '#!/bin/sh\nrm -rf /\n';
const NEVER_CAME = '0'.repeat(64);

let fixture: UploadFixture;
beforeAll(async () => {
  fixture = await startUploads();
  const document = (identifier: string, attachments: object[]) => ({
    kind: 'document',
    identifier,
    title: '关于渡口的通知',
    abstract: '渡口',
    issuer: ['甲局'],
    writtenOn: '2026-11-20',
    publicity: '主动公开',
    documentType: '通知',
    body: '见附件。',
    attachments,
  });
  const { rejected } = await importContent(
    fixture.running,
    jsonLines(
      document('imported-1', [
        { title: '说明', path: '说明.txt' },
        { title: '脚本', path: '脚本.txt' },
        { title: '没有来的', sha256: NEVER_CAME },
        { title: '外部', url: 'https://a.example/x.pdf' },
      ]),
      document('imported-2', [{ title: '同一份说明', path: '又一次.txt' }]),
    ),
    { '说明.txt': NOTE, '脚本.txt': PROGRAM, '又一次.txt': NOTE },
  );
  expect(rejected).toEqual([]);
});
afterAll(() => fixture.running.close());

const api = () => request(fixture.running.app.getHttpServer());
const drained = () => fixture.running.app.get(OutboxDispatcher).drain();
const found = async (q: string) => {
  const { body } = await api().get('/api/v1/search').query({ q }).expect(200);
  return (body as { hits: { identifier: string }[] }).hits.map(({ identifier }) => identifier).sort();
};

/** What the gate says when the record is changed through the workflow and its files stay. */
async function findings(): Promise<string[]> {
  const bearer = { Authorization: `Bearer ${fixture.editor.token}` };
  const { body: record } = await api().get('/api/v1/documents/imported-1').expect(200);
  const { identifier, title, abstract, issuer, writtenOn, publicity, documentType, body, attachments } = record as Record<string, unknown>;
  const document = { identifier, title, abstract, issuer, writtenOn, publicity, documentType, body, attachments };
  const begun = await api().post('/api/v1/submissions').set(bearer).send({ document }).expect(201);
  const { id } = begun.body as { id: string };
  const sent = await api()
    .post(`/api/v1/submissions/${id}/submission`)
    .set(bearer)
    .set('If-Match', '"r1"')
    .send({ wordToReviewer: '依法公开' })
    .expect(200);
  const reviewed = { decision: 'return', opinion: '再看', basis: ['S15_THIRD'] };
  const reviewer = { Authorization: `Bearer ${fixture.reviewer.token}` };
  await api().post(`/api/v1/submissions/${id}/review`).set(reviewer).set('If-Match', '"r2"').send(reviewed).expect(200);
  await api().delete(`/api/v1/submissions/${id}`).set(bearer).set('If-Match', '"r3"').expect(204);
  return (sent.body as { findings: { rule: string; field: string; message: string }[] }).findings
    .filter(({ field }) => field.startsWith('attachments'))
    .map(({ rule, field, message }) => `${rule} ${field} ${/外部网址|还没有读取|拒绝/.exec(message)?.[0] ?? ''}`.trim());
}

it('tells the reviewer of every file that nobody has read', async () => {
  expect(await findings()).toEqual([
    'unreadText attachments[0] 附件内容 还没有读取',
    'unreadText attachments[1] 附件内容 还没有读取',
    'unreadText attachments[2] 附件内容 还没有读取',
    'unreadText attachments[3] 附件内容 外部网址',
  ]);
});

it('reads what is there: it can be found, and what is found in it is told; what an upload would refuse stays unread', async () => {
  await drained();
  expect(await found('灯塔')).toEqual([]);
  await fixture.running.app.get(Jobs).runPending();
  await drained();
  expect(await found('灯塔')).toEqual(['imported-1', 'imported-2']);
  const rows = await fixture.running.query<{ sha256: string }>(
    'SELECT sha256, format, text_state AS state FROM stored_file ORDER BY format',
  );
  expect(rows).toEqual([
    { sha256: hashOf(NOTE), format: 'txt', state: 'whole' },
    { sha256: hashOf(PROGRAM), format: 'unknown', state: 'none' },
  ]);
});

it('is read once: the same again, and the look through all records, find nothing new', async () => {
  await fixture.running.app.get(KeptFileReader).start();
  expect(await fixture.running.app.get(Jobs).runPending()).toBe(1);
  expect(await fixture.running.query('SELECT last_error FROM job WHERE last_error IS NOT NULL')).toEqual([]);
});

it('tells the reviewer then what stands in them', async () => {
  expect(await findings()).toEqual([
    'mobile attachments[0] 第 2 行',
    'unreadText attachments[1] 附件内容 拒绝',
    'unreadText attachments[2] 附件内容 还没有读取',
    'unreadText attachments[3] 附件内容 外部网址',
  ]);
});
