import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { Response, Test } from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CatalogFixture, datasetOf, documentOf, startCatalog } from './catalog-fixture.js';

let catalog: CatalogFixture;
let before: unknown;
beforeAll(async () => {
  catalog = await startCatalog(3);
  before = await counts();
});
afterAll(() => catalog.close());
afterEach(async () => {
  expect(await counts(), 'nothing is half-written').toEqual(before);
});

const TABLES = ['record', 'record_revision', 'record_relation', 'audit_event', 'outbox_message', 'department'];

/** That somebody was refused is noted in the audit log, after the answer. */
const rowsOf = (table: string) => (table === 'audit_event' ? `audit_event WHERE action <> 'access.refused'` : table);

async function counts(): Promise<unknown> {
  return catalog.query(`SELECT ${TABLES.map((table) => `(SELECT count(*) FROM ${rowsOf(table)}) AS ${table}`).join(', ')}`);
}

/** Every error has one shape, and the sentence or the list of errors names what is wrong. */
function expectProblem(response: Response, status: number, field: string): void {
  expect(response.status, response.text).toBe(status);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  const {
    status: inside,
    code,
    detail,
    errors = [],
  } = response.body as { status: number; code: string; detail: string; errors?: { field: string }[] };
  expect([inside, typeof code, detail.length > 5]).toEqual([status, 'string', true]);
  if (field) expect(errors.map((error) => error.field)).toContain(field);
  expect(response.text).not.toMatch(/node_modules|at .*\.js|SELECT/);
}

const send = (method: 'post' | 'put', path: string, body: string | object): Test =>
  catalog.http[method](path)
    .set('Authorization', catalog.authorization)
    .set('If-Match', '"r1"')
    .set('Content-Type', 'application/json')
    .send(body);

describe('addresses and query parameters', () => {
  it.each([
    ['/api/v1/datasets?limit=-1', 'limit'],
    ['/api/v1/datasets?limit=0', 'limit'],
    ['/api/v1/datasets?limit=101', 'limit'],
    ['/api/v1/datasets?limit=1000000000', 'limit'],
    ['/api/v1/datasets?limit=ten', 'limit'],
    ['/api/v1/datasets?limit=1.5', 'limit'],
    ['/api/v1/datasets?limit=', 'limit'],
    ['/api/v1/datasets?limit=1&limit=2', 'limit'],
    ['/api/v1/datasets?cursor=elsewhere', 'cursor'],
    ['/api/v1/datasets?cursor=', ''],
    ['/api/v1/datasets?department=a&department=b', 'department'],
    ['/api/v1/datasets?department=a%00b', 'department'],
    ['/api/v1/datasets?department[x]=1', 'department[x]'],
    ['/api/v1/datasets?__proto__=1', '__proto__'],
    ['/api/v1/datasets?constructor=1', 'constructor'],
    ['/api/v1/datasets?toString=1', 'toString'],
    ['/api/v1/datasets?limt=5', 'limt'],
    ['/api/v1/records?kind=nonsense', 'kind'],
    ['/api/v1/records?kind=dataset&kind=document', 'kind'],
    ['/api/v1/datasets/sj-1?fields=title', 'fields'],
    ['/api/v1/documents/zf-1/revisions?limit=1', 'limit'],
    ['/api/v1/records/zf-1/relations?x', 'x'],
    ['/api/v1/departments?limit=1', 'limit'],
    ['/api/v1/vocabularies/openness?lang=en', 'lang'],
    ['/api/v1/search?limit=101', 'limit'],
    ['/api/v1/search?sort=best', 'sort'],
    ['/api/v1/search?cursor=elsewhere', 'cursor'],
    ['/api/v1/search?q=a&q=b', 'q'],
    ['/api/v1/search?q[a]=1', 'q[a]'],
    ['/api/v1/search?q=a%01b', 'q'],
    [`/api/v1/search?q=${'公'.repeat(5001)}`, 'q'],
    ['/api/v1/search?year=2021-02-30', 'year'],
    ['/api/v1/search?kind=nonsense', 'kind'],
    ['/api/v1/suggest', 'q'],
    ['/api/v1/suggest?q=a&limit=21', 'limit'],
    ['/api/v1/datasets/%E0%A4%A', ''],
    ['/api/v1/search?q=%D6%D0', ''],
    ['/api/v1/search?q=%ED%A0%80', ''],
    ['/api/v1/datasets/a%00b', 'path'],
  ])('%s', async (path, field) => {
    const response = await catalog.http.get(path);
    if (path.endsWith('cursor=')) return expect(response.status).toBe(200);
    expectProblem(response, 400, field);
  });

  it('tells the nearest known name', async () => {
    const { body } = await catalog.http.get('/api/v1/search?limt=5');
    expect((body as { detail: string }).detail).toContain('limt：没有这个参数，是否指 limit');
  });

  it.each(["'", '\\', '%', '_', ':*', '!&|()', '《》、。', '"', '--', '公'.repeat(5000), '\u{1F600}'])(
    'finds or does not find %s, without an error',
    async (q) => {
      await catalog.http.get('/api/v1/search').query({ q }).expect(200);
    },
  );

  it.each([
    ['/api/v1/datasets/none', 404],
    ['/api/v1/datasets/zf-1', 404],
    [`/api/v1/datasets/${'x'.repeat(5000)}`, 404],
    ['/api/v1/departments/none', 404],
    ['/api/v1/vocabularies/__proto__', 404],
    ['/api/v1/nothing', 404],
  ])('%s is %i', async (path, status) => {
    expectProblem(await catalog.http.get(path), status, '');
  });

  it('answers in English on request', async () => {
    const { body } = await catalog.http.get('/api/v1/datasets/none').set('Accept-Language', 'en');
    expect(body).toMatchObject({ title: 'Not found', detail: 'There is no record none.' });
  });
});

