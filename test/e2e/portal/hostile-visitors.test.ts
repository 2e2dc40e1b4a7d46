import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { encodeCursor } from '../../../src/modules/kernel/cursor.js';
import { monthRange } from '../../../src/modules/transparency/figure/month.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api } from '../data/data-fixture.js';

let running: TestApplication;
let port: number;
beforeAll(async () => {
  running = await createTestApplication({ port: 0 });
  await running.app.listen(0, '127.0.0.1');
  port = Number(new URL(await running.app.getUrl()).port);
});
afterAll(() => running.close());

/** Addresses as they are written, which clients would make tidy. */
function raw(target: string): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: site\r\nAccept: text/html\r\nConnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
    socket.on('error', reject);
    socket.on('end', () => resolve({ status: Number(answer.split(' ')[1]), location: /^location: (.*)$/im.exec(answer)?.[1]?.trim() }));
  });
}

describe('addresses', () => {
  it.each(['//x//evil.example/login?lang=en&a=1', '//evil.example?lang=en', '/\\evil.example?lang=en', 'http://evil.example/?lang=en'])(
    '%s leads to no other site',
    async (target) => {
      const { status, location } = await raw(target);
      if (location === undefined) expect(status).toBeGreaterThanOrEqual(400);
      else expect(location).toMatch(/^\/(?![/\\])/);
      expect(status).toBeLessThan(500);
    },
  );

  it.each(['//', '//:99999/', '//[', '//@/', '//<>/', '/%', '/?lang=%', '/?lang=en&lang=zh'])('%s is no fault of ours', async (target) => {
    expect((await raw(target)).status).toBeLessThan(500);
  });

  it.each(['/.//evil.example', '/%2e//evil.example', '/x/..//evil.example', '/./\\evil.example'])(
    'the form of languages goes back to no %s',
    async (to) => {
      const { headers } = await api(running).post('/reading').type('form').send({ set: 'en', to }).expect(303);
      expect(headers.location).toMatch(/^\/(?![/\\])/);
    },
  );
});

describe('months and cursors that nobody was given', () => {
  it.each([
    '/transparency?from=9999-12',
    '/api/v1/transparency?to=9999-12',
    '/api/v1/transparency?to=0000-01',
    '/api/v1/transparency/departments?from=9999-12',
  ])('%s is refused in words', async (path) => {
    const { status, text } = await api(running).get(path);
    expect(status).toBe(400);
    expect(text).toMatch(/from|to/);
  });

  it.each(['abc', '1e3', '9'.repeat(25), '-1'])('the position %s is refused', async (position) => {
    const range = monthRange({}, new Date().toISOString().slice(0, 10));
    const cursor = encodeCursor(position, JSON.stringify(['transparency', 'publishing.published', undefined, range]));
    await api(running).get('/api/v1/transparency/records').query({ figure: 'publishing.published', cursor }).expect(400);
  });
});

describe('pages of other sites', () => {
  it.each([
    ['/ask', 'form'],
    ['/subscriptions/new', 'form'],
    ['/reading', 'form'],
    ['/api/v1/feedback', 'json'],
    ['/api/v1/records/x/feedback', 'json'],
    ['/api/v1/subscriptions', 'json'],
  ])('spend nothing of their visitors at %s', async (path, type) => {
    await api(running).post(path).set('Sec-Fetch-Site', 'cross-site').type(type).send({ q: 'a' }).expect(403);
    const own = await api(running).post(path).set('Sec-Fetch-Site', 'same-origin').type(type).send({ q: 'a' });
    expect(own.status).not.toBe(403);
  });

  it('may ask as before, and write with a key', async () => {
    await api(running).get('/ask').set('Sec-Fetch-Site', 'cross-site').expect(200);
    const { status } = await api(running)
      .post('/api/v1/feedback')
      .set({ 'Sec-Fetch-Site': 'cross-site', 'X-API-Key': 'hz_wrong' })
      .send({});
    expect(status).not.toBe(403);
  });

  it.each(['/embed/disclosure.html', '/EMBED/disclosure.html', '/Embed/Disclosure.html'])(
    'may not embed by %s where nobody may',
    async (path) => {
      const { headers } = await api(running).get(path).set('Origin', 'https://evil.example').expect(403);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});

it('the word list is not told to whoever asks', async () => {
  await running.query(
    `INSERT INTO gate_word (word, severity, note, updated_by, updated_at) VALUES ('青鸾工程', 'block', '内部说明', 'test', now())`,
  );
  const { text } = await api(running)
    .post('/api/v1/feedback')
    .send({ title: '工程', text: '青鸾工程什么时候完工，请公开进展情况' })
    .expect(201);
  expect(text).not.toContain('内部说明');
});
