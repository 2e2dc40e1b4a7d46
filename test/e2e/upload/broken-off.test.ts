import { type ClientRequest, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startUploads, type UploadFixture } from './upload-fixture.js';

let fixture: UploadFixture;
let port: number;
beforeAll(async () => {
  fixture = await startUploads({ uploadIdleSeconds: 1 });
  await fixture.running.app.listen(0, '127.0.0.1');
  ({ port } = fixture.running.app.getHttpServer().address() as AddressInfo);
});
afterAll(() => fixture.running.close());

const HEAD = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
const BODIES = [
  ['as a form', 'multipart/form-data; boundary=x', HEAD],
  ['as the body itself', 'application/octet-stream', ''],
] as const;

/** Begins an upload of which a megabyte arrives and no more; waits until the server has begun to write it down. */
async function begin(type: string, head: string): Promise<ClientRequest> {
  const asked = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/files?name=a.csv',
    headers: { Authorization: `Bearer ${fixture.editor.token}`, 'Content-Type': type, 'Content-Length': 10_000_000 },
  });
  asked.write(head);
  asked.write(Buffer.alloc(1_000_000, 'a'));
  await expect.poll(async () => (await fixture.traces()).files).toHaveLength(1);
  return asked;
}

describe.each(BODIES)('an upload %s', (_, type, head) => {
  it('that breaks off leaves nothing, and the server goes on', async () => {
    const asked = await begin(type, head);
    asked.on('error', () => undefined);
    asked.destroy();
    await expect.poll(() => fixture.traces()).toEqual({ rows: [], files: [] });
    expect(await fixture.running.query(`SELECT 1 FROM audit_event WHERE action LIKE 'file.%'`)).toEqual([]);
    await fixture.get(fixture.editor, '/health/ready').expect(200);
  });

  it('that stands still is ended with a sentence', async () => {
    const asked = await begin(type, head);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(400);
    expect(await text(answer)).toContain('没有收到内容');
    asked.destroy();
    expect(await fixture.traces()).toEqual({ rows: [], files: [] });
  });
});
