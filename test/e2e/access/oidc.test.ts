import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditVerifier } from '../../../src/modules/audit/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { AccountLinks, AccountService, OPERATOR } from '../../../src/modules/identity/index.js';
import { SecretBox } from '../../../src/modules/platform/secret/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { freePort, type RunningProvider, startProvider, Visitor } from './oidc-people.js';
import { type Person, personWith } from './people.js';

let running: TestApplication;
let provider: RunningProvider;
let site: string;
let approver: Person;
const CLIENT = { id: 'haozhao', secret: 'between-us-two' };

const backAddress = () => `${site}/workbench/oidc/return`;
const sessions = () =>
  running.query<{ method: string; second: boolean }>(
    `SELECT method, second_factor_at IS NOT NULL AS second FROM session WHERE method = 'oidc' AND ended_at IS NULL ORDER BY created_at`,
  );

beforeAll(async () => {
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  provider = await startProvider({ ...CLIENT, returnAddress: backAddress() });
  running = await createTestApplication({
    baseUrl: site,
    oidcIssuer: provider.issuer,
    oidcClientId: CLIENT.id,
    oidcClientSecret: CLIENT.secret,
  });
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  const accounts = running.app.get(AccountService);
  await accounts.create({ name: 'o.editor', personName: '测试' }, OPERATOR);
  await accounts.grant('o.editor', { role: 'editor', department: 'a' }, OPERATOR);
  await accounts.create({ name: 'o.disabled', personName: '测试' }, OPERATOR);
  await accounts.disable('o.disabled', OPERATOR);
  approver = await personWith(running, 'o.approver', [{ role: 'approver', department: 'a' }]);
  await running.app.listen(port, '127.0.0.1');
});
afterAll(async () => {
  await running?.close();
  await provider?.close();
});

/** Goes to the provider and back, as far as the address that ends the sign-in. */
async function broughtBack(visitor: Visitor, login: string, next = '/workbench/withdraw'): Promise<string> {
  return visitor.proveTo(`${site}/workbench/oidc?next=${encodeURIComponent(next)}`, login, backAddress());
}
const cookieOf = (visitor: Visitor, name: string) => visitor.cookies.get(new URL(site).host)?.get(name);

