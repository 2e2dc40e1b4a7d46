// The same story with the client that @hey-api/openapi-ts writes.
import assert from 'node:assert/strict';
import {
  createDocument,
  downloadExport,
  getDataset,
  getDocument,
  listChange,
  listRow,
  listTable,
  search,
  withdrawDocument,
} from './hey/index.js';
import { client } from './hey/client.gen.js';
import type { DocumentInput, Problem, RowPageModel, SearchResponse } from './hey/index.js';

const [baseUrl = '', key = ''] = process.argv.slice(2);
client.setConfig({ baseUrl });

const found = await search({ query: { q: '重要民生商品价格', kind: ['dataset'], limit: 3 } });
const answer: SearchResponse | undefined = found.data;
const hit = answer?.hits[0];
assert(hit);
const { identifier } = hit;

const record = await getDataset({ path: { identifier } });
assert.equal(record.data?.title, hit.title);

const tables = await listTable({ path: { identifier } });
const table = tables.data?.tables[0];
assert(table);

const path = { identifier, table: table.name };
const rows = await listRow({ path, query: { where: `商品名称 = '鸡蛋'`, select: 'count() as 个数', limit: 1 } });
const page: RowPageModel | undefined = rows.data;
const count = page?.rows[0]?.['个数'];
assert(typeof count === 'number' && count > 0 && count < table.rowCount);

const csv = await downloadExport({ path: { ...path, format: 'csv' }, query: { where: `商品名称 = '鸡蛋'` }, parseAs: 'text' });
assert.equal(String(csv.data).trimEnd().split('\n').length, count + 1);

const changes = await listChange({ query: { since: '2000-01-01', limit: 5 } });
assert.equal(changes.data?.changes.length, 5);

const wrong = await listRow({ path, query: { where: '没有的列 = 1' } });
const problem: Problem | undefined = wrong.error;
assert.equal(problem?.code, 'BAD_REQUEST');
assert.match(problem?.errors?.[0]?.message ?? '', /没有名为“没有的列”的列/);

const headers = { 'X-API-Key': key };
const body: DocumentInput = {
  identifier: 'judge-hey-api',
  title: '关于生成的客户端的第二个通知',
  keywords: [],
  issuer: ['澜川市教育局'],
  audience: [],
  relations: [],
  attachments: [],
};
const made = await createDocument({ body, headers });
assert.equal(made.data?.identifier, body.identifier, JSON.stringify(made.error));
const gone = await withdrawDocument({
  path: { identifier: body.identifier },
  query: { reason: '试过了' },
  headers: { ...headers, 'If-Match': `"r${made.data?.revision}"` },
});
assert.equal(gone.response?.status, 204);
const tombstone = await getDocument({ path: { identifier: body.identifier } });
assert.equal(tombstone.error?.code, 'GONE');
