import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD, PNG } from '../../support/crafted-file.js';
import { pdfOf } from '../../support/crafted-pdf.js';
import { settingsOf, startS3 } from '../../support/s3-server.js';
import { hashOf, startUploads, type UploadFixture } from './upload-fixture.js';

const TABLE = '站点,数值\n甲,1\n';

const STORES = [
  ['in a folder', () => Promise.resolve(undefined)],
  ['in a bucket', startS3],
] as const;

describe.each(STORES)('uploads %s', (_, open) => {
  let fixture: UploadFixture;
  let bucket: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    bucket = await open();
    fixture = await startUploads(bucket ? settingsOf(bucket.place) : {});
  });
  afterAll(async () => {
    await fixture.running.close();
    await bucket?.close();
  });

  it('are described by what they are, and audited', async () => {
    const { body } = await fixture.upload(fixture.editor, '站点 表.csv', TABLE).expect(201);
    const sha256 = hashOf(TABLE);
    const described = {
      sha256,
      byteSize: Buffer.byteLength(TABLE),
      name: '站点 表.csv',
      format: 'csv',
      mediaType: 'text/csv',
      scan: 'unscanned',
      textNote: null,
      findings: [],
    };
    expect(body).toMatchObject(described);
    expect((await fixture.get(fixture.reviewer, `/api/v1/files/${sha256}`).expect(200)).body).toMatchObject(described);
    const events = await fixture.running.query(`SELECT actor, action, object_id FROM audit_event WHERE action = 'file.uploaded'`);
    expect(events).toEqual([{ actor: 'upload.editor', action: 'file.uploaded', object_id: `${sha256} 站点 表.csv` }]);
  });

  it('can be read by their department before publication, whole and in part, and by nobody else', async () => {
    const { body } = await fixture.upload(fixture.editor, '图.png', PNG).expect(201);
    const path = `/api/v1/files/${(body as { sha256: string }).sha256}`;
    const whole = await fixture.get(fixture.reviewer, `${path}/content`).expect(200);
    expect(hashOf(whole.body as Buffer)).toBe(hashOf(PNG));
    expect(whole.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'cache-control': expect.stringMatching(/^private/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const part = await fixture.get(fixture.reviewer, `${path}/content`).set('Range', 'bytes=1-3').expect(206);
    expect((part.body as Buffer).toString()).toBe('PNG');
    await fixture.get(fixture.stranger, path).expect(404);
    await fixture.get(fixture.stranger, `${path}/content`).expect(404);
    await request(fixture.running.app.getHttpServer()).get(`${path}/content`).expect(401);
    await fixture.get(fixture.editor, '/api/v1/files/nonsense').expect(404);
  });

  it('of the same content by two departments are kept once and known to both', async () => {
    for (const person of [fixture.editor, fixture.stranger, fixture.editor]) await fixture.upload(person, '同.csv', 'a,b\n').expect(201);
    const { rows } = await fixture.traces();
    expect(rows.filter((row) => (row as { sha256: string }).sha256 === hashOf('a,b\n'))).toHaveLength(2);
    await fixture.get(fixture.stranger, `/api/v1/files/${hashOf('a,b\n')}`).expect(200);
  });
});

describe('an upload', () => {
  let fixture: UploadFixture;
  beforeAll(async () => {
    fixture = await startUploads({ maxUploadMb: 1 });
  });
  afterAll(() => fixture.running.close());
  const raw = (query: object) =>
    request(fixture.running.app.getHttpServer())
      .post('/api/v1/files')
      .query(query)
      .set({ Authorization: `Bearer ${fixture.editor.token}`, 'Content-Type': 'application/octet-stream' });

  it.each(GOOD)('of %s is taken: %s', async (format, name, content) => {
    const { body } = await fixture.upload(fixture.editor, name, content).expect(201);
    expect(body).toMatchObject({ format, name });
  });

  it('can be the body itself', async () => {
    const { body } = await raw({ name: '通知.pdf', department: 'a' }).send(pdfOf()).expect(201);
    expect(body).toMatchObject({ name: '通知.pdf', format: 'pdf' });
  });

  it('leaves nothing behind but the file', async () => {
    expect((await fixture.traces()).files.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  const big = Buffer.alloc(1024 * 1024 + 1, 'a');
  it.each([
    ['too large', (f: UploadFixture) => f.upload(f.editor, '大.txt', big), 413, '1 MB'],
    ['of another department', (f: UploadFixture) => f.upload(f.editor, '表.csv', 'a', { department: 'b' }), 403, '本部门'],
    ['by one who may not', (f: UploadFixture) => f.upload(f.reviewer, '表.csv', 'a'), 403, '承办人'],
    ['with a field nobody knows', (f: UploadFixture) => f.upload(f.editor, '表.csv', 'a', { scan: 'clean' }), 422, 'scan'],
    [
      'of two files',
      (f: UploadFixture) => f.upload(f.editor, '表.csv', 'a').attach('file', Buffer.from('b'), 'b.csv'),
      422,
      '一次上传一个',
    ],
    [
      'with the file in another field',
      (f: UploadFixture) => f.upload(f.editor, '表.csv', 'a').attach('other', Buffer.from('b'), 'b.csv'),
      422,
      '一个',
    ],
    ['without a name', () => raw({}).send('a'), 422, 'name'],
    ['with a query nobody knows', () => raw({ name: 'a.csv', scan: 'clean' }).send('a'), 400, 'scan'],
    [
      'as JSON',
      (f: UploadFixture) =>
        request(f.running.app.getHttpServer())
          .post('/api/v1/files')
          .set({ Authorization: `Bearer ${f.editor.token}` })
          .send({ file: 'a' }),
      415,
      'multipart',
    ],
    [
      'as a form without a file',
      (f: UploadFixture) =>
        request(f.running.app.getHttpServer())
          .post('/api/v1/files')
          .set({ Authorization: `Bearer ${f.editor.token}` })
          .field('department', 'a'),
      422,
      'file',
    ],
    [
      'as half a form',
      (f: UploadFixture) =>
        request(f.running.app.getHttpServer())
          .post('/api/v1/files')
          .set({ Authorization: `Bearer ${f.editor.token}`, 'Content-Type': 'multipart/form-data; boundary=x' })
          .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b'),
      400,
      '中断',
    ],
    [
      'as a form without a boundary',
      (f: UploadFixture) =>
        request(f.running.app.getHttpServer())
          .post('/api/v1/files')
          .set({ Authorization: `Bearer ${f.editor.token}`, 'Content-Type': 'multipart/form-data' })
          .send('a'),
      400,
      'boundary',
    ],
  ])('%s is refused', async (_, ask, status, word) => {
    const before = await fixture.traces();
    const { body, headers } = await ask(fixture).expect(status);
    expect(headers['content-type']).toContain('problem+json');
    expect(JSON.stringify(body)).toContain(word);
    expect(await fixture.traces()).toEqual(before);
  });

  it('that cannot be entered leaves nothing', async () => {
    await fixture.running.query(
      `CREATE FUNCTION refuse_upload() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`,
    );
    await fixture.running.query('CREATE TRIGGER refuse BEFORE INSERT ON file_upload FOR EACH ROW EXECUTE FUNCTION refuse_upload()');
    const before = await fixture.traces();
    await fixture.upload(fixture.editor, '新.csv', 'never,seen\n').expect(500);
    expect(await fixture.traces()).toEqual(before);
    await fixture.running.query('DROP TRIGGER refuse ON file_upload');
    await fixture.upload(fixture.editor, '新.csv', 'never,seen\n').expect(201);
  });
});
