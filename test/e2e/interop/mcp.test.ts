import type { AddressInfo } from 'node:net';
import { request as httpRequest } from 'node:http';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordReader, RecordWriter } from '../../../src/modules/catalog/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { datasetWith, publishTables } from '../data/data-fixture.js';
import { ask, call, connectClient, type SeenRecord } from './mcp-fixture.js';

const CSV = `区县,金额\n${Array.from({ length: 30 }, (_, i) => `${['海陵区', '高港区'][i % 2]},${i}`).join('\n')}\n`;
const ALLOWED = 'https://assistant.example';
const QUOTA = 60;

let running: TestApplication;
let client: Client;
let port: number;
beforeAll(async () => {
  running = await createTestApplication({ mcpOrigins: ALLOWED, dataAnonymousUnits: QUOTA });
  await publishTables(
    running,
    [
      datasetWith('open', ['贷款.csv'], { title: '公积金贷款' }),
      datasetWith('conditional', ['贷款.csv'], { title: '公积金贷款明细', openness: '有条件开放' }),
      datasetWith('closed', ['贷款.csv'], { title: '公积金贷款名单', openness: '不予开放' }),
      datasetWith('two', ['贷款.csv', '提取.csv'], { title: '公积金两张表' }),
      { kind: 'document', identifier: 'doc', title: '关于公积金的通知', documentNumber: '甲发〔2024〕3号', body: '字'.repeat(20_000) },
      { kind: 'document', identifier: 'gone', title: '撤回的公积金通知', documentNumber: '甲发〔2024〕4号' },
    ],
    { '贷款.csv': CSV, '提取.csv': CSV },
  );
  await running.app.get(RecordWriter).withdraw('document', 'gone', 1, '内容有误', { actor: 'test', requestId: null });
  await running.app.get(OutboxDispatcher).drain();
  await running.app.listen(0, '127.0.0.1');
  ({ port } = running.app.getHttpServer().address() as AddressInfo);
  client = await connectClient(running);
});
afterAll(async () => {
  await client.close();
  await running.close();
});

interface Sent {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A raw request, with whatever Host one likes. */
function send(body: string | Buffer, headers: Record<string, string> = {}, method = 'POST'): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const given = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers };
    const asked = httpRequest({ host: '127.0.0.1', port, path: '/mcp', method, headers: given }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
    });
    asked.on('error', reject).end(body);
  });
}

const message = (method: string, params: object = {}) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
const callOf = (name: string, parameters: object) => message('tools/call', { name, arguments: parameters });

