import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebhookDispatcher } from '../../../src/modules/data/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { AccountService, ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { Log } from '../../../src/modules/platform/logging/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';
import { setClock } from '../../support/moved-clock.js';
import { type Received, ReceivingServer } from '../../support/receiving-server.js';
import { ServerProcesses } from '../../support/server-process.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { personWith } from '../access/people.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

interface Body {
  delivery: string;
  changes: { identifier: string; subject: string; url: string }[];
  nextCursor: string;
}

interface Hook {
  id: string;
  secret: string;
  state: string;
  reason: string | null;
  cursor: string;
  failures: number;
  lastError: string | null;
  nextTryAt: string | null;
  lastDeliveredAt: string | null;
}

const START = '2026-11-25T08:00:00.000Z';
const API = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8').split('## Webhooks')[1]!;
const SETTINGS = { outboundAllow: '127.0.0.1', outboundPorts: '1-65535' };

let running: TestApplication;
let receiver: ReceivingServer;
let admin: Record<string, string>;
let count = 0;

async function open(settings: object): Promise<TestApplication> {
  const application = await createTestApplication(settings);
  await application.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  return application;
}

const keyOf = async ({ app }: TestApplication, department: string) => ({
  Authorization: `Bearer ${await app.get(ApiKeyService).create({ name: `同步-${department}-${count++}`, scopes: ['webhook.manage'], department }, OPERATOR)}`,
});

beforeAll(async () => {
  running = await open(SETTINGS);
  admin = await keyOf(running, 'a');
});
afterAll(() => running.close());
beforeEach(async () => {
  receiver = await ReceivingServer.start();
  setClock(running, START);
});
afterEach(async () => {
  await running.query('DELETE FROM webhook');
  await receiver.close();
});

const register = async (fields: object = {}) =>
  (
    await api(running)
      .post('/api/v1/webhooks')
      .set(admin)
      .send({ address: receiver.address, ...fields })
      .expect(201)
  ).body as Hook;
const hook = async ({ id }: { id: string }) => (await api(running).get(`/api/v1/webhooks/${id}`).set(admin).expect(200)).body as Hook;
const deliver = () => running.app.get(WebhookDispatcher).deliverDue();
const bodyOf = ({ body }: Received) => JSON.parse(body) as Body;
const idOf = ({ headers }: Received) => headers['haozhao-delivery'];
const told = () => receiver.received.flatMap((one) => bodyOf(one).changes.map(({ identifier }) => identifier));
const at = (seconds: number) => setClock(running, new Date(Date.parse(START) + seconds * 1000).toISOString());

/** Publishes documents with names that nothing else has; answers the names. */
async function publish(many = 1, issuer = '甲局'): Promise<string[]> {
  const names = Array.from({ length: many }, () => `w${++count}`);
  const documents = names.map((identifier) => ({ kind: 'document', identifier, title: `通知 ${identifier}`, issuer: [issuer] }));
  const { rejected } = await importContent(running, jsonLines(...documents), {});
  expect(rejected).toEqual([]);
  await running.app.get(OutboxDispatcher).drain();
  return names;
}

