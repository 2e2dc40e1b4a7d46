// A table's own description: its columns are in the types.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './table-api.js';

const [baseUrl = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl });
const answer = await client.GET(PATH, { params: { query: { limit: 2 } } });
const row = answer.data?.rows?.[0];
assert(row);
const product: string | null | undefined = row['商品名称'];
// A number that a double would change comes as a text.
const price: number | string | null | undefined = row['零售价格(元)'];
assert(typeof product === 'string' && typeof price === 'number');
