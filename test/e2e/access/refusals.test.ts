import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditRepository, AuditVerifier, entryWithoutRevision } from '../../../src/modules/audit/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR, RefusalLog, SessionService } from '../../../src/modules/identity/index.js';
import { MOST_OF_ADDRESS } from '../../../src/modules/identity/refusal/refusal-window.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from './people.js';

let running: TestApplication;
let editor: Person;

const api = () => request(running.app.getHttpServer());
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
/** Each test comes from an address of its own, so that none uses up the share of another. */
const from = (address: string) => ({ 'X-Forwarded-For': address });

interface Event {
  actor: string;
  object_type: string;
  object_id: string;
  result: string;
  request_id: string | null;
}

async function refusalsFrom(address: string): Promise<Event[]> {
  await running.app.get(RefusalLog).settled();
  return running.query<Event>(
    `SELECT actor, object_type, object_id, result, request_id FROM audit_event WHERE action = 'access.refused' AND address = $1 ORDER BY seq`,
    [address],
  );
}

beforeAll(async () => {
  running = await createTestApplication({ trustProxy: 1 });
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  editor = await personWith(running, 'qian.editor', [{ role: 'editor', department: 'a' }]);
});
afterAll(() => running.close());

describe('events of the audit log', () => {
  it('say from where and with what result, by REST and by a wrong password', async () => {
    const address = '198.51.100.1';
    await api().post('/api/v1/sessions').set(from(address)).send({ name: editor.name, password: 'x' }).expect(401);
    await api().post('/api/v1/sessions').set(from(address)).send({ name: editor.name, password: editor.password }).expect(201);
    const rows = await running.query<{ action: string; result: string; request_id: string }>(
      'SELECT action, result, request_id FROM audit_event WHERE address = $1 ORDER BY seq',
      [address],
    );
    expect(rows).toEqual([
      { action: 'session.refused', result: 'refused', request_id: expect.any(String) },
      { action: 'session.opened', result: 'ok', request_id: expect.any(String) },
    ]);
  });

  it('of a command have no address, and the whole chain verifies', async () => {
    await running.app
      .get(AuditRepository)
      .note(entryWithoutRevision({ actor: 'cli', action: 'trial', objectType: 'trial', objectId: '1' }));
    const [row] = await running.query<object>(`SELECT address, result FROM audit_event WHERE action = 'trial'`);
    expect(row).toEqual({ address: null, result: 'ok' });
    expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
  });

  it('are searched by address and result, and exported with both', async () => {
    const auditor = bearer(await running.app.get(ApiKeyService).create({ name: '审计', scopes: ['audit.read'] }, OPERATOR));
    const { body } = await api().get('/api/v1/audit/events?result=refused&address=198.51.100.1').set(auditor).expect(200);
    expect(body).toMatchObject([{ action: 'session.refused', address: '198.51.100.1', result: 'refused' }]);
    await api().get('/api/v1/audit/events?result=maybe').set(auditor).expect(400);
    const { text } = await api().get('/api/v1/audit/events.csv?address=198.51.100.1').set(auditor).expect(200);
    expect(text.split('\r\n')[0]).toContain('address,result');
    expect(text).toContain('198.51.100.1,refused');
  });
});

describe('a refusal is written down', () => {
  it.each([
    [
      'for want of a role',
      '198.51.100.10',
      (agent: ReturnType<typeof api>) => agent.post('/api/v1/accounts').send({}),
      403,
      'account.create',
      'qian.editor',
    ],
  ] as const)('%s', async (_, address, call, status, operation, actor) => {
    await call(api()).set(bearer(editor.token)).set(from(address)).expect(status);
    expect(await refusalsFrom(address)).toEqual([
      { actor, object_type: operation, object_id: 'POST /api/v1/accounts', result: 'refused', request_id: expect.any(String) },
    ]);
  });

  it('for a session that is over, a key without the scope and a forged key', async () => {
    const address = '198.51.100.11';
    const key = await running.app.get(ApiKeyService).create({ name: '窄', scopes: ['search.explain'] }, OPERATOR);
    await api().get('/api/v1/audit/events').set(bearer('hzs_forged')).set(from(address)).expect(401);
    await api().get('/api/v1/audit/events').set(bearer(key)).set(from(address)).expect(403);
    await api().get('/api/v1/audit/events').set('X-API-Key', 'hz_forged').set(from(address)).expect(401);
    expect((await refusalsFrom(address)).map(({ actor }) => actor).sort()).toEqual(['-', '-', 'key:窄']);
  });

  it('inside GraphQL, where the answer has another status', async () => {
    const address = '198.51.100.12';
    const query = 'mutation { createDataset(input: { identifier: "x", title: "x" }) { identifier } }';
    const { body } = await api().post('/graphql').set(bearer(editor.token)).set(from(address)).send({ query });
    expect((body as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code).toBe('FORBIDDEN');
    expect(await refusalsFrom(address)).toMatchObject([{ actor: 'qian.editor', object_type: 'record.publishDirectly' }]);
  });

  it('on a page: a forged form, and a cookie that is no session', async () => {
    const address = '198.51.100.13';
    const [account] = await running.query<{ id: string }>(`SELECT id FROM account WHERE name = 'qian.editor'`);
    const { token } = await running.app.get(SessionService).open(account!.id, { kind: 'browser', address: null });
    await api()
      .post('/workbench/submissions')
      .set('Cookie', `haozhao=${token}`)
      .set(from(address))
      .type('form')
      .send({ _csrf: 'forged' })
      .expect(403);
    await api().get('/workbench').set('Cookie', 'haozhao=hzs_forged').set(from(address)).expect(303);
    expect(await refusalsFrom(address)).toMatchObject([
      { actor: 'qian.editor', object_type: 'submission.write' },
      { actor: '-', object_type: 'self.manage', object_id: 'GET /workbench' },
    ]);
  });

  it('not when nobody claimed to be anybody', async () => {
    await api().get('/api/v1/audit/events').set(from('198.51.100.14')).expect(401);
    await api().get('/workbench').set(from('198.51.100.14')).expect(303);
    expect(await refusalsFrom('198.51.100.14')).toEqual([]);
  });

  it('so often that a flood does not fill the log; what is left out is counted', async () => {
    const flood = '198.51.100.15';
    // Two minutes may be touched, never three.
    for (let call = 0; call < 3 * MOST_OF_ADDRESS; call++)
      await api().get('/api/v1/audit/events').set(bearer('hzs_forged')).set(from(flood)).expect(401);
    const written = (await refusalsFrom(flood)).length;
    expect(written).toBeGreaterThanOrEqual(MOST_OF_ADDRESS);
    expect(written).toBeLessThanOrEqual(2 * MOST_OF_ADDRESS);
    const { text } = await api().get('/metrics').expect(200);
    expect(Number(/^haozhao_refusals_dropped_total (\d+)/m.exec(text)?.[1])).toBe(3 * MOST_OF_ADDRESS - written);
  });
});
