import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient, type ElasticsearchOptions } from './client.js';

let url: string;
let authorization: string | undefined;
const server = createServer((request, response) => {
  authorization = request.headers.authorization;
  response.setHeader('x-elastic-product', 'Elasticsearch');
  response.setHeader('content-type', 'application/json');
  response.end('{}');
});

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());

it.each<[string, Partial<ElasticsearchOptions>, string | undefined]>([
  ['an API key', { apiKey: 'a2V5' }, 'ApiKey a2V5'],
  ['a user', { username: 'haozhao', password: 'geheim' }, `Basic ${Buffer.from('haozhao:geheim').toString('base64')}`],
  ['the API key rather than a user', { apiKey: 'a2V5', username: 'haozhao', password: 'geheim' }, 'ApiKey a2V5'],
  ['nothing', {}, undefined],
])('shows the server %s', async (_, credentials, expected) => {
  const client = createClient({ nodes: [url], prefix: 'x', ...credentials });
  await client.cluster.health();
  await client.close();
  expect(authorization).toBe(expected);
});
