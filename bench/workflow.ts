import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '#src/app.module.js';
import { chain, GENESIS } from '#src/modules/audit/audit-chain.js';
import { entryWithoutRevision } from '#src/modules/audit/index.js';
import { DepartmentService } from '#src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '#src/modules/identity/index.js';
import { Config } from '#src/modules/platform/config/index.js';
import { Log } from '#src/modules/platform/logging/index.js';
import { openRuntime } from '#src/runtime.js';
import { command, Server } from './server.js';
import { ms, quantile, table } from './statistics.js';

const SUBMISSIONS = Number(process.env.SUBMISSIONS ?? 10_000);
const EVENTS = Number(process.env.EVENTS ?? 1_000_000);
const AT_ONCE = 8;
const BATCH = 5_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

type Part = 'write' | 'review' | 'approve';

/** A department and three keys, one for each part in the workflow. */
async function prepare(config: Config): Promise<Record<Part, string>> {
  const runtime = await openRuntime(config, 'command');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, runtime, new Log('silent')), { logger: false });
  try {
    await app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
    const keyFor = (part: Part) =>
      app.get(ApiKeyService).create({ name: part, scopes: [`submission.${part}`, 'submission.read'], department: 'a' }, OPERATOR);
    return { write: await keyFor('write'), review: await keyFor('review'), approve: await keyFor('approve') };
  } finally {
    await app.close();
    await runtime.close();
  }
}

/** Every step of one document by HTTP; notes how long each took in milliseconds. */
async function publish(url: string, keys: Record<Part, string>, number: number, times: Map<string, number[]>): Promise<void> {
  const step = async (name: string, part: Part, place: string, body: object, etag?: string): Promise<{ id: string; etag: string }> => {
    const started = performance.now();
    const answer = await fetch(`${url}/api/v1/submissions${place}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${keys[part]}`, 'Content-Type': 'application/json', ...(etag ? { 'If-Match': etag } : {}) },
      body: JSON.stringify(body),
    });
    const { id } = (await answer.json()) as { id: string };
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
    return { id, etag: answer.headers.get('etag')! };
  };
  const document = {
    identifier: `bench-${number}`,
    title: `关于第${number}号社区食堂开放的通知`,
    abstract: '社区食堂开放的时间、地点和补贴办法，适用于全市各社区。',
    issuer: ['甲局'],
    writtenOn: '2026-11-02',
    publicity: '主动公开',
    body: '为方便居民就餐，现将社区食堂开放的有关事项通知如下。'.repeat(20),
  };
  const begun = await step('draft', 'write', '', { document });
  const submitted = await step('submit', 'write', `/${begun.id}/submission`, {}, begun.etag);
  const passed = await step('review', 'review', `/${begun.id}/review`, { decision: 'pass', opinion: '不涉密' }, submitted.etag);
  await step('sign and publish', 'approve', `/${begun.id}/approval`, { decision: 'approve' }, passed.etag);
}

/** Prolongs the log of an empty catalog to many events, well chained. */
async function fillLog(config: Config): Promise<void> {
  const runtime = await openRuntime(config, 'command');
  try {
    await runtime.source.query('SET session_replication_role = replica');
    await runtime.source.query('TRUNCATE audit_event, audit_root');
    let last = { seq: '0', hash: GENESIS };
    for (let done = 0; done < EVENTS; done += BATCH) {
      const entries = Array.from({ length: BATCH }, (_, index) =>
        entryWithoutRevision({
          actor: 'bench',
          action: 'record.updated',
          objectType: 'record',
          objectId: `bench-${done + index}`,
          address: '10.0.0.8',
          result: 'ok',
        }),
      );
      const linked = chain(last, entries, '2026-11-02T01:00:00.000Z');
      await runtime.source.query(
        `INSERT INTO audit_event
           SELECT seq, at, actor, action, "objectType", "objectId", NULL, NULL, NULL, NULL, "previousHash", hash, address, result
             FROM jsonb_to_recordset($1::jsonb) AS e(seq bigint, at timestamptz, actor text, action text, "objectType" text, "objectId" text,
               "previousHash" text, hash text, address text, result text)`,
        [JSON.stringify(linked)],
      );
      last = linked.at(-1)!;
    }
  } finally {
    await runtime.close();
  }
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(dataDir, 0o755);
const config = Object.assign(new Config(), { dataDir, sampleData: false, logLevel: 'silent' });
try {
  const keys = await prepare(config);
  const server = await Server.start(dataDir);
  try {
    const times = new Map<string, number[]>();
    const started = performance.now();
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < SUBMISSIONS) await publish(server.url, keys, next++, times);
      }),
    );
    const took = performance.now() - started;
    say(
      `${SUBMISSIONS} documents through the whole workflow by API, ${AT_ONCE} at once: ${((SUBMISSIONS / took) * 1000).toFixed(1)} a second`,
    );
    say(
      table(
        ['step', 'p50', 'p99'],
        [...times].map(([name, values]) => [name, ms(quantile(values, 0.5)), ms(quantile(values, 0.99))]),
      ),
    );
    say(`memory of the server: ${server.memory()?.toFixed(0)} MB`);
  } finally {
    await server.stop();
  }
  await fillLog(config);
  const verified = await command(dataDir, 'verify', '--audit');
  say(
    `audit log of ${EVENTS} events verified: ${((EVENTS / verified.took) * 1000).toFixed(0)} events a second, peak ${verified.memory.toFixed(0)} MB`,
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
