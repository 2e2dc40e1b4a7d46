import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountRepository, BrowserSession, SessionService, type SignedIn } from '../../../src/modules/identity/index.js';
import { denialOf } from '../../../src/modules/identity/policy/policy.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Caller, openCallers, stateOf } from './callers.js';
import { type GuardedRoute, guardedRoutes } from './routes.js';

let running: TestApplication;
let callers: Caller[];
/** What stands for each parameter, of the own department and of another one. */
let OWN: Record<string, string>;
let OTHER: Record<string, string>;

beforeAll(async () => {
  running = await createTestApplication();
  ({ callers, own: OWN, other: OTHER } = await openCallers(running));
}, 120_000);
afterAll(() => running.close());

function addressOf({ path }: GuardedRoute, values: Record<string, string>): string {
  const id = path.includes('/webhooks') ? 'webhook' : path.includes('/feedback') ? 'feedback' : 'id';
  const named = { name: path.includes('/keys') ? 'key' : 'account', id };
  return path.replace(/:(\w+)/g, (_, name: string) => values[name === 'name' || name === 'id' ? named[name] : name]!);
}

/** Bodies that would do something, were they let through. */
function bodyOf({ path }: GuardedRoute, values: Record<string, string>): Record<string, unknown> {
  const department = values['code']!;
  if (path.includes('/roles'))
    return { role: 'secrecyReviewer', department, ...(path.endsWith('accounts/roles') ? { account: values['account'] } : {}) };
  if (path.endsWith('/keys')) return { name: 'new-key', scopes: ['submission.read'], department };
  if (path.includes('/keys/')) return path.includes('workbench') ? { name: values['key'] } : {};
  if (path.endsWith('/tables/:table')) return { title: '表', columns: [{ name: '甲', type: 'string' }] };
  if (path.endsWith('/tables/:table/rows')) return { mode: 'append', rows: [{ 甲: 'x' }] };
  if (path.includes('/webhooks') && !path.endsWith('/resumption'))
    return { address: 'https://example.org/hook', ...(path.endsWith(':id') ? {} : { department }) };
  if (path.endsWith('/answer')) return { answer: '已核对', ...(path.startsWith('/api') ? { publish: false } : {}) };
  if (/\/(refusal|decline)$/.test(path)) return { reason: '不清楚' };
  if (/\/(assignment|assign)$/.test(path)) return { department };
  if (path.endsWith('/completion')) return { result: '已核对' };
  if (/\/(rejection|revocation|reject|revoke)$/.test(path) && path.includes('access')) return { reason: '用途不明' };
  if (path.includes('access') && /\/(approval|approve)$/.test(path)) return { expiresOn: '2099-01-01' };
  if (path.endsWith('/review')) return { decision: 'return', opinion: '不妥' };
  if (/\/(approval|approve)$/.test(path)) return { decision: 'return', opinion: '不妥' };
  if (path === '/api/v1/submissions/:id') return { document: { identifier: `draft-${department}`, title: '改了', issuer: ['甲局'] } };
  return {};
}

/** Sends a request as somebody with a session of this very request, so that no call ends the session of the next. */
async function send(caller: Caller | undefined, route: GuardedRoute, values: Record<string, string>, body = {}): Promise<number> {
  const kind = route.page ? 'browser' : 'api';
  const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const call = request(running.app.getHttpServer())[method](addressOf(route, values)).set('If-Match', '"r1"').redirects(0);
  let form: Record<string, unknown> = { ...body };
  if (caller?.key) void call.set('Authorization', `Bearer ${caller.key}`);
  if (caller?.accountId) {
    const how = { kind, address: null, method: 'oidc', secondFactor: true } as const;
    const { token, session } = await running.app.get(SessionService).open(caller.accountId, how);
    if (route.page) {
      void call.set('Cookie', `haozhao=${token}`);
      form = { ...form, version: '1', _csrf: running.app.get(BrowserSession).tokenFor({ session } as SignedIn) };
    } else void call.set('Authorization', `Bearer ${token}`);
  }
  if (method === 'get') return (await call).status;
  return (await (route.page ? call.type('form').send(form) : call.send(form))).status;
}

const state = () => stateOf(running);

const say = ({ method, path, operation }: GuardedRoute, { name }: { name: string }) => `${name}: ${method} ${path} (${operation})`;

