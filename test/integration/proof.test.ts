import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import request from 'supertest';
import { AuditRepository, AuditRoots, AuditVerifier, entryWithoutRevision } from '../../src/modules/audit/index.js';
import { DatasetInput, ProofService, RecordWriter } from '../../src/modules/catalog/index.js';
import { ApiKeyService, OPERATOR } from '../../src/modules/identity/index.js';
import { type Clock, FixedClock } from '../../src/modules/kernel/clock.js';
import { check } from '../../src/modules/kernel/field/index.js';
import { SigningKeys } from '../../src/modules/platform/signing/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

let running: TestApplication;
const context = { actor: 'test', requestId: null };
const dataset = (identifier: string, title: string) => ({
  kind: 'dataset' as const,
  input: check(DatasetInput, { identifier, title, abstract: `${title}的内容`, provider: '甲局', rowCount: 12, keywords: ['一', '二'] })
    .instance,
});

describe.each(['ed25519', 'sm2'] as const)('signatures by %s', (signatureAlgorithm) => {
  beforeAll(async () => {
    running = await createTestApplication({ signatureAlgorithm });
  });
  afterAll(() => running.close());

  it('prove every revision, go on after a rotation, and show what was changed behind our back', async () => {
    const writer = running.app.get(RecordWriter);
    await writer.upsert([dataset('p-1', '公交线路'), dataset('p-2', '公园')], context);
    const old = (await running.app.get(SigningKeys).publicKeys())[0]!.id;
    await running.app.get(SigningKeys).rotate();
    await writer.upsert([dataset('p-1', '公交线路和站点')], context);
    const proofs = running.app.get(ProofService);
    const proof = await proofs.of('p-1');
    expect(proof.revisions.map(({ valid }) => valid)).toEqual([true, true]);
    expect(new Set(proof.revisions.map(({ keyId }) => keyId)).size).toBe(2);
    expect(proof.revisions[0]!.keyId).toBe(old);
    expect(proof.unchangedSince).not.toBeNull();
    expect(JSON.parse(proof.statement!)).toMatchObject({ revision: 2, content: { title: '公交线路和站点' } });

    const served = await request(running.app.getHttpServer()).get('/api/v1/records/p-1/proof').expect(200);
    expect(served.body).toEqual(proof);
    expect((await proofs.verifyAll()).flaws).toEqual([]);

    await running.query(`UPDATE record SET title = '改过的' WHERE identifier = 'p-2'`);
    expect((await proofs.of('p-2')).unchangedSince).toBeNull();
    await running.query('ALTER TABLE record_revision DISABLE TRIGGER ALL');
    await running.query(
      `UPDATE record_revision SET snapshot = jsonb_set(snapshot, '{title}', '"改过的"') WHERE revision = 1 AND snapshot->>'identifier' = 'p-1'`,
    );
    await running.query('ALTER TABLE record_revision ENABLE TRIGGER ALL');
    expect((await proofs.of('p-1')).revisions.map(({ valid }) => valid)).toEqual([false, true]);
    expect((await proofs.verifyAll()).flaws).toHaveLength(1);
  });

  it('of a withdrawn record are shown without its text', async () => {
    const writer = running.app.get(RecordWriter);
    await writer.upsert([dataset('p-3', '停车场')], context);
    await writer.withdraw('dataset', 'p-3', 1, '重复', context);
    const proof = await running.app.get(ProofService).of('p-3');
    expect(proof.statement).toBeNull();
    expect(proof.revisions.map(({ action, valid }) => [action, valid])).toEqual([
      ['created', true],
      ['withdrawn', true],
    ]);
  });
});