describe('methods and types', () => {
  it.each([
    ['post', '/api/v1/search', 'GET, HEAD'],
    ['put', '/api/v1/datasets', 'GET, HEAD, POST'],
    ['patch', '/api/v1/datasets/sj-1', 'DELETE, GET, HEAD, PUT'],
    ['post', '/api/v1/datasets/sj-1', 'DELETE, GET, HEAD, PUT'],
    ['delete', '/api/v1/departments/x', 'GET, HEAD, PUT'],
    ['post', '/openapi.json', 'GET, HEAD'],
  ] as const)('%s %s is 405 and says what is allowed', async (method, path, allowed) => {
    const response = await catalog.http[method](path).set('Authorization', catalog.authorization);
    expectProblem(response, 405, '');
    expect(response.headers['allow']).toBe(allowed);
  });

  it.each(['text/csv', 'application/xml', 'image/png'])('Accept: %s is 406', async (type) => {
    expectProblem(await catalog.http.get('/api/v1/datasets').set('Accept', type), 406, 'Accept');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'a body of %s is 415',
    async (type) => {
      const response = await catalog.http
        .post('/api/v1/datasets')
        .set('Authorization', catalog.authorization)
        .set('Content-Type', type)
        .send('title=a');
      expectProblem(response, 415, 'Content-Type');
    },
  );

  it.each([
    ['charset', 'application/json; charset=gb18030', undefined],
    ['content encoding', 'application/json', 'compress'],
  ])('an unknown %s is 415', async (_, type, encoding) => {
    const sent = catalog.http.post('/api/v1/datasets').set('Authorization', catalog.authorization).set('Content-Type', type);
    if (encoding) sent.set('Content-Encoding', encoding);
    expectProblem(await sent.send('{}'), 415, '');
  });

  it('headers without end are 431', async () => {
    await catalog.app.listen(0, '127.0.0.1');
    const { port } = catalog.app.getHttpServer().address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`GET /api/v1/search?q=${'a'.repeat(140_000)} HTTP/1.1\r\n`));
      let text = '';
      socket.on('data', (part) => (text += part.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', (error) => (text ? resolve(text) : reject(error)));
    });
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
    expect(answer).toContain('application/problem+json');
  });
});

