// The story of a developer, with types by openapi-typescript: every answer is used as it is typed, nothing is cast.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

const [baseUrl = '', key = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl });

const found = await client.GET('/api/v1/search', { params: { query: { q: '重要民生商品价格', kind: ['dataset'], limit: 3 } } });
assert(found.data);
const hit = found.data.hits[0];
assert(hit);
const total: number = found.data.total.value;
assert(total > 0);
const identifier: string = hit.identifier;

const record = await client.GET('/api/v1/datasets/{identifier}', { params: { path: { identifier } } });
assert(record.data);
const items: components['schemas']['DataItemFields'][] = record.data.items;
assert(items.length > 0);
assert.equal(record.data.title, hit.title);

const { data: tables } = await client.GET('/api/v1/datasets/{identifier}/tables', { params: { path: { identifier } } });
const table = tables?.tables[0];
assert(table);
const top: { value: string | number | boolean | null; count: number } | undefined = table.columns[1]?.statistics?.top[0];
assert(top && top.count > 0);

const path = { identifier, table: table.name };
const rows = await client.GET('/api/v1/datasets/{identifier}/tables/{table}/rows', {
  params: { path, query: { where: `商品名称 = '鸡蛋'`, select: 'count() as 个数', limit: 1 } },
});
const count = rows.data?.rows[0]?.['个数'];
assert(typeof count === 'number' && count > 0 && count < table.rowCount);

const csv = await client.GET('/api/v1/datasets/{identifier}/tables/{table}/exports/{format}', {
  params: { path: { ...path, format: 'csv' }, query: { where: `商品名称 = '鸡蛋'` } },
  parseAs: 'text',
});
assert.equal(csv.data?.trimEnd().split('\n').length, count + 1);

const changes = await client.GET('/api/v1/changes', { params: { query: { since: '2000-01-01', limit: 5 } } });
assert.equal(changes.data?.changes.length, 5);

const wrong = await client.GET('/api/v1/datasets/{identifier}/tables/{table}/rows', { params: { path, query: { where: '没有的列 = 1' } } });
assert.equal(wrong.response.status, 400);
const problem: components['schemas']['Problem'] | undefined = wrong.error;
assert.equal(problem?.code, 'BAD_REQUEST');
assert.match(problem?.errors?.[0]?.message ?? '', /没有名为“没有的列”的列/);

const headers = { 'X-API-Key': key };
const document: components['schemas']['DocumentInput'] = {
  identifier: 'judge-openapi-fetch',
  title: '关于生成的客户端的通知',
  keywords: ['客户端'],
  issuer: ['澜川市教育局'],
  audience: [],
  relations: [],
  attachments: [],
};
const made = await client.POST('/api/v1/documents', { body: document, headers });
assert.equal(made.response.status, 201, JSON.stringify(made.error));
assert.equal(made.data?.identifier, document.identifier);
const gone = await client.DELETE('/api/v1/documents/{identifier}', {
  params: { path: { identifier: document.identifier }, header: { 'If-Match': `"r${made.data?.revision}"` }, query: { reason: '试过了' } },
  headers,
});
assert.equal(gone.response.status, 204);
const tombstone = await client.GET('/api/v1/documents/{identifier}', { params: { path: { identifier: document.identifier } } });
assert.equal(tombstone.error?.code, 'GONE');