describe('the audit log', () => {
  beforeEach(async () => {
    running = await createTestApplication();
    const audit = running.app.get(AuditRepository);
    for (let number = 1; number <= 12; number++)
      await audit.note(entryWithoutRevision({ actor: 'test', action: 'trial', objectType: 'trial', objectId: String(number) }));
    return () => running.close();
  });

  /** As an administrator of the database could: without the triggers. */
  const behindOurBack = async (...statements: string[]) => {
    await running.query('ALTER TABLE audit_event DISABLE TRIGGER ALL');
    for (const statement of statements) await running.query(statement);
    await running.query('ALTER TABLE audit_event ENABLE TRIGGER ALL');
  };
  const flaws = async () => (await running.app.get(AuditVerifier).verify()).flaws;

  it.each([
    'UPDATE audit_event SET actor = $$x$$',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'DELETE FROM record_revision WHERE false',
    'TRUNCATE audit_root',
  ])('is not open to: %s', async (statement) => {
    if (statement.includes('false')) await running.query(statement);
    else await expect(running.query(statement.includes('audit_root') ? 'TRUNCATE audit_root' : statement)).rejects.toThrow('written once');
    expect(await flaws()).toEqual([]);
  });

  it.each([
    ['edited', [`UPDATE audit_event SET actor = 'x' WHERE seq = 5`], '5', '被修改'],
    ['given another origin', [`UPDATE audit_event SET address = '10.9.9.9' WHERE seq = 5`], '5', '被修改'],
    ['given another result', [`UPDATE audit_event SET result = NULL WHERE seq = 5`], '5', '被修改'],
    ['removed', ['DELETE FROM audit_event WHERE seq = 5'], '6', '被删除'],
    [
      'reordered',
      [
        'UPDATE audit_event SET seq = 99 WHERE seq = 5',
        'UPDATE audit_event SET seq = 5 WHERE seq = 6',
        'UPDATE audit_event SET seq = 6 WHERE seq = 99',
      ],
      '5',
      '不相连',
    ],
    [
      'inserted',
      [
        'UPDATE audit_event SET seq = -seq WHERE seq >= 5',
        'UPDATE audit_event SET seq = -seq + 1 WHERE seq < 0',
        `INSERT INTO audit_event SELECT 5, at, 'x', action, object_type, object_id, revision, before_hash, after_hash, request_id, previous_hash, repeat('a', 64) FROM audit_event WHERE seq = 4`,
      ],
      '5',
      '不相连',
    ],
  ])('shows what was %s', async (_, statements, seq, flaw) => {
    await behindOurBack(...statements);
    expect((await flaws())[0]).toMatchObject({ seq, flaw: expect.stringContaining(flaw) });
  });

  it('shows, by the signed root of the day, an end cut off and a chain made anew', async () => {
    const roots = running.app.get(AuditRoots);
    expect(await roots.seal()).toEqual([]);
    // The next day.
    (roots as unknown as { clock: Clock }).clock = new FixedClock('2099-01-01T00:00:00Z');
    expect(await roots.seal()).toHaveLength(1);
    expect(await roots.seal()).toEqual([]);
    expect(await flaws()).toEqual([]);
    await behindOurBack('DELETE FROM audit_event WHERE seq = 12');
    expect((await flaws())[0]).toMatchObject({ seq: '12', flaw: expect.stringContaining('末尾') });
    // The same event again, well chained, but not the one that was signed.
    await running.app
      .get(AuditRepository)
      .note(entryWithoutRevision({ actor: 'other', action: 'trial', objectType: 'trial', objectId: '12' }));
    expect((await flaws())[0]).toMatchObject({ seq: '12', flaw: expect.stringContaining('整体改写') });
  });

  it('is read, searched and exported by auditors, and by nobody else; the export is on it', async () => {
    const keys = running.app.get(ApiKeyService);
    const auditor = { Authorization: `Bearer ${await keys.create({ name: '审计', scopes: ['audit.read'] }, OPERATOR)}` };
    const other = { Authorization: `Bearer ${await keys.create({ name: '别的', scopes: ['search.explain'] }, OPERATOR)}` };
    const api = request(running.app.getHttpServer());
    await api.get('/api/v1/audit/events').expect(401);
    await api.get('/api/v1/audit/events').set(other).expect(403);
    const { body } = await api.get('/api/v1/audit/events?action=trial&limit=5').set(auditor).expect(200);
    expect((body as { objectId: string }[]).map(({ objectId }) => objectId)).toEqual(['12', '11', '10', '9', '8']);
    await api.get('/api/v1/audit/events?from=2026-13-01').set(auditor).expect(400);
    const csv = await api.get('/api/v1/audit/events.csv?objectId=7').set(auditor).expect(200);
    expect(csv.text.split('\r\n')).toHaveLength(3);
    const noted = await api.get('/api/v1/audit/events?action=audit.exported').set(auditor).expect(200);
    expect(noted.body).toHaveLength(1);
    expect(await flaws()).toEqual([]);
  });
});