describe('bodies', () => {
  const nested = `{"identifier":"x","title":"x","contact":${'{"unit":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;

  it.each<[string, string | object, number, string]>([
    ['malformed JSON', '{"identifier":', 400, ''],
    ['an unpaired quote', '{"identifier":"x}', 400, ''],
    ['nothing', '', 422, ''],
    ['a list', '[]', 422, ''],
    ['a text', '"x"', 422, ''],
    ['null', 'null', 422, ''],
    ['no title', { identifier: 'x' }, 422, 'title'],
    ['no identifier', { title: 'x' }, 422, 'identifier'],
    ['an empty title', { identifier: 'x', title: '  ' }, 422, 'title'],
    ['a title too long', { identifier: 'x', title: 'x'.repeat(501) }, 422, 'title'],
    ['a number for a text', { identifier: 'x', title: 5 }, 422, 'title'],
    ['a list for a text', { identifier: 'x', title: ['x'] }, 422, 'title'],
    ['an object for a list', { identifier: 'x', title: 'x', keywords: {} }, 422, 'keywords'],
    ['a text for an object', { identifier: 'x', title: 'x', contact: 'x' }, 422, 'contact'],
    ['a null in a list', { identifier: 'x', title: 'x', items: [null] }, 422, 'items[0]'],
    ['an unknown field', { identifier: 'x', title: 'x', titel: 'x' }, 422, 'titel'],
    ['an unknown field inside', { identifier: 'x', title: 'x', items: [{ name: 'x' }, { name: 'y', unit: 'm' }] }, 422, 'items[1].unit'],
    ['a prototype', '{"identifier":"x","title":"x","__proto__":{"admin":true}}', 422, '__proto__'],
    ['a constructor', '{"identifier":"x","title":"x","constructor":{"prototype":{}}}', 422, 'constructor'],
    ['endless nesting', nested, 422, 'contact'],
    ['endless nesting of an unknown field', nested.replace('contact', 'other'), 422, 'other'],
    ['a control character', { identifier: 'x', title: 'a\u0000b' }, 422, 'title'],
    ['half a surrogate pair', '{"identifier":"x","title":"a\\ud800b"}', 422, 'title'],
    ['a day that does not exist', { identifier: 'x', title: 'x', publishedOn: '2021-02-30' }, 422, 'publishedOn'],
    ['a negative count', { identifier: 'x', title: 'x', rowCount: -1 }, 422, 'rowCount'],
    ['a count too large', '{"identifier":"x","title":"x","rowCount":1e309}', 422, 'rowCount'],
    ['a relation of no kind', { identifier: 'x', title: 'x', relations: [{ type: 'likes', target: 'zf-1' }] }, 422, 'relations[0].type'],
    ['a relation to itself', { identifier: 'x', title: 'x', relations: [{ type: 'basedOn', target: 'x' }] }, 422, 'relations[0].target'],
    ['an identifier in use', datasetOf(1), 409, 'identifier'],
    ['an identifier in use by a document', { identifier: 'zf-1', title: 'x' }, 409, 'identifier'],
  ])('%s', async (_, body, status, field) => {
    expectProblem(await send('post', '/api/v1/datasets', body), status, field);
  });

  it('of 10 MB is 413', async () => {
    expectProblem(await send('post', '/api/v1/datasets', { identifier: 'x', title: 'x', abstract: 'x'.repeat(10_000_000) }), 413, '');
  });

  it('that closes a circle of relations is 422', async () => {
    expectProblem(
      await send('put', '/api/v1/documents/zf-0', { ...documentOf(0), relations: [{ type: 'basedOn', target: 'zf-2' }] }),
      422,
      'relations',
    );
  });

  it('with another identifier than the address is 422', async () => {
    expectProblem(await send('put', '/api/v1/datasets/sj-1', datasetOf(2)), 422, 'identifier');
  });

  it('with a query parameter is 400', async () => {
    expectProblem(await send('post', '/api/v1/datasets?dryRun=1', datasetOf(9)), 400, 'dryRun');
  });
});

describe('preconditions and keys', () => {
  const put = () => catalog.http.put('/api/v1/datasets/sj-1').send({ ...datasetOf(1), title: '别的名称' });

  it('no key, a wrong key', async () => {
    expectProblem(await put(), 401, '');
    expectProblem(await put().set('Authorization', 'Bearer hz_wrong'), 401, '');
  });

  it.each([
    [undefined, 428],
    ['"r7"', 412],
    ['*', 412],
    ['r1', 412],
    ['"r99999999999999999999"', 412],
  ])('If-Match %s is %i', async (tag, status) => {
    const sent = put().set('Authorization', catalog.authorization);
    if (tag) sent.set('If-Match', tag);
    expectProblem(await sent, status, 'If-Match');
  });

  it('a withdrawal without a reason', async () => {
    const sent = catalog.http.delete('/api/v1/datasets/sj-1').set('Authorization', catalog.authorization).set('If-Match', '"r1"');
    expectProblem(await sent, 400, 'reason');
  });
});