describe('what is sent', () => {
  it('is signed so that the receiver can check it with nothing but the secret', async () => {
    const { secret } = await register();
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    const names = await publish();
    await deliver();
    const [{ headers, body }] = receiver.received as [Received];
    const signed = createHmac('sha256', secret)
      .update(`${headers['haozhao-timestamp'] as string}.${body}`)
      .digest('hex');
    expect(headers['haozhao-signature']).toBe(`v1=${signed}`);
    expect(headers).toMatchObject({ 'haozhao-event': 'changes', 'haozhao-timestamp': String(Date.parse(START) / 1000) });
    expect(headers['content-type']).toContain('application/json');
    expect(bodyOf({ headers, body })).toMatchObject({
      delivery: headers['haozhao-delivery'],
      changes: [{ subject: 'record', action: 'created', identifier: names[0], kind: 'document', url: `/api/v1/documents/${names[0]}` }],
    });
  });

  it('passes the check that the documentation shows, and nothing else does', async () => {
    setClock(running, new Date().toISOString());
    const { secret } = await register();
    await publish();
    await deliver();
    const [{ headers, body }] = receiver.received as [Received];
    const [, code = ''] = /```js\n(import [\s\S]*?)```/.exec(API) ?? [];
    const { isFromHaozhao } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      isFromHaozhao: (secret: string, headers: object, body: Buffer) => boolean;
    };
    expect(isFromHaozhao(secret, headers, Buffer.from(body))).toBe(true);
    expect(isFromHaozhao(secret, headers, Buffer.from(`${body} `))).toBe(false);
    expect(isFromHaozhao(`${secret}x`, headers, Buffer.from(body))).toBe(false);
    expect(isFromHaozhao(secret, { ...headers, 'haozhao-timestamp': '1' }, Buffer.from(body))).toBe(false);
    expect(isFromHaozhao(secret, {}, Buffer.from(body))).toBe(false);
  });

  it('begins with what comes after the registration, in order and a hundred at a time', async () => {
    await publish(2);
    const registered = await register();
    const names = await publish(230);
    await deliver();
    expect(told()).toEqual(names);
    expect(receiver.received.map((one) => bodyOf(one).changes.length)).toEqual([100, 100, 30]);
    expect(new Set(receiver.received.map(idOf)).size).toBe(3);
    const { nextCursor } = bodyOf(receiver.received.at(-1)!);
    expect(await hook(registered)).toMatchObject({ cursor: nextCursor, failures: 0, lastDeliveredAt: START });
    const { body } = await api(running).get('/api/v1/changes').query({ cursor: nextCursor }).expect(200);
    expect(body, 'the cursor goes on in the feed').toMatchObject({ changes: [], hasMore: false });
    const first = bodyOf(receiver.received[0]!).nextCursor;
    const rest = (await api(running).get('/api/v1/changes').query({ cursor: first, limit: 1000 }).expect(200)).body as Body;
    expect(rest.changes.map(({ identifier }) => identifier)).toEqual(names.slice(100));
    expect(await deliver()).toBe(0);
  });

  it('is only what the filters ask for; what they leave out moves it on', async () => {
    const one = await register({ kind: 'dataset' });
    await register({ ofDepartment: 'b' });
    await publish();
    await publishTables(running, [datasetWith('hooked', ['表.csv'])], { '表.csv': 'a,b\n1,2\n' });
    const names = await publish(1, '乙局');
    await deliver();
    expect(receiver.received.map((each) => bodyOf(each).changes.map(({ subject, identifier }) => `${subject} ${identifier}`))).toEqual([
      ['record hooked', 'table hooked'],
      [`record ${names[0]}`],
    ]);
    const { body } = await api(running)
      .get('/api/v1/changes')
      .query({ kind: 'dataset', cursor: (await hook(one)).cursor })
      .expect(200);
    expect(body).toMatchObject({ changes: [] });
  });
});