describe('signing in through the provider', () => {
  it('is offered on the sign-in page, goes over the pages of the provider and ends where the person wanted to be', async () => {
    const visitor = new Visitor();
    expect(await (await visitor.visit(`${site}/workbench/sign-in?next=/workbench/withdraw`)).text()).toContain(
      'href="/workbench/oidc?next=%2Fworkbench%2Fwithdraw">统一身份认证登录',
    );
    const answer = await visitor.visit(await broughtBack(visitor, 'o.editor'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/workbench/withdraw']);
    // The first password was never changed, and need not be: it was not given.
    expect((await visitor.visit(`${site}/workbench/withdraw`)).status).toBe(200);
    expect(cookieOf(visitor, 'haozhao-oidc')).toBeUndefined();
    expect(await sessions()).toEqual([{ method: 'oidc', second: false }]);
  });

  it('does not take over a session that somebody planted, and ends the one that was there', async () => {
    const visitor = new Visitor();
    await visitor.visit(await broughtBack(visitor, 'o.editor'));
    const before = cookieOf(visitor, 'haozhao')!;
    await visitor.visit(await broughtBack(visitor, 'o.editor'));
    expect(cookieOf(visitor, 'haozhao')).not.toBe(before);
    const old = await fetch(`${site}/workbench`, { redirect: 'manual', headers: { cookie: `haozhao=${before}` } });
    expect(old.headers.get('location')).toContain('/workbench/sign-in');
  });

  it('leaves the second factor to us, unless the setting takes the word of the provider and it says so', async () => {
    const land = async () => {
      const visitor = new Visitor();
      await visitor.visit(await broughtBack(visitor, approver.name));
      return (await visitor.visit(`${site}/workbench`)).headers.get('location');
    };
    provider.methods(['pwd', 'otp']);
    expect(await land()).toBe('/workbench/second-factor');
    running.config.oidcSecondFactor = true;
    expect(await land()).toBeNull();
    provider.methods(['pwd']);
    expect(await land()).toBe('/workbench/second-factor');
    running.config.oidcSecondFactor = false;
  });

  it('leads to no other site afterwards', async () => {
    const visitor = new Visitor();
    const answer = await visitor.visit(await broughtBack(visitor, 'o.editor', 'https://evil.example/'));
    expect(answer.headers.get('location')).toBe('/workbench');
  });
});

describe('an identity at the provider', () => {
  const landed = async (login: string, at = site) => {
    const visitor = new Visitor();
    const answer = await visitor.visit(await visitor.proveTo(`${at}/workbench/oidc`, login, `${at}/workbench/oidc/return`));
    return { status: answer.status, text: await answer.text() };
  };
  const identities = () =>
    running.query<{ name: string; subject: string }>(
      'SELECT a.name, i.subject FROM account_identity i JOIN account a ON a.id = i.account_id ORDER BY a.name',
    );
  const opened = async (name: string) => {
    await running.app.get(AccountService).create({ name, personName: '测试' }, OPERATOR);
    await running.app.get(AccountService).grant(name, { role: 'editor', department: 'a' }, OPERATOR);
  };

  it('is linked at the first sign-in, and is the same account under whatever name afterwards', async () => {
    await opened('o.first');
    await opened('o.second');
    expect((await landed('o.first')).status).toBe(303);
    provider.rename('o.first', 'o.second');
    expect((await landed('o.first')).status).toBe(303);
    const last = await running.query<{ name: string }>(
      'SELECT a.name FROM session s JOIN account a ON a.id = s.account_id ORDER BY s.created_at DESC LIMIT 1',
    );
    expect(last).toEqual([{ name: 'o.first' }]);
    expect(await identities()).toContainEqual({ name: 'o.first', subject: 'o.first' });
  });

  it('does not get the account of another by taking its name', async () => {
    provider.rename('o.thief', 'o.first');
    const { status, text } = await landed('o.thief');
    expect([status, text]).toEqual([403, expect.stringContaining('另一个身份')]);
    expect((await identities()).map(({ subject }) => subject)).not.toContain('o.thief');
  });

  it('of another issuer, with the same subject and name, neither', async () => {
    const port = await freePort();
    const elsewhere = `http://127.0.0.1:${port}`;
    const other = await startProvider({ ...CLIENT, returnAddress: `${elsewhere}/workbench/oidc/return` });
    const second = await createTestApplication({
      databaseUrl: running.databaseUrl,
      baseUrl: elsewhere,
      oidcIssuer: other.issuer,
      oidcClientId: CLIENT.id,
      oidcClientSecret: CLIENT.secret,
    });
    try {
      await second.app.listen(port, '127.0.0.1');
      const { status, text } = await landed('o.first', elsewhere);
      expect([status, text]).toEqual([403, expect.stringContaining('另一个身份')]);
      // Taken off by the security administrator, the account can move to the new provider.
      await second.app.get(AccountLinks).unlink('o.first', OPERATOR);
      expect((await landed('o.first', elsewhere)).status).toBe(303);
      provider.rename('o.first', 'o.first');
      expect((await landed('o.first')).status).toBe(403);
    } finally {
      await second.close();
      await other.close();
    }
  });

  it('is linked by nobody but the administrator, where the setting says so', async () => {
    await opened('o.linked');
    running.config.oidcFirstLink = false;
    try {
      expect((await landed('o.linked')).status).toBe(403);
      const links = running.app.get(AccountLinks);
      await links.link('o.linked', 'subject.of.linked', OPERATOR);
      expect((await landed('subject.of.linked')).status).toBe(303);
      await expect(links.link('o.linked', 'another', OPERATOR)).rejects.toThrow('已有关联');
      await expect(links.link('o.second', 'subject.of.linked', OPERATOR)).rejects.toThrow('已有关联');
      await expect(links.unlink('o.second', OPERATOR)).rejects.toThrow('没有关联');
    } finally {
      running.config.oidcFirstLink = true;
    }
  });

  it('of two that come first at the same moment under one name, one is linked', async () => {
    await opened('o.race');
    provider.rename('race.a', 'o.race');
    provider.rename('race.b', 'o.race');
    const answers = await Promise.all(['race.a', 'race.b'].map((login) => landed(login)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
    expect((await identities()).filter(({ name }) => name === 'o.race')).toHaveLength(1);
  });
});

describe('nobody is signed in', () => {
  const refused = async (visitor: Visitor, address: string, status = 401) => {
    const before = (await sessions()).length;
    const answer = await visitor.visit(address);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    // The password still serves.
    expect(page).toContain('name="password"');
    expect((await sessions()).length).toBe(before);
    expect(cookieOf(visitor, 'haozhao')).toBeUndefined();
    return page;
  };

  it.each(['o.unknown', 'o.disabled'])('whom we do not know or have shut out: %s', async (login) => {
    const visitor = new Visitor();
    expect(await refused(visitor, await broughtBack(visitor, login), 403)).toContain('没有可用的账号');
    expect(await running.query('SELECT 1 FROM account WHERE name = $1', ['o.unknown'])).toEqual([]);
  });

  it('who cancels at the provider', async () => {
    const visitor = new Visitor();
    const back = await visitor.proveTo(`${site}/workbench/oidc`, '', backAddress(), true);
    expect(await refused(visitor, back)).toContain('取消');
  });

  it('by an answer that another browser asked for, or nobody', async () => {
    const [mine, foreign] = [new Visitor(), new Visitor()];
    const back = await broughtBack(mine, 'o.editor');
    await broughtBack(foreign, 'o.editor');
    await refused(foreign, back);
    await refused(new Visitor(), back);
    await refused(new Visitor(), backAddress());
  });

  it('by the same answer twice, even with the cookie of the first time', async () => {
    const visitor = new Visitor();
    const back = await broughtBack(visitor, 'o.editor');
    const sealed = cookieOf(visitor, 'haozhao-oidc')!;
    expect((await visitor.visit(back)).status).toBe(303);
    const thief = new Visitor();
    thief.cookies.set(new URL(site).host, new Map([['haozhao-oidc', sealed]]));
    expect(await refused(thief, back)).toContain('已用过');
  });

  it.each([
    ['another state', { state: 'forged' }],
    ['another code', { code: 'forged' }],
    ['the name of another issuer (mix-up)', { iss: 'https://evil.example' }],
    ['an error of the provider', { error: 'server_error' }],
  ])('by an answer with %s', async (_, change) => {
    const visitor = new Visitor();
    const back = new URL(await broughtBack(visitor, 'o.editor'));
    for (const [name, value] of Object.entries(change)) back.searchParams.set(name, value);
    await refused(visitor, back.href);
  });

  it.each([
    ['another nonce', { nonce: 'forged' }],
    ['another verifier', { verifier: 'x'.repeat(43) }],
    ['a beginning long ago', { begunAt: 0 }],
  ])('by an attempt with %s', async (_, change) => {
    const visitor = new Visitor();
    const back = await broughtBack(visitor, 'o.editor');
    const secrets = running.app.get(SecretBox);
    const jar = visitor.cookies.get(new URL(site).host)!;
    const attempt = JSON.parse(secrets.open(jar.get('haozhao-oidc')!, 'oidc')) as object;
    jar.set('haozhao-oidc', secrets.seal(JSON.stringify({ ...attempt, ...change }), 'oidc'));
    await refused(visitor, back);
  });

  it('by a cookie that we did not seal', async () => {
    const visitor = new Visitor();
    const back = await broughtBack(visitor, 'o.editor');
    visitor.cookies.get(new URL(site).host)!.set('haozhao-oidc', Buffer.from('{}').toString('base64url'));
    await refused(visitor, back);
  });

  it('while the provider is away, which is said in a sentence', async () => {
    const visitor = new Visitor();
    const back = await broughtBack(visitor, 'o.editor');
    await provider.close();
    expect(await refused(visitor, back, 503)).toContain('暂时连不上');
    const fresh = await createTestApplication({ baseUrl: site, oidcIssuer: provider.issuer, oidcClientId: CLIENT.id });
    try {
      await fresh.app.listen(0, '127.0.0.1');
      const answer = await fetch(`${await fresh.app.getUrl()}/workbench/oidc`, { redirect: 'manual' });
      expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('改用账号和口令登录')]);
    } finally {
      await fresh.close();
    }
    const { status } = await visitor.visit(`${site}/workbench/sign-in`, { name: approver.name, password: approver.password });
    expect(status).toBe(303);
  });

  it('and each refusal is on the log, which is whole', async () => {
    const rows = await running.query<{ action: string; result: string }>(
      `SELECT DISTINCT action, result FROM audit_event WHERE action IN ('session.opened', 'session.notVouched') ORDER BY action`,
    );
    expect(rows).toEqual([
      { action: 'session.notVouched', result: 'refused' },
      { action: 'session.opened', result: 'ok' },
    ]);
    expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
  });
});

describe('without a provider', () => {
  it('nothing is offered, and the way is not there', async () => {
    const plain = await createTestApplication();
    try {
      await plain.app.listen(0, '127.0.0.1');
      const address = await plain.app.getUrl();
      expect(await (await fetch(`${address}/workbench/sign-in`)).text()).not.toContain('/workbench/oidc');
      expect((await fetch(`${address}/workbench/oidc`)).status).toBe(404);
    } finally {
      await plain.close();
    }
  });
});