describe('every route that needs an operation', { timeout: 240_000 }, () => {
  it('is found', () => {
    const routes = guardedRoutes(running);
    expect(routes.length).toBeGreaterThan(75);
    expect(new Set(routes.map(({ operation }) => operation)).size).toBeGreaterThan(12);
  });

  it('refuses whoever says nothing of themselves, or something made up', async () => {
    const before = await state();
    for (const route of guardedRoutes(running)) {
      const forged: Caller = { name: 'forged', key: `hz_${'x'.repeat(43)}`, actor: callers[0]!.actor };
      for (const caller of [undefined, forged])
        expect(await send(caller, route, OWN, bodyOf(route, OWN)), say(route, { name: caller?.name ?? 'nobody' })).toBe(
          route.page ? 303 : 401,
        );
    }
    expect(await state()).toBe(before);
  });

  it('refuses every account and key exactly where the policy does, and changes nothing', async () => {
    const before = await state();
    let refused = 0;
    for (const route of guardedRoutes(running))
      for (const caller of callers.filter(({ key }) => !(key && route.page))) {
        if (!denialOf(caller.actor, route.operation)) continue;
        expect(await send(caller, route, OWN, bodyOf(route, OWN)), say(route, caller)).toBe(403);
        refused += 1;
      }
    expect(refused).toBeGreaterThan(300);
    expect(await state()).toBe(before);
  });

  it('lets nobody of a department touch what is of another, and changes nothing', async () => {
    const before = await state();
    const places = guardedRoutes(running).filter(({ path }) => /:(id|name)|\/roles|\/keys/.test(path) && !/^\/api\/v1\/keys$/.test(path));
    let refused = 0;
    for (const route of places)
      for (const caller of callers) {
        const ofDepartment = caller.actor.grants.every(({ department }) => department !== null);
        const listing = route.method === 'GET' && !route.path.includes(':');
        if (!ofDepartment || listing || (caller.key && route.page) || denialOf(caller.actor, route.operation)) continue;
        expect([403, 404], say(route, caller)).toContain(await send(caller, route, OTHER, bodyOf(route, OTHER)));
        refused += 1;
      }
    expect(refused).toBeGreaterThan(25);
    expect(await state()).toBe(before);
  });

  it('takes no form without the token of this very session, and changes nothing', async () => {
    const before = await state();
    const sessions = running.app.get(SessionService);
    const browser = running.app.get(BrowserSession);
    const open = (accountId: string) => sessions.open(accountId, { kind: 'browser', address: null, method: 'oidc', secondFactor: true });
    let refused = 0;
    for (const route of guardedRoutes(running).filter(({ page, method }) => page && method === 'POST')) {
      const caller = callers.find(({ actor, accountId }) => accountId && !denialOf(actor, route.operation))!;
      const mine = await open(caller.accountId!);
      const earlier = browser.tokenFor((await open(caller.accountId!)) as unknown as SignedIn);
      const own = browser.tokenFor(mine as unknown as SignedIn);
      const forgeries: [string | undefined, string?][] = [
        [undefined],
        [''],
        ['x'],
        [earlier],
        [own.slice(0, -2)],
        [own, 'https://evil.example'],
      ];
      for (const [token, origin] of forgeries) {
        const call = request(running.app.getHttpServer()).post(addressOf(route, OWN)).set('Cookie', `haozhao=${mine.token}`).redirects(0);
        if (origin) void call.set('Origin', origin);
        const { status } = await call.type('form').send({ ...bodyOf(route, OWN), ...(token === undefined ? {} : { _csrf: token }) });
        expect(status, say(route, caller)).toBe(403);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(100);
    expect(await state()).toBe(before);
  });

  it('sets nothing that its form or body does not have', async () => {
    const system = callers.find(({ name }) => name === 'systemAdmin')!;
    const open: GuardedRoute = { method: 'POST', path: '/workbench/accounts', operation: 'account.create', page: true };
    const body = { name: 'y.mass', personName: '测试', passwordHash: 'x', mustChangePassword: 'false', totpSecret: 'x', roles: 'auditor' };
    expect(await send(system, { ...open, path: '/api/v1/accounts', page: false }, OWN, body)).toBe(422);
    expect(await send(system, open, OWN, body)).toBe(200);
    const account = (await running.app.get(AccountRepository).byName('y.mass'))!;
    expect(account).toMatchObject({ mustChangePassword: true, totpSecret: null, passwordHash: expect.stringContaining('$argon2id$') });
    expect(await running.app.get(AccountRepository).grants(account.id)).toEqual([]);
  });

  it('lets in whom the policy lets in, and never fails', async () => {
    for (const route of guardedRoutes(running))
      for (const caller of callers.filter(({ key }) => !(key && route.page))) {
        // The page of the own password says 401 to a wrong password, and this test gives none.
        if (denialOf(caller.actor, route.operation) || (route.path === '/workbench/password' && route.method === 'POST')) continue;
        const status = await send(caller, route, OWN);
        expect([401, 403], say(route, caller)).not.toContain(status);
        expect(status, say(route, caller)).toBeLessThan(500);
      }
  });
});