describe('what does not arrive', () => {
  it('is sent again with the same id and content after growing pauses, though more has happened', async () => {
    const registered = await register();
    const first = await publish();
    receiver.answer = () => ({ status: 500 });
    await deliver();
    expect(await hook(registered)).toMatchObject({ failures: 1, lastError: '接收方回答 500，应为 2xx', lastDeliveredAt: null });
    const later = await publish(2);
    for (const [seconds, tries] of [
      [29, 0],
      [30, 1],
      [89, 0],
      [90, 1],
      [209, 0],
    ] as const) {
      at(seconds);
      expect(await deliver(), `after ${seconds} s`).toBe(tries);
    }
    receiver.answer = () => undefined;
    at(210);
    await deliver();
    const [one, two, three, four, next] = receiver.received;
    expect([two, three, four].map((each) => [idOf(each!), each!.body])).toEqual(Array(3).fill([idOf(one!), one!.body]));
    expect(bodyOf(one!).changes.map(({ identifier }) => identifier)).toEqual(first);
    expect(bodyOf(next!).changes.map(({ identifier }) => identifier)).toEqual(later);
    expect(two!.headers['haozhao-signature'], 'signed with the time of the try').not.toBe(one!.headers['haozhao-signature']);
    expect(await hook(registered)).toMatchObject({ failures: 0, lastError: null, nextTryAt: null });
  });

  it('waits as long as the receiver asks, and a redirect is not followed', async () => {
    const registered = await register();
    await publish();
    receiver.answer = () => ({ status: 503, headers: { 'Retry-After': '600' } });
    await deliver();
    expect((await hook(registered)).nextTryAt).toBe('2026-11-25T08:10:00.000Z');
    at(600);
    receiver.answer = () => ({ status: 302, headers: { Location: '/elsewhere' } });
    expect(await deliver()).toBe(1);
    expect((await hook(registered)).lastError).toContain('转到别处');
  });

  it('pauses after a day with a reason and a notice, and goes on where it stood when it is resumed', async () => {
    const accounts = running.app.get(AccountService);
    await accounts.create({ name: 'hook.admin', personName: '测试' }, OPERATOR);
    await accounts.grant('hook.admin', { role: 'departmentAdmin', department: 'a' }, OPERATOR);
    const registered = await register({ description: '镜像站' });
    const names = await publish();
    receiver.answer = () => ({ status: 500 });
    for (let hours = 0; hours <= 24; hours++) {
      at(hours * 3600);
      await deliver();
    }
    const paused = await hook(registered);
    expect(paused).toMatchObject({ state: 'paused', failures: 25, nextTryAt: null });
    expect(paused.reason).toMatch(/^连续一天没有送达（127\.0\.0\.1:\d+），已暂停发送。最近一次：接收方回答 500，应为 2xx。/);
    expect(await running.query('SELECT kind, subject, text FROM notice')).toEqual([
      { kind: 'webhook', subject: '变化通知已暂停：镜像站', text: paused.reason },
    ]);
    receiver.answer = () => undefined;
    const sent = receiver.received.length;
    expect(await deliver()).toBe(0);
    await api(running).post(`/api/v1/webhooks/${registered.id}/resumption`).set(admin).expect(200);
    await deliver();
    expect(receiver.received.slice(sent).map(idOf)).toEqual([idOf(receiver.received[0]!)]);
    expect(told().at(-1)).toBe(names[0]);
    expect(await hook(registered)).toMatchObject({ state: 'active', reason: null });
  });

  it('pauses at once when the receiver says 410', async () => {
    const registered = await register();
    await publish();
    receiver.answer = () => ({ status: 410 });
    await deliver();
    await publish();
    at(90_000);
    expect(await deliver()).toBe(0);
    expect(await hook(registered)).toMatchObject({ state: 'paused', reason: expect.stringContaining('410') as string });
    expect(receiver.received).toHaveLength(1);
  });

  it('goes to a new address as a new delivery', async () => {
    const registered = await register();
    await publish();
    receiver.answer = () => ({ status: 500 });
    await deliver();
    receiver.answer = () => undefined;
    const put = (body: object) => api(running).put(`/api/v1/webhooks/${registered.id}`).set(admin).send(body).expect(200);
    await put({ address: receiver.address, description: '只改说明' });
    expect(await deliver(), 'another description changes no delivery').toBe(0);
    await put({ address: `${receiver.address}/new` });
    await deliver();
    const [one, two] = receiver.received;
    expect(idOf(two!)).not.toBe(idOf(one!));
    expect(bodyOf(two!).changes).toEqual(bodyOf(one!).changes);
  });
});

describe('several at once', () => {
  it('never send the same webhook at once, and none twice', async () => {
    await register();
    const names = await publish(150);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    receiver.answer = (_, number) => (number === 1 ? held.then(() => undefined) : undefined);
    const first = deliver();
    await expect.poll(() => receiver.received.length).toBe(1);
    expect(await Promise.all([deliver(), deliver()])).toEqual([0, 0]);
    letGo();
    await Promise.all([first, deliver(), deliver()]);
    expect(receiver.mostAtOnce).toBe(1);
    expect(told()).toEqual(names);
  });

  it('do not wait for a slow receiver of another webhook', async () => {
    await register();
    const other = await ReceivingServer.start();
    try {
      await register({ address: other.address });
      let letGo = () => {};
      const held = new Promise<void>((resolve) => (letGo = resolve));
      receiver.answer = () => held.then(() => undefined);
      await publish();
      const first = deliver();
      await expect.poll(() => receiver.received.length).toBe(1);
      await deliver();
      expect(other.received).toHaveLength(1);
      letGo();
      await first;
    } finally {
      await other.close();
    }
  });

  it('kill -9 between sending and noting it: the next start sends the same again, and then goes on', async () => {
    setClock(running, new Date().toISOString());
    const registered = await register();
    const names = await publish();
    const servers = await ServerProcesses.on(running);
    try {
      receiver.answer = () => new Promise(() => undefined);
      const server = await servers.start();
      await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
      await servers.kill(server);
      receiver.answer = () => undefined;
      const next = await servers.start();
      await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2);
      const more = await publish();
      await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(3);
      await expect.poll(async () => (await hook(registered)).cursor, { timeout: 20_000 }).toBe(bodyOf(receiver.received[2]!).nextCursor);
      await servers.kill(next);
      expect(receiver.received.map(idOf).slice(0, 2)).toEqual(Array(2).fill(idOf(receiver.received[0]!)));
      expect(told()).toEqual([...names, ...names, ...more]);
    } finally {
      await servers.close();
    }
  }, 60_000);
});

