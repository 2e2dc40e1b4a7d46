import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clamdInstalled, ClamdServer, PLAGUE } from '../../support/clamd-server.js';
import { hashOf, startUploads, type UploadFixture } from './upload-fixture.js';

describe.skipIf(!clamdInstalled())('with a real clamd', () => {
  let clamd: ClamdServer;
  let fixture: UploadFixture;
  beforeAll(async () => {
    clamd = await ClamdServer.start();
    fixture = await startUploads({ clamdHost: clamd.socket });
  });
  afterAll(async () => {
    await fixture.running.close();
    await clamd.stop();
  });

  it('clean files are marked so, infected ones refused by name', async () => {
    expect((await fixture.upload(fixture.editor, '甲.txt', '清白').expect(201)).body).toMatchObject({ scan: 'clean' });
    const before = await fixture.traces();
    const { body } = await fixture.upload(fixture.editor, '乙.txt', PLAGUE).expect(422);
    expect((body as { detail: string }).detail).toContain('Haozhao.Test');
    expect(await fixture.traces()).toEqual(before);
    expect(await fixture.running.query(`SELECT object_id FROM audit_event WHERE action = 'file.refused'`)).toEqual([
      { object_id: `${hashOf(PLAGUE)} virus 乙.txt` },
    ]);
    const { text } = await request(fixture.running.app.getHttpServer()).get('/metrics').expect(200);
    expect(text).toContain('haozhao_virus_scanner_up 1');
  });

  it('files stay clean that were, and others are unscanned, when it is gone', async () => {
    await clamd.stop();
    expect((await fixture.upload(fixture.editor, '丙.txt', '无人看过').expect(201)).body).toMatchObject({ scan: 'unscanned' });
    await fixture.upload(fixture.editor, '甲.txt', '清白').expect(201);
    expect((await fixture.get(fixture.editor, `/api/v1/files/${hashOf('清白')}`)).body).toMatchObject({ scan: 'clean' });
    const { body } = await request(fixture.running.app.getHttpServer()).get('/health/ready').expect(200);
    expect(body).toEqual({ status: 'ok', virusScanner: 'away' });
  });
});

describe.each([
  ['away', { clamdHost: '/nowhere/clamd.sock', clamdRequired: true }],
  ['not configured', { clamdRequired: true }],
])('where a scan is required and the scanner is %s', (_, settings) => {
  let fixture: UploadFixture;
  beforeAll(async () => {
    fixture = await startUploads(settings);
  });
  afterAll(() => fixture.running.close());

  it('nothing is taken', async () => {
    const { body, headers } = await fixture.upload(fixture.editor, '甲.txt', '清白').expect(503);
    expect((body as { detail: string }).detail).toContain('病毒扫描');
    expect(headers['retry-after']).toBe('60');
    expect(await fixture.traces()).toEqual({ rows: [], files: [] });
  });
});
