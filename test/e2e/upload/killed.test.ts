import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerProcesses } from '../../support/server-process.js';
import { hashOf, startUploads, type UploadFixture } from './upload-fixture.js';

let fixture: UploadFixture;
let servers: ServerProcesses;
beforeAll(async () => {
  fixture = await startUploads();
  servers = await ServerProcesses.on(fixture.running);
});
afterAll(async () => {
  await servers.close();
  await fixture.running.close();
});

const CONTENT = Buffer.concat([Buffer.from('甲,乙\n'), Buffer.alloc(3_000_000, 'a')]);

it('leaves nothing of an upload that a killed server had begun, once it is there again', async () => {
  const server = await servers.start();
  const asked = httpRequest({
    ...{ port: servers.port, host: '127.0.0.1', method: 'POST', path: '/api/v1/files?name=a.csv' },
    headers: { Authorization: `Bearer ${fixture.editor.token}`, 'Content-Type': 'application/octet-stream', 'Content-Length': 9_000_000 },
  });
  asked.on('error', () => undefined);
  asked.write(CONTENT);
  await expect.poll(async () => (await fixture.traces()).files, { timeout: 20_000 }).toHaveLength(1);
  await servers.kill(server);
  const left = await fixture.traces();
  expect(left).toMatchObject({ rows: [], files: [expect.stringContaining(`-${server.pid}-`)] });
  await fixture.get(fixture.editor, `/api/v1/files/${hashOf(CONTENT)}`).expect(404);

  await servers.start();
  expect(await fixture.traces()).toEqual({ rows: [], files: [] });
});