describe('addresses of the inner network', () => {
  it.each([
    ['http://example.org/hook', 'https'],
    ['https://10.0.0.1/hook', 'OUTBOUND_ALLOW'],
    ['https://169.254.169.254/latest', 'OUTBOUND_ALLOW'],
    ['https://[::1]/', 'OUTBOUND_ALLOW'],
    ['https://user:pass@example.org/', '用户名'],
    ['ftp://example.org/', 'https'],
    ['hook', '网址'],
    ['', '空'],
  ])('%s is refused at the registration', async (address, words) => {
    const { body } = await api(running).post('/api/v1/webhooks').set(admin).send({ address }).expect(422);
    expect(body).toMatchObject({ errors: [{ field: 'address', message: expect.stringContaining(words) as string }] });
    expect(await running.query('SELECT 1 FROM webhook')).toEqual([]);
  });

  it('are not sent to when a name leads there, nor any more when the setting is taken back', async () => {
    const strict = await open({ outboundPorts: '1-65535' });
    try {
      const key = await keyOf(strict, 'a');
      const post = (address: string) => api(strict).post('/api/v1/webhooks').set(key).send({ address });
      await post(receiver.address).expect(422);
      await post(`https://localhost:${receiver.port}/`).expect(201);
      await post('https://example.org/').expect(201);
      await post('https://example.com/').expect(201);
      await strict.query('UPDATE webhook SET address = $1 WHERE address = $2', [receiver.address, 'https://example.org/']);
      await strict.query('UPDATE webhook SET address = $1 WHERE address = $2', ['http://example.com/', 'https://example.com/']);
      await importContent(strict, jsonLines({ kind: 'document', identifier: 's', title: '通知', issuer: ['甲局'] }), {});
      await strict.app.get(OutboxDispatcher).drain();
      expect(await strict.app.get(WebhookDispatcher).deliverDue()).toBe(3);
      const { body } = await api(strict).get('/api/v1/webhooks').set(key).expect(200);
      const inner = expect.stringContaining('不在公开的网络上') as string;
      expect(body).toMatchObject([
        { failures: 1, lastError: inner },
        { failures: 1, lastError: inner },
        { failures: 1, lastError: expect.stringContaining('只有 OUTBOUND_ALLOW 列出的内部主机可以用 http') as string },
      ]);
      expect(receiver.received).toEqual([]);
    } finally {
      await strict.close();
    }
  });
});

