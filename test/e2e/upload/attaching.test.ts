import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personWith, type Person } from '../access/people.js';
import { hashOf, startUploads, type UploadFixture } from './upload-fixture.js';

const SECRET = '乙局的表\n';
const OWN = '站点,数值\n甲,1\n';

let fixture: UploadFixture;
let approver: Person;
beforeAll(async () => {
  fixture = await startUploads();
  approver = await personWith(fixture.running, 'upload.approver', [{ role: 'approver', department: 'a' }]);
  await fixture.upload(fixture.stranger, '乙.csv', SECRET).expect(201);
  await fixture.upload(fixture.editor, '甲.csv', OWN).expect(201);
});
afterAll(() => fixture.running.close());

const api = () => request(fixture.running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });
const documentWith = (identifier: string, ...attachments: object[]) => ({
  document: {
    identifier,
    title: '关于站点的通知',
    abstract: '站点',
    issuer: ['甲局'],
    writtenOn: '2026-11-20',
    publicity: '主动公开',
    documentType: '通知',
    body: '见附件。',
    attachments,
  },
});
const begin = (content: object) => api().post('/api/v1/submissions').set(as(fixture.editor)).send(content);

it('takes no file that another department brought, or nobody, whoever knows its hash', async () => {
  for (const sha256 of [hashOf(SECRET), '0'.repeat(64)]) {
    const { body } = await begin(documentWith('a-planted', { title: '网页', url: 'https://a.example/' }, { title: '表', sha256 })).expect(
      422,
    );
    expect((body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(['attachments[1].sha256']);
  }
  const draft = await begin(documentWith('a-later')).expect(201);
  const { id } = draft.body as { id: string };
  await api()
    .put(`/api/v1/submissions/${id}`)
    .set(as(fixture.editor))
    .set('If-Match', '"r1"')
    .send(documentWith('a-later', { title: '表', sha256: hashOf(SECRET) }))
    .expect(422);
});

it('publishes a file under the size, format and place that are its own, and lets a change keep it', async () => {
  const lies = { title: '表', sha256: hashOf(OWN), byteSize: 1, format: 'pdf', path: '../../乙.csv' };
  const { body } = await begin(documentWith('a-own', lies)).expect(201);
  const { id } = body as { id: string };
  const step = async (person: Person, version: number, path: string, sent: object) =>
    api().post(`/api/v1/submissions/${id}/${path}`).set(as(person)).set('If-Match', `"r${version}"`).send(sent).expect(200);
  const public_ = `/api/v1/records/a-own/resources/0/${encodeURIComponent('甲.csv')}`;
  await api().get(public_).expect(404);
  await step(fixture.editor, 1, 'submission', {});
  await step(fixture.reviewer, 2, 'review', { decision: 'pass' });
  await step(approver, 3, 'approval', { decision: 'approve' });
  const record = await api().get('/api/v1/documents/a-own').expect(200);
  expect((record.body as { attachments: object[] }).attachments).toEqual([
    expect.objectContaining({
      sha256: hashOf(OWN),
      byteSize: Buffer.byteLength(OWN),
      format: 'csv',
      path: `files/${hashOf(OWN).slice(0, 12)}/甲.csv`,
    }),
  ]);
  expect((await api().get(public_).expect(200)).text).toBe(OWN);
  // What stands in the published record may stay, also when nobody knows any more who brought it.
  await fixture.running.query('DELETE FROM file_upload WHERE sha256 = $1', [hashOf(OWN)]);
  await begin(documentWith('a-own', { title: '表', sha256: hashOf(OWN) })).expect(201);
  await begin(documentWith('a-other', { title: '表', sha256: hashOf(OWN) })).expect(422);
});
