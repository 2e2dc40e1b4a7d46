import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf, startUploads, type UploadFixture } from './upload-fixture.js';

const main = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

let fixture: UploadFixture;
let port: number;
const servers: ChildProcess[] = [];
beforeAll(async () => {
  fixture = await startUploads();
  port = await freePort();
});
afterAll(async () => {
  for (const server of servers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
  await fixture.running.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A server of its own on the database and folder of the test; returns when it serves. */
async function startServer(): Promise<ChildProcess> {
  const { databaseUrl, config } = fixture.running;
  const server = spawn(process.execPath, [main], {
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir, HOST: '127.0.0.1', PORT: String(port) },
      ...{ SAMPLE_DATA: 'off', LOG_LEVEL: 'silent' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => text.toString().includes('已启动') && resolve());
    server.once('exit', () => reject(new Error('the server ended')));
  });
  return server;
}

const CONTENT = Buffer.concat([Buffer.from('甲,乙\n'), Buffer.alloc(3_000_000, 'a')]);

it('leaves nothing of an upload that a killed server had begun, once it is there again', async () => {
  const server = await startServer();
  const asked = httpRequest({
    ...{ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/files?name=a.csv' },
    headers: { Authorization: `Bearer ${fixture.editor.token}`, 'Content-Type': 'application/octet-stream', 'Content-Length': 9_000_000 },
  });
  asked.on('error', () => undefined);
  asked.write(CONTENT);
  await expect.poll(async () => (await fixture.traces()).files, { timeout: 20_000 }).toHaveLength(1);
  server.kill('SIGKILL');
  await once(server, 'exit');
  const left = await fixture.traces();
  expect(left).toMatchObject({ rows: [], files: [expect.stringContaining(`-${server.pid}-`)] });
  await fixture.get(fixture.editor, `/api/v1/files/${hashOf(CONTENT)}`).expect(404);

  await startServer();
  expect(await fixture.traces()).toEqual({ rows: [], files: [] });
});
