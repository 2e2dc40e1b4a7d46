import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordWriter } from '../../../src/modules/catalog/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { datasetWith, publishTables } from '../data/data-fixture.js';

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const COUNT = 2_500;
const CSV = `区县,金额,备注\n${Array.from({ length: COUNT }, (_, i) => `${['海陵区', '高港区'][i % 2]},${i},"第${i}笔,""好"""`).join('\n')}\n`;

let running: TestApplication;
let site: string;
beforeAll(async () => {
  running = await createTestApplication({ dataAnonymousUnits: 0 });
  await publishTables(
    running,
    [
      datasetWith('loans', ['贷款.csv'], { title: '公积金贷款', keywords: ['贷款'] }),
      datasetWith('two', ['贷款.csv', '提取.csv']),
      ...Array.from({ length: 12 }, (_, i) => ({
        kind: 'document',
        identifier: `doc-${i}`,
        title: `关于灯塔的第${i}号通知`,
        abstract: '灯塔',
      })),
      { kind: 'document', identifier: 'gone', title: '撤回的通知' },
    ],
    { '贷款.csv': CSV, '提取.csv': '甲\n1\n' },
  );
  await running.app.get(RecordWriter).withdraw('document', 'gone', 1, '内容有误', { actor: 'test', requestId: null });
  await running.app.get(OutboxDispatcher).drain();
  await running.app.listen(0, '127.0.0.1');
  site = `http://127.0.0.1:${(running.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => running.close());

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** The built command as a process, with no settings and in no folder of ours. */
async function haozhao(...parameters: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [CLI, ...parameters], {
    env: { PATH: process.env.PATH },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

const valueOf = async (...parameters: string[]): Promise<string> => {
  const { code, out, err } = await haozhao(...parameters);
  expect([code, err]).toEqual([0, '']);
  return out;
};

describe('haozhao search', () => {
  it('lists what is found, for people and for programs', async () => {
    expect(await valueOf('search', site, '公积金', '贷款', '--kind', 'dataset')).toContain('共 2 条\n  1. 公积金贷款\n     数据');
    const answer = JSON.parse(await valueOf('search', site, '灯塔', '--json', '--limit', '3')) as {
      total: { value: number };
      hits: unknown[];
    };
    expect([answer.total.value, answer.hits.length]).toEqual([12, 3]);
    expect((await valueOf('search', site, '灯塔', '--limit', '11')).match(/^ *\d+\. /gm)!.length).toBe(11);
  });

  it('goes through all pages, each hit once', async () => {
    const lines = (await valueOf('search', site, '灯塔', '--all', '--json', '--sort', 'title')).trimEnd().split('\n');
    const identifiers = lines.map((line) => (JSON.parse(line) as { identifier: string }).identifier);
    expect([identifiers.length, new Set(identifiers).size]).toEqual([12, 12]);
  });
});

describe('haozhao get', () => {
  it('shows a record', async () => {
    const text = await valueOf('get', site, 'doc-3');
    expect(text).toContain('标题      关于灯塔的第3号通知\n标识符    doc-3');
    expect(JSON.parse(await valueOf('get', site, 'loans', '--json'))).toMatchObject({ identifier: 'loans', kind: 'dataset' });
  });

  it.each([
    ['none', 4, /没有标识符为“none”的记录/],
    ['gone', 4, /已于 \d{4}-\d\d-\d\d 撤回。原因：内容有误/],
  ])('of %s ends with %i', async (identifier, code, sentence) => {
    expect(await haozhao('get', site, identifier)).toEqual({ code, out: '', err: expect.stringMatching(sentence) });
  });
});

describe('haozhao rows', () => {
  const some = ['--where', "区县 = '海陵区' and 金额 < 5", '--select', '区县, 金额'];

  it('writes a table of equal columns', async () => {
    expect(await valueOf('rows', site, 'loans', ...some)).toBe('区县    金额\n------  ----\n海陵区     0\n海陵区     2\n海陵区     4\n');
  });

  it('writes CSV, JSON and a line a row', async () => {
    expect(await valueOf('rows', site, 'loans', '--limit', '1', '--format', 'csv')).toBe('区县,金额,备注\r\n海陵区,0,"第0笔,""好"""\r\n');
    expect(JSON.parse(await valueOf('rows', site, 'loans', ...some, '--format', 'json'))).toEqual(
      [0, 2, 4].map((each) => ({ 区县: '海陵区', 金额: each })),
    );
    expect(await valueOf('rows', site, 'loans', '--where', '金额 < 0', '--format', 'json')).toBe('[]\n');
    expect(await valueOf('rows', site, 'loans', ...some, '--limit', '1', '--format', 'ndjson')).toBe('{"区县":"海陵区","金额":0}\n');
  });

  it('groups, orders, and looks for words', async () => {
    const parameters = ['--select', '区县, max(金额) as 最大', '--group-by', '区县', '--order-by', '最大 desc', '--format', 'ndjson'];
    expect(await valueOf('rows', site, 'loans', ...parameters)).toBe('{"区县":"高港区","最大":2499}\n{"区县":"海陵区","最大":2498}\n');
    expect((await valueOf('rows', site, 'loans', '--words', '第77笔', '--format', 'ndjson')).trim().split('\n').length).toBe(1);
  });

  it.each(['json', 'ndjson', 'csv', 'table'])('brings all rows once as %s', async (format) => {
    const text = await valueOf('rows', site, 'loans', '--all', '--select', '金额', '--format', format);
    const numbers =
      format === 'json' ? (JSON.parse(text) as { 金额: number }[]).map(({ 金额 }) => 金额) : (text.match(/\d+/g) ?? []).map(Number);
    expect(numbers).toEqual(Array.from({ length: COUNT }, (_, i) => i));
  });

  it.each([
    [['two'], 1, /有 2 张表，请写明是哪一张：/],
    [['loans', 'none'], 4, /没有名为“none”的表/],
    [['loans', '--where', '金客 > 1'], 1, /第 1 个字符处（▸金客 > 1）：没有名为“金客”的列，是否指“金额”/],
    [['loans', '--limit', '0'], 1, /应为大于零的整数/],
  ])('%j ends with %i', async (parameters, code, sentence) => {
    expect(await haozhao('rows', site, ...parameters)).toEqual({ code, out: '', err: expect.stringMatching(sentence) });
  });
});

describe('another host', () => {
  const servers: Server[] = [];
  afterAll(() => servers.forEach((server) => server.close()));

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const refusal = (code: string, detail: string) => JSON.stringify({ code, detail });

  it('that is away ends with 3', async () => {
    const address = await serve(() => undefined);
    servers.pop()!.close();
    expect(await haozhao('search', address, 'x')).toEqual({
      code: 3,
      out: '',
      err: expect.stringMatching(/^连不上 .*ECONNREFUSED.*请检查网址和网络。\n$/),
    });
  });

  it.each([
    ['a page', (_, response) => response.end('<html>')],
    ['other JSON', (_, response) => response.end('{"success":true}')],
    ['an error of somebody else', (_, response) => response.writeHead(404).end('{"error":"none"}')],
  ] as [string, RequestListener][])('that answers %s is no Haozhao', async (_, listener) => {
    expect(await haozhao('get', await serve(listener), 'x')).toEqual({ code: 3, out: '', err: expect.stringContaining('不是好找的接口') });
  });

  it('cannot steer the terminal', async () => {
    const address = await serve((_, response) => response.end('{"identifier":"x","title":"红\\u001b[31m","body":"a\\u001b]0;b\\nc"}'));
    expect((await haozhao('get', address, 'x')).out).toBe('标题      红 [31m\n标识符    x\n\na ]0;b\nc\n');
  });

  it('that is no address is said to be none', async () => {
    expect(await haozhao('search', 'ftp://example.cn', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('不是网址') });
  });

  it('that asks to come again is asked once more, with the key', async () => {
    const keys: unknown[] = [];
    const address = await serve((request, response) => {
      keys.push(request.headers['x-api-key']);
      if (keys.length === 1) response.writeHead(429, { 'Retry-After': '0' }).end(refusal('TOO_MANY_REQUESTS', '额度已经用完。'));
      else response.end('{"identifier":"x","title":"后来有了"}');
    });
    const { code, out, err } = await haozhao('get', address, 'x', '--key', 'hzd_secret');
    expect([code, keys]).toEqual([0, ['hzd_secret', 'hzd_secret']]);
    expect(out).toContain('后来有了');
    expect(err).toContain('0 秒后再试一次');
  });

  it('that goes on refusing is believed', async () => {
    let asked = 0;
    const address = await serve((_, response) => {
      asked += 1;
      response.writeHead(429, { 'Retry-After': '0' }).end(refusal('TOO_MANY_REQUESTS', '额度已经用完，请在 9 秒后重试。'));
    });
    expect(await haozhao('rows', address, 'x', 'y')).toMatchObject({ code: 5, err: expect.stringContaining('请在 9 秒后重试') });
    expect(asked).toBe(2);
  });
});