describe('the tools', () => {
  it('are seven, read only, with typed answers', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...['search', 'find_document_by_number', 'get_record', 'list_facets', 'describe_table', 'query_rows', 'similar'],
    ]);
    for (const { annotations, outputSchema, inputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object' });
      expect(description).toMatch(/例：/);
    }
    expect(client.getInstructions()).toContain('citation');
  });

  it('page by cursor, each record and each row once', async () => {
    const first = await ask(client, 'search', { q: '公积金', limit: 3 });
    const second = await ask(client, 'search', { q: '公积金', limit: 3, cursor: first.nextCursor });
    expect([...first.hits, ...second.hits].map(({ identifier }) => identifier).sort()).toEqual([
      'closed',
      'conditional',
      'doc',
      'open',
      'two',
    ]);
    const rows = await ask(client, 'query_rows', { dataset: 'open', limit: 20 });
    expect([rows.rows.length, rows.total]).toEqual([20, 30]);
    expect(
      (await ask(client, 'query_rows', { dataset: 'open', limit: 20, cursor: rows.nextCursor })).rows.map((row) => row['金额']),
    ).toEqual([...[20, 21, 22, 23, 24, 25, 26, 27, 28, 29]]);
  });

  it('give a long text a part at a time', async () => {
    let body = '';
    for (let from: number | null = 0; from !== null;) {
      const { record }: { record: SeenRecord } = await ask(client, 'get_record', { identifier: 'doc', bodyFrom: from });
      body += record.document.body;
      from = record.document.nextBodyFrom;
    }
    expect(body).toBe('字'.repeat(20_000));
  });

  it('take a document number in any typing, and do not take a neighbour for it', async () => {
    for (const number of ['甲发〔2024〕3号', '甲发[2024]3', '甲发（2024）第3号'])
      expect((await ask(client, 'find_document_by_number', { number })).documents.map(({ identifier }) => identifier)).toEqual(['doc']);
    expect((await ask(client, 'find_document_by_number', { number: '甲发〔2024〕5号' })).documents).toEqual([]);
  });

  it.each([
    ['get_record', { identifier: 'none' }, 'NOT_FOUND', '没有标识符为“none”'],
    ['get_record', { identifier: 'gone' }, 'GONE', '内容有误'],
    ['describe_table', { dataset: 'conditional' }, 'FORBIDDEN', '有条件开放'],
    ['query_rows', { dataset: 'conditional' }, 'FORBIDDEN', '有条件开放'],
    ['query_rows', { dataset: 'closed' }, 'FORBIDDEN', '不予开放'],
    ['query_rows', { dataset: 'two' }, 'BAD_REQUEST', '有 2 张表'],
    ['query_rows', { dataset: 'open', where: '金客 > 1' }, 'BAD_REQUEST', '第 1 个字符处（▸金客 > 1）：没有名为“金客”的列，是否指“金额”'],
    ['query_rows', { dataset: 'open', limit: 1001 }, 'BAD_REQUEST', 'limit'],
    ['query_rows', { dataset: 'open', cursor: 'forged' }, 'BAD_REQUEST', 'cursor'],
    ['search', { q: 'x', cursor: 'forged' }, 'BAD_REQUEST', 'cursor'],
    ['search', { limt: 3 }, 'BAD_REQUEST', 'limt：没有这个参数'],
    ['search', { q: 5 }, 'BAD_REQUEST', 'q：'],
    ['search', { year: ['二〇二四'] }, 'BAD_REQUEST', '不是四位年份'],
    ['similar', { identifier: 'gone' }, 'GONE', '内容有误'],
  ])('%s %j is refused with a sentence: %s', async (name, parameters, code, sentence) => {
    const { isError, content, _meta } = await call(client, name, parameters);
    expect(isError).toBe(true);
    expect(_meta).toMatchObject({ code });
    expect(content[0]!.text).toContain(sentence);
  });

  it('never show what is hidden', async () => {
    const { hits } = await ask(client, 'search', { q: '公积金' });
    expect(Object.fromEntries(hits.map(({ identifier, tables }) => [identifier, tables.length]))).toEqual({
      open: 1,
      two: 2,
      doc: 0,
      conditional: 0,
      closed: 0,
    });
    expect((await ask(client, 'similar', { identifier: 'doc', limit: 20 })).hits.map(({ identifier }) => identifier)).not.toContain('gone');
    expect((await ask(client, 'find_document_by_number', { number: '甲发〔2024〕4号' })).documents).toEqual([]);
    await expect(running.app.get(RecordReader).find('gone')).resolves.toMatchObject({ status: 'withdrawn' });
  });

  it('know a caller by the key, and refuse one that is none', async () => {
    const stranger = await connectClient(running, { 'X-API-Key': `hzd_${'x'.repeat(40)}` });
    expect(await call(stranger, 'query_rows', { dataset: 'open' })).toMatchObject({ isError: true, _meta: { code: 'UNAUTHENTICATED' } });
    await stranger.close();
  });

  it('share the allowance of the rows by REST, and tell when to come again', async () => {
    let refused = await call(client, 'query_rows', { dataset: 'open' });
    for (let i = 0; i < QUOTA * 2 && !refused.isError; i++) refused = await call(client, 'query_rows', { dataset: 'open' });
    expect(refused).toMatchObject({ isError: true, _meta: { code: 'TOO_MANY_REQUESTS', retryAfter: expect.any(Number) } });
    expect(refused.content[0]!.text).toMatch(/秒后重试/);
    const rest = await fetch(`http://127.0.0.1:${port}/api/v1/datasets/two/tables/dai_kuan/rows`);
    expect(rest.status).toBe(429);
  });
});

