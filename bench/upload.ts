import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { once } from 'node:events';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '#src/app.module.js';
import { DepartmentService } from '#src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '#src/modules/identity/index.js';
import { Config } from '#src/modules/platform/config/index.js';
import { Log } from '#src/modules/platform/logging/index.js';
import { openRuntime } from '#src/runtime.js';
import { Server } from './server.js';
import { ms, table } from './statistics.js';

const MEGABYTES = Number(process.env.MEGABYTES ?? 1024);

const say = (text: string) => process.stdout.write(`${text}\n`);

/** A department and a key that may upload for it. */
async function prepare(config: Config): Promise<string> {
  const runtime = await openRuntime(config, 'command');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, runtime, new Log('silent')), { logger: false });
  try {
    await app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
    return await app.get(ApiKeyService).create({ name: 'upload', scopes: ['file.upload', 'submission.read'], department: 'a' }, OPERATOR);
  } finally {
    await app.close();
    await runtime.close();
  }
}

/** A table of that many megabytes, made as it is sent; `seed` makes it another one. */
function* rows(megabytes: number, seed: number): Generator<Buffer> {
  const row = (number: number) => `${seed},${number},站点${number % 977},${(number * 7919) % 100_003}\n`;
  const block = Buffer.from(
    Array.from({ length: 2_000 }, (_, index) => row(index))
      .join('')
      .padEnd(64 * 1024, '#')
      .slice(0, 64 * 1024 - 12),
  );
  const bytes = megabytes * 1024 * 1024;
  for (let sent = 0; sent < bytes;) {
    const whole = Buffer.concat([Buffer.from(`\n${seed},${sent},`), block]);
    const chunk = whole.subarray(0, Math.min(whole.length, bytes - sent));
    sent += chunk.length;
    yield chunk;
  }
}

/** Uploads through HTTP; returns the hash and how long it took in milliseconds. */
async function upload(url: string, key: string, megabytes: number, seed: number): Promise<{ sha256: string; took: number }> {
  const started = performance.now();
  const asked = request(`${url}/api/v1/files?name=${seed}.csv`, {
    method: 'POST',
    headers: { 'X-API-Key': key, 'Content-Type': 'application/octet-stream' },
  });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(rows(megabytes, seed)), asked);
  const [answer] = await answered;
  const body = (await json(answer)) as { sha256: string };
  if (answer.statusCode !== 201) throw new Error(JSON.stringify(body));
  return { sha256: body.sha256, took: performance.now() - started };
}

async function download(url: string, key: string, sha256: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${url}/api/v1/files/${sha256}/content`, { headers: { 'X-API-Key': key } });
  let bytes = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  if (bytes !== MEGABYTES * 1024 * 1024) throw new Error(`${bytes} bytes came back`);
  return performance.now() - started;
}

const directory = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(directory, 0o755);
const config = Object.assign(new Config(), { dataDir: path.join(directory, 'data'), sampleData: false, logLevel: 'silent' });

say(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
const key = await prepare(config);
const server = await Server.start(config.dataPath);
const peak = (): number => server.peakMemory() ?? NaN;
await upload(server.url, key, 1, 1);
const lines: string[][] = [['idle, after one upload of 1 MB', '', '', `${server.memory()?.toFixed(0)} MB`, `${peak().toFixed(0)} MB`]];
const noted = (name: string, took: number, megabytes = MEGABYTES) =>
  lines.push([
    name,
    ms(took),
    `${(megabytes / (took / 1000)).toFixed(0)} MB/s`,
    `${server.memory()?.toFixed(0)} MB`,
    `${peak().toFixed(0)} MB`,
  ]);
const tenth = Math.ceil(MEGABYTES / 10);
noted(`upload of ${tenth} MB`, (await upload(server.url, key, tenth, 2)).took, tenth);
const { sha256, took } = await upload(server.url, key, MEGABYTES, 3);
noted(`upload of ${MEGABYTES} MB`, took);
noted('the same again', (await upload(server.url, key, MEGABYTES, 3)).took);
const started = performance.now();
await Promise.all([4, 5, 6, 7].map((seed) => upload(server.url, key, tenth, seed)));
noted(`four of ${tenth} MB at once`, performance.now() - started, tenth * 4);
noted(`download of ${MEGABYTES} MB`, await download(server.url, key, sha256));
say(table(['', 'time', 'rate', 'resident memory', 'peak so far'], lines));
await server.stop();
rmSync(directory, { recursive: true, force: true });
