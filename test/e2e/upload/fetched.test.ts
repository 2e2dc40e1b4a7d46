import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, startUploads, type UploadFixture } from './upload-fixture.js';

const CSV = '区县,金额\n海陵区,12.5\n';

function* endless() {
  for (;;) yield Buffer.alloc(65_536, 'a');
}

let site: Server;
let origin: string;
let hits = 0;
let open: UploadFixture;
let closed: UploadFixture;
beforeAll(async () => {
  site = createServer((asked, answer) => {
    hits += 1;
    if (asked.url === '/endless') {
      answer.setHeader('Content-Type', 'text/csv');
      Readable.from(endless()).pipe(answer);
    } else if (asked.url === '/page.csv') answer.setHeader('Content-Type', 'text/html').end('<html><script>1</script></html>');
    else if (asked.url === '/gone') answer.writeHead(404).end();
    else if (asked.url === '/on') answer.writeHead(302, { Location: '/export' }).end();
    else if (asked.url === '/inside') answer.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data' }).end();
    else answer.setHeader('Content-Type', 'text/csv; charset=utf-8').end(CSV);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  open = await startUploads({ outboundAllow: '127.0.0.1', outboundPorts: '1-65535', maxUploadMb: 1 });
  closed = await startUploads({ outboundPorts: '1-65535' });
}, 60_000);
afterAll(async () => {
  await open.running.close();
  await closed.running.close();
  site.closeAllConnections();
  site.close();
});

const fetched = ({ running, editor }: UploadFixture, body: object) =>
  request(running.app.getHttpServer()).post('/api/v1/files/fetched').set('Authorization', `Bearer ${editor.token}`).send(body);

describe('a file at an address', () => {
  it('comes in like one that is uploaded, named by its type, and is noted with its address', async () => {
    const { body } = await fetched(open, { address: `${origin}/on` }).expect(201);
    expect(body).toMatchObject({ sha256: hashOf(CSV), name: 'export.csv', format: 'csv', textState: 'whole' });
    await open.get(open.editor, `/api/v1/files/${hashOf(CSV)}/content`).expect(200);
    await open.get(open.stranger, `/api/v1/files/${hashOf(CSV)}`).expect(404);
    const [event] = await open.running.query<{ object_id: string }>(`SELECT object_id FROM audit_event WHERE action = 'file.fetched'`);
    expect(event!.object_id).toBe(`${hashOf(CSV)} ${origin}/on`);
  });

  it.each<[string, () => object, number]>([
    ['that is too large', () => ({ address: `${origin}/endless` }), 413],
    ['that is no csv', () => ({ address: `${origin}/page.csv` }), 422],
    ['that is not there', () => ({ address: `${origin}/gone` }), 422],
    ['that leads to a machine of the inside', () => ({ address: `${origin}/inside` }), 422],
    ['without a scheme we know', () => ({ address: 'file:///etc/passwd' }), 422],
    ['for another department', () => ({ address: `${origin}/export`, department: 'b' }), 403],
  ])('%s is refused, and leaves nothing', async (_, body, status) => {
    const before = await open.traces();
    const answer = await fetched(open, body());
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect((answer.body as { detail: string }).detail).toMatch(/[。！]$/u);
    expect(await open.traces()).toEqual(before);
  });

  it('on this machine is not asked for unless the operator allows it', async () => {
    const before = hits;
    for (const address of [`${origin}/export`, `http://localhost:${new URL(origin).port}/export`, `http://[::ffff:127.0.0.1]/export`])
      expect((await fetched(closed, { address })).status).toBe(422);
    expect(hits).toBe(before);
  });
});