describe('the protocol', () => {
  it('answers JSON where both will do, a stream to whoever takes only that', async () => {
    const json = await send(message('tools/list'));
    expect(json).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('application/json'), 'cache-control': 'no-store' },
    });
    const stream = await send(message('tools/list'), { Accept: 'text/event-stream' });
    expect(stream).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining('text/event-stream') } });
    const data = /^data: (.*)$/m.exec(stream.text)![1]!;
    expect(JSON.parse(data)).toEqual(JSON.parse(json.text));
    expect(json.headers['mcp-session-id']).toBeUndefined();
  });

  it('takes notifications with 202 and no word', async () => {
    expect(await send(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))).toMatchObject({ status: 202, text: '' });
  });

  it.each([
    ['GET', 405],
    ['DELETE', 405],
    ['PUT', 405],
    ['PATCH', 405],
  ])('%s is answered %s', async (method, status) => {
    const answer = await send('', {}, method);
    expect([answer.status, answer.headers.allow]).toEqual([status, 'POST, OPTIONS']);
    expect(JSON.parse(answer.text)).toMatchObject({
      jsonrpc: '2.0',
      id: null,
      error: { code: -32000, data: { code: 'METHOD_NOT_ALLOWED' } },
    });
  });

  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  it.each<[string, string | Buffer, Record<string, string>, number, number]>([
    ['no JSON', '{"jsonrpc":', {}, 400, -32700],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), {}, 400, -32700],
    ['nothing', '', {}, 400, -32600],
    ['a batch', `[${message('tools/list')}]`, {}, 400, -32600],
    ['an empty batch', '[]', {}, 400, -32600],
    ['a number', '5', {}, 400, -32600],
    ['no method', '{"jsonrpc":"2.0","id":1}', {}, 400, -32600],
    ['version 1', '{"jsonrpc":"1.0","id":1,"method":"tools/list"}', {}, 400, -32600],
    ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"tools/list"}', {}, 400, -32600],
    ['plain text', message('tools/list'), { 'Content-Type': 'text/plain' }, 415, -32000],
    ['XML', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', { 'Content-Type': 'application/xml' }, 415, -32000],
    ['a form', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, -32000],
    ['a strange coding', message('tools/list'), { 'Content-Encoding': 'zstd-not' }, 415, -32000],
    ['an answer nobody has', message('tools/list'), { Accept: 'text/html' }, 406, -32000],
    ['a huge body', `{"a":"${'x'.repeat(3_000_000)}"}`, {}, 413, -32000],
    ['an unknown version of the protocol', message('tools/list'), { 'Mcp-Protocol-Version': '1999-01-01' }, 400, -32000],
  ])('%s is an error of JSON-RPC', async (_, body, headers, status, code) => {
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ jsonrpc: '2.0', id: null, error: { code } });
    expect(answer.headers['content-type']).toContain('application/json');
  });

  it.each([
    ['an unknown method', message('tools/destroy'), -32601],
    ['an unknown tool', callOf('drop_table', {}), -32602],
    ['a tool by an inherited name', callOf('constructor', {}), -32602],
    ['parameters that are a list', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":[1]}}', -32602],
    ['an introduction without a name', message('initialize', { protocolVersion: 5 }), -32602],
    ['a name that is no text', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":5}}', -32602],
  ])('%s is an error of the call', async (_, body, code) => {
    const answer = await send(body);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ jsonrpc: '2.0', id: 1, error: { code } });
  });

  it.each([
    ['deep arguments', `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":${deep(50_000)}}}`],
    [
      'inherited names',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"constructor":{"prototype":{}}}}}',
    ],
    ['control characters', callOf('search', { q: 'a\u0000b' })],
    ['a lone surrogate', callOf('get_record', { identifier: 'a\ud800' })],
    ['a path for an identifier', callOf('get_record', { identifier: '../../etc/passwd' })],
    ['SQL for a name', callOf('query_rows', { dataset: 'open', select: '1; drop table record --' })],
  ])('%s become an answer that says so', async (_, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      id: 1,
      result: { isError: true, content: [{ text: expect.stringMatching(/[。？]$/) }] },
    });
    expect(answer.text).not.toContain('系统内部错误');
  });
});

describe('who may ask', () => {
  it.each([
    ['evil.example', undefined, 403],
    ['evil.example:80', undefined, 403],
    [undefined, 'https://evil.example', 403],
    [undefined, 'null', 403],
    [undefined, ALLOWED, 200],
    ['localhost', undefined, 200],
    ['localhost:9999', 'http://localhost:9999', 200],
  ])('Host %s with Origin %s: %s', async (host, origin, status) => {
    const answer = await send(message('tools/list'), { ...(host ? { Host: host } : {}), ...(origin ? { Origin: origin } : {}) });
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBe(status === 200 ? origin : undefined);
    if (status === 403) expect(JSON.parse(answer.text)).toMatchObject({ error: { code: -32000, data: { code: 'FORBIDDEN' } } });
  });

  it('answers the question of a browser beforehand to allowed sites alone', async () => {
    const asked = (origin: string) => send('', { Origin: origin, 'Access-Control-Request-Method': 'POST' }, 'OPTIONS');
    expect(await asked(ALLOWED)).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': ALLOWED, 'access-control-allow-headers': expect.stringContaining('Mcp-Protocol-Version') },
    });
    const foreign = await asked('https://evil.example');
    expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([403, undefined]);
    const elsewhere = await fetch(`http://127.0.0.1:${port}/api/v1/records`, { headers: { Origin: 'https://any.example' } });
    expect(elsewhere.headers.get('access-control-allow-origin')).toBe('*');
  });
});
