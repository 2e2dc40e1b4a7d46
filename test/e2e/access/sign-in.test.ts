import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountService, ApiKeyService, OPERATOR, SessionService } from '../../../src/modules/identity/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { codeOf, type Person, personWith } from './people.js';

let running: TestApplication;
let approver: Person;
let editor: Person;

const api = () => request(running.app.getHttpServer());
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  approver = await personWith(running, 'zhao.approver', [{ role: 'approver', department: 'a' }]);
  editor = await personWith(running, 'qian.editor', [{ role: 'editor', department: 'a' }]);
});
afterAll(() => running.close());

describe('signing in', () => {
  it('says the same for a wrong password and for an unknown account', async () => {
    const wrong = await api().post('/api/v1/sessions').send({ name: 'qian.editor', password: 'x' }).expect(401);
    const unknown = await api().post('/api/v1/sessions').send({ name: 'nobody.here', password: 'x' }).expect(401);
    expect((wrong.body as { detail: string }).detail).toBe((unknown.body as { detail: string }).detail);
  });

  it('leads an approver over the second factor, takes a code once, and lets nothing else pass before', async () => {
    const { body } = await api().post('/api/v1/sessions').send({ name: approver.name, password: approver.password }).expect(201);
    const { token, pending } = body as { token: string; pending: string };
    expect(pending).toBe('secondFactor');
    const refused = await api().get('/api/v1/search?q=x&explain=true').set(bearer(token)).expect(403);
    expect((refused.body as { detail: string }).detail).toContain('二次验证');
    await api()
      .put('/api/v1/sessions/current/password')
      .set(bearer(token))
      .send({ currentPassword: approver.password, newPassword: 'Another-stone-77' })
      .expect(403);
    const code = codeOf(approver.secret!, 1);
    const done = await api().post('/api/v1/sessions/current/second-factor').set(bearer(token)).send({ code }).expect(201);
    expect(done.body).toMatchObject({ pending: null });
    // The token of before the second factor is dead, and the code with it.
    await api().delete('/api/v1/sessions/current').set(bearer(token)).expect(401);
    const replay = await api().post('/api/v1/sessions').send({ name: approver.name, password: approver.password, code }).expect(401);
    expect((replay.body as { detail: string }).detail).toContain('不对');
  });

  it('locks after five failures, even for the right password, until a security administrator unlocks', async () => {
    const victim = await personWith(running, 'sun.locked', [{ role: 'editor', department: 'a' }]);
    for (let failure = 0; failure < 5; failure++)
      await api()
        .post('/api/v1/sessions')
        .send({ name: victim.name, password: `wrong-${failure}` })
        .expect(401);
    const locked = await api().post('/api/v1/sessions').send({ name: victim.name, password: victim.password }).expect(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(60);
    await running.app.get(AccountService).unlock(victim.name, OPERATOR);
    await api().post('/api/v1/sessions').send({ name: victim.name, password: victim.password }).expect(201);
  });

  it('ends every session when the account is disabled, gets a role or a new password', async () => {
    const accounts = running.app.get(AccountService);
    const steps = [
      () => accounts.grant('li.changing', { role: 'secrecyReviewer', department: 'a' }, OPERATOR),
      () => accounts.resetPassword('li.changing', OPERATOR),
      () => accounts.disable('li.changing', OPERATOR),
    ];
    await personWith(running, 'li.changing', [{ role: 'editor', department: 'a' }]);
    for (const step of steps) {
      const { password } = await accounts.resetPassword('li.changing', OPERATOR);
      const { body } = await api().post('/api/v1/sessions').send({ name: 'li.changing', password }).expect(201);
      await step();
      await api()
        .delete('/api/v1/sessions/current')
        .set(bearer((body as { token: string }).token))
        .expect(401);
    }
  });

  it('changes the token of a browser in time: of requests that come together one gets the new one, and none is shut out', async () => {
    const sessions = running.app.get(SessionService);
    const { id } = (await running.query<{ id: string }>(`SELECT id FROM account WHERE name = 'qian.editor'`))[0]!;
    const { token, session } = await sessions.open(id, { kind: 'browser', address: null });
    await running.query(`UPDATE session SET rotated_at = now() - interval '16 minutes' WHERE id = $1`, [session.id]);
    const found = await Promise.all(Array.from({ length: 8 }, () => sessions.find(token, 'browser')));
    expect(found.every((one) => one?.session.id === session.id)).toBe(true);
    const given = found.flatMap((one) => one?.token ?? []);
    expect(given).toHaveLength(1);
    expect(await sessions.find(given[0]!, 'browser')).toBeDefined();
    expect(await sessions.find(token, 'browser')).toBeDefined();
    await running.query(`UPDATE session SET rotated_at = now() - interval '2 minutes' WHERE id = $1`, [session.id]);
    expect(await sessions.find(token, 'browser')).toBeUndefined();
    expect(await sessions.find(given[0]!, 'api')).toBeUndefined();
  });

  it('is written down, refusals too, and never with the password', async () => {
    const rows = await running.query<{ action: string; object_id: string }>(
      `SELECT action, object_id FROM audit_event WHERE object_type = 'account' ORDER BY seq`,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.created', 'role.granted', 'session.opened', 'session.refused', 'session.locked']),
    );
    expect(JSON.stringify(rows)).not.toContain('wrong-');
  });
});

describe('what an account may do', () => {
  it('does not open accounts, give itself roles or read the members of another department', async () => {
    await api().post('/api/v1/accounts').set(bearer(editor.token)).send({ name: 'new.one', personName: '甲' }).expect(403);
    await api().put('/api/v1/accounts/qian.editor/roles').set(bearer(editor.token)).send({ role: 'approver', department: 'a' }).expect(403);
    const admin = await personWith(running, 'zhou.admin', [{ role: 'departmentAdmin', department: 'a' }]);
    await api().put('/api/v1/accounts/qian.editor/roles').set(bearer(admin.token)).send({ role: 'editor', department: 'b' }).expect(403);
    await api().put('/api/v1/accounts/zhou.admin/roles').set(bearer(admin.token)).send({ role: 'approver', department: 'a' }).expect(403);
    await api().put('/api/v1/accounts/qian.editor/roles').set(bearer(admin.token)).send({ role: 'auditor' }).expect(403);
    await api()
      .put('/api/v1/accounts/qian.editor/roles')
      .set(bearer(admin.token))
      .send({ role: 'editor', department: 'a', disabled: true })
      .expect(422);
    const { body } = await api().get('/api/v1/accounts').set(bearer(admin.token)).expect(200);
    expect((body as { roles: string[] }[]).every(({ roles }) => roles.some((role) => role.endsWith('@a')))).toBe(true);
  });

  it('the three administrators stay three persons', async () => {
    const security = await personWith(running, 'wu.security', [{ role: 'securityAdmin', department: null }]);
    await api().put('/api/v1/accounts/qian.editor/roles').set(bearer(security.token)).send({ role: 'auditor' }).expect(409);
    await api().post('/api/v1/accounts').set(bearer(security.token)).send({ name: 'new.one', personName: '甲' }).expect(403);
  });
});

describe('keys', () => {
  it('of a department are issued by its administrator, work in their scope, and end', async () => {
    const admin = await personWith(running, 'zheng.admin', [{ role: 'departmentAdmin', department: 'b' }]);
    const body = { name: '乙局OA', scopes: ['search.explain'], department: 'b', expiresOn: '2099-12-31' };
    await api()
      .post('/api/v1/keys')
      .set(bearer(admin.token))
      .send({ ...body, department: 'a' })
      .expect(403);
    await api()
      .post('/api/v1/keys')
      .set(bearer(admin.token))
      .send({ ...body, scopes: ['record.publishDirectly'] })
      .expect(403);
    await api()
      .post('/api/v1/keys')
      .set(bearer(admin.token))
      .send({ ...body, scopes: ['everything'] })
      .expect(422);
    const { key } = (await api().post('/api/v1/keys').set(bearer(admin.token)).send(body).expect(201)).body as { key: string };
    await api().get('/api/v1/search?q=x&explain=true').set(bearer(key)).expect(200);
    await api().get('/api/v1/best-bets').set(bearer(key)).expect(403);
    const next = (
      await api()
        .post(`/api/v1/keys/${encodeURIComponent('乙局OA')}/rotation`)
        .set(bearer(admin.token))
        .expect(201)
    ).body as { key: string };
    await api().get('/api/v1/search?q=x&explain=true').set(bearer(next.key)).expect(200);
    await api().get('/api/v1/search?q=x&explain=true').set(bearer(key)).expect(200);
    await api()
      .delete(`/api/v1/keys/${encodeURIComponent('乙局OA')}`)
      .set(bearer(admin.token))
      .expect(204);
    await api().get('/api/v1/search?q=x&explain=true').set(bearer(next.key)).expect(401);
  });

  it('are not issued with scopes that their owner could never use, and say what is missing when a role is taken away', async () => {
    const admin = await personWith(running, 'feng.admin', [{ role: 'departmentAdmin', department: 'b' }]);
    const body = { name: '乙局系统', scopes: ['duty.read', 'submission.write', 'submission.approve'], department: 'b' };
    const refused = await api().post('/api/v1/keys').set(bearer(admin.token)).send(body).expect(422);
    const { detail, errors } = refused.body as { detail: string; errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(['scopes[1]', 'scopes[2]']);
    for (const word of ['submission.write', '承办人', 'submission.approve', '签发人', 'feng.admin']) expect(detail).toContain(word);
    await api()
      .post('/api/v1/keys')
      .set(bearer(admin.token))
      .send({ ...body, owner: 'qian.editor' })
      .expect(422);
    expect(await running.query(`SELECT 1 FROM api_key WHERE name = '乙局系统'`)).toEqual([]);

    const accounts = running.app.get(AccountService);
    await accounts.create({ name: 'chen.both', personName: '甲' }, OPERATOR);
    await accounts.grant('chen.both', { role: 'editor', department: 'b' }, OPERATOR);
    const keys = running.app.get(ApiKeyService);
    await expect(keys.create({ ...body, owner: 'chen.both' }, OPERATOR)).rejects.toThrow('签发人');
    await expect(keys.create({ ...body, owner: 'nobody' }, OPERATOR)).rejects.toThrow('nobody');
    const key = await keys.create({ name: '乙局系统', scopes: ['submission.write'], department: 'b', owner: 'chen.both' }, OPERATOR);
    // Whoever exchanged it would act as its owner.
    await api()
      .post(`/api/v1/keys/${encodeURIComponent('乙局系统')}/rotation`)
      .set(bearer(admin.token))
      .expect(403);
    await accounts.revoke('chen.both', { role: 'editor', department: 'b' }, OPERATOR);
    const denied = (await api().post('/api/v1/submissions').set(bearer(key)).send({}).expect(403)).body as { detail: string };
    for (const word of ['submission.write', 'chen.both', '承办人（editor）']) expect(denied.detail).toContain(word);
  });

  it('that have expired are refused', async () => {
    const key = await running.app
      .get(ApiKeyService)
      .create({ name: '旧', scopes: ['search.explain'], expiresAt: new Date('2020-01-01') }, OPERATOR);
    const { body } = await api().get('/api/v1/search?q=x&explain=true').set(bearer(key)).expect(401);
    expect((body as { detail: string }).detail).toContain('过期');
  });
});