describe('who may, and what they see', () => {
  it('keeps the secret sealed and never shows it again', async () => {
    const { id, secret } = await register();
    const [row] = await running.query<{ secret: string }>('SELECT * FROM webhook');
    expect(JSON.stringify(row)).not.toContain(secret);
    const shown = await Promise.all([
      api(running).get('/api/v1/webhooks').set(admin),
      api(running).get(`/api/v1/webhooks/${id}`).set(admin),
      api(running).put(`/api/v1/webhooks/${id}`).set(admin).send({ address: receiver.address }),
      api(running).post(`/api/v1/webhooks/${id}/resumption`).set(admin),
      api(running)
        .post('/graphql')
        .set(admin)
        .send({ query: `{ webhook(id: "${id}") { id address state cursor } webhooks { id } }` }),
    ]);
    for (const { status, text } of shown) {
      expect(status).toBe(200);
      expect(text).not.toContain('whsec_');
      expect(text).not.toContain('secret');
    }
  });

  it('logs neither the secret nor more of the address than its host', async () => {
    const lines: unknown[] = [];
    const log = running.app.get(Log);
    const keep = (...parts: unknown[]) => void lines.push(...parts);
    const before = { error: log.error, warn: log.warn, info: log.info, debug: log.debug };
    Object.assign(log, { error: keep, warn: keep, info: keep, debug: keep });
    try {
      const { secret } = await register({ address: `${receiver.address}?token=abc` });
      await publish();
      receiver.answer = () => ({ status: 500 });
      await deliver();
      expect(JSON.stringify(lines)).toContain('a delivery failed');
      expect(JSON.stringify(lines)).not.toMatch(/token=abc|whsec_/);
      const [audit] = await running.query<{ text: string }>('SELECT json_agg(a)::text AS text FROM audit_event a');
      for (const part of [secret, 'token=abc']) expect(audit!.text).not.toContain(part);
    } finally {
      Object.assign(log, before);
    }
  });

  it('belongs to its department, and is written into the audit log', async () => {
    const { id } = await register();
    const other = await keyOf(running, 'b');
    const editor = await personWith(running, 'hook.editor', [{ role: 'editor', department: 'a' }]);
    await api(running).get(`/api/v1/webhooks/${id}`).set(other).expect(404);
    await api(running).put(`/api/v1/webhooks/${id}`).set(other).send({ address: receiver.address }).expect(404);
    await api(running).delete(`/api/v1/webhooks/${id}`).set(other).expect(404);
    await api(running).post('/api/v1/webhooks').set(other).send({ address: receiver.address, department: 'a' }).expect(403);
    await api(running).get('/api/v1/webhooks').set('Authorization', `Bearer ${editor.token}`).expect(403);
    expect((await api(running).get('/api/v1/webhooks').set(other).expect(200)).body).toEqual([]);
    await api(running).put(`/api/v1/webhooks/${id}`).set(admin).send({ address: receiver.address, ofDepartment: 'none' }).expect(422);
    await api(running).put(`/api/v1/webhooks/${id}`).set(admin).send({ address: receiver.address, kind: 'document' }).expect(200);
    await publish();
    receiver.answer = () => ({ status: 410 });
    await deliver();
    await api(running).post(`/api/v1/webhooks/${id}/resumption`).set(admin).expect(200);
    await api(running).delete(`/api/v1/webhooks/${id}`).set(admin).expect(204);
    await api(running).get(`/api/v1/webhooks/${id}`).set(admin).expect(404);
    const events = await running.query<{ action: string; actor: string }>(
      `SELECT action, actor FROM audit_event WHERE object_type = 'webhook' AND object_id = $1 ORDER BY seq`,
      [`${id} a`],
    );
    expect(events.map(({ action }) => action)).toEqual(
      ['created', 'changed', 'paused', 'resumed', 'removed'].map((each) => `webhook.${each}`),
    );
    expect(events.map(({ actor }) => actor)[2]).toBe('schedule');
  });

  it('is by GraphQL what it is by REST', async () => {
    const ask = async (query: string) => (await api(running).post('/graphql').set(admin).send({ query })).body as { data: never };
    const address = JSON.stringify(receiver.address);
    const { data: made } = await ask(
      `mutation { createWebhook(input: { address: ${address}, kind: "document" }) { id secret kind state } }`,
    );
    const { id, secret } = (made as { createWebhook: Hook }).createWebhook;
    expect(secret).toMatch(/^whsec_/);
    expect(await ask(`mutation { replaceWebhook(id: "${id}", input: { address: ${address} }) { kind } }`)).toEqual({
      data: { replaceWebhook: { kind: null } },
    });
    expect(await ask(`mutation { resumeWebhook(id: "${id}") { state } }`)).toEqual({ data: { resumeWebhook: { state: 'active' } } });
    expect(await ask(`mutation { removeWebhook(id: "${id}") { id } }`)).toEqual({ data: { removeWebhook: { id } } });
  });

  it('is limited to twenty of a department', async () => {
    for (let made = 0; made < 20; made++) await register();
    await api(running).post('/api/v1/webhooks').set(admin).send({ address: receiver.address }).expect(409);
  });
});
