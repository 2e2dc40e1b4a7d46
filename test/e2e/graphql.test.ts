import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CatalogFixture, datasetOf, startCatalog } from './catalog-fixture.js';

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape follows from each query
  data: Record<string, any>;
  errors?: { message: string; path?: string[]; extensions: { code: string; fields?: { field: string }[] } }[];
}

let catalog: CatalogFixture;
beforeAll(async () => {
  catalog = await startCatalog(12);
});
afterAll(() => catalog.close());

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const { body } = await catalog.http.post('/graphql').set(headers).send({ query, variables });
  return body as Answer;
}

/** The answer, and how many SQL statements it took. */
async function counted(query: string, variables: object = {}): Promise<{ answer: Answer; statements: number }> {
  const source = catalog.app.get(DataSource);
  const { logger } = source;
  let statements = 0;
  source.setOptions({ logging: ['query'] });
  source.logger = { ...silentLogger, logQuery: () => void statements++ };
  try {
    return { answer: await ask(query, variables), statements };
  } finally {
    source.logger = logger;
    source.setOptions({ logging: false });
  }
}

const silentLogger = { logQueryError: () => {}, logQuerySlow: () => {}, logSchemaBuild: () => {}, logMigration: () => {}, log: () => {} };

const NESTED = `query ($n: Int) {
  records(first: $n) { totalCount edges { cursor node {
    title department { name }
    related { label record { title department { name } } }
    revisions { revision action }
    ... on Document { body departments { name } }
  } } pageInfo { hasNextPage endCursor } }
}`;

describe('reading', () => {
  it('takes no more statements for 20 records than for 3', async () => {
    await ask(NESTED, { n: 1 }); // what is kept between requests is filled
    const few = await counted(NESTED, { n: 3 });
    const many = await counted(NESTED, { n: 20 });
    expect(many.answer.errors).toBeUndefined();
    expect(many.answer.data.records.edges).toHaveLength(20);
    expect(few.answer.data.records.edges).toHaveLength(3);
    // Fewer are possible: a department that one level has read is not read again by the next.
    expect(many.statements).toBeLessThanOrEqual(few.statements);
    expect(few.statements).toBeLessThanOrEqual(12);
    expect(many.statements).toBeGreaterThan(5);
  });

  it('reads departments with a page of their records each in a constant number of statements', async () => {
    const { answer, statements } = await counted('{ departments { name records(first: 2) { totalCount edges { node { title } } } } }');
    expect(answer.data.departments).toHaveLength(3);
    for (const { records } of answer.data.departments as { records: { totalCount: number; edges: unknown[] } }[]) {
      expect([records.totalCount, records.edges.length]).toEqual([12, 2]);
    }
    expect(statements).toBeLessThanOrEqual(6);
  });

  it('pages through everything once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, next = true; next;) {
      const { data } = await ask(
        'query ($after: String) { documents(first: 5, after: $after) { edges { node { identifier } } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
        { after },
      );
      seen.push(...(data.documents.edges as { node: { identifier: string } }[]).map(({ node }) => node.identifier));
      expect(data.documents.pageInfo.hasPreviousPage).toBe(after !== null);
      next = data.documents.pageInfo.hasNextPage as boolean;
      after = data.documents.pageInfo.endCursor as string;
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, number) => `zf-${number}`));
  });

  it('shows relations in both directions', async () => {
    const { data } = await ask(
      '{ document(identifier: "zf-5") { related { type incoming label record { identifier __typename } } departments { name } body } }',
    );
    expect(data.document.related).toEqual([
      { type: 'basedOn', incoming: false, label: '依据', record: { identifier: 'zf-4', __typename: 'Document' } },
      { type: 'basedOn', incoming: true, label: '作为依据', record: { identifier: 'zf-6', __typename: 'Document' } },
    ]);
    expect(data.document.departments).toEqual([{ name: '澜川市民政局' }, { name: '澜川市住房公积金管理中心' }]);
    expect(data.document.body).toContain('第5号事项');
  });

  it('reads bodies that lists leave out', async () => {
    const { data } = await ask('{ documents(first: 2) { edges { node { body } } } }');
    expect((data.documents.edges as { node: { body: string } }[]).map(({ node }) => node.body)).toEqual([
      expect.stringContaining('第0号'),
      expect.stringContaining('第1号'),
    ]);
  });

  it('searches, with the record behind each hit', async () => {
    const { data, errors } = await ask(
      '{ search(q: "公积金 第3号通知", kind: ["document"], limit: 5) { total { value } hits { identifier record { title kind } } facets { name } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.search.hits[0]).toMatchObject({ identifier: 'zf-3', record: { kind: 'document' } });
  });

  it('answers code tables and suggestions', async () => {
    const { data } = await ask(
      '{ vocabulary(name: "openness") { label items { code label } } vocabularies { name } suggest(q: "住房", limit: 3) { suggestions { text } } }',
    );
    expect(data.vocabulary.items[0]).toEqual({ code: 'unconditional', label: '无条件开放' });
    expect(data.suggest.suggestions.length).toBeGreaterThan(0);
  });
});

describe('writing', () => {
  const create = 'mutation ($input: DatasetInput!) { createDataset(input: $input) { result revision record { title } } }';
  const update =
    'mutation ($revision: Int!, $input: DatasetInput!) { updateDataset(identifier: "sj-900", revision: $revision, input: $input) { result revision record { title } } }';

  it('needs a key', async () => {
    const { errors } = await ask(create, { input: datasetOf(901) });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await catalog.query(`SELECT 1 FROM record WHERE identifier = 'sj-901'`)).toEqual([]);
  });

  it('creates, changes and withdraws', async () => {
    const headers = { Authorization: catalog.authorization };
    const created = await ask(create, { input: datasetOf(900) }, headers);
    expect(created.data.createDataset).toMatchObject({ result: 'created', revision: 1 });
    const changed = await ask(update, { revision: 1, input: { ...datasetOf(900), title: '新的名称' } }, headers);
    expect(changed.errors).toBeUndefined();
    expect(changed.data.updateDataset).toEqual({ result: 'updated', revision: 2, record: { title: '新的名称' } });
    const stale = await ask(update, { revision: 1, input: datasetOf(900) }, headers);
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'PRECONDITION_FAILED', fields: [{ field: 'revision' }] });
    const withdrawn = await ask(
      'mutation { withdrawRecord(identifier: "sj-900", revision: 2, reason: "发布有误") { identifier } }',
      {},
      headers,
    );
    expect(withdrawn.errors).toBeUndefined();
    const gone = await ask('{ record(identifier: "sj-900") { title } }');
    expect(gone.errors?.[0]).toMatchObject({ extensions: { code: 'GONE' }, message: expect.stringContaining('发布有误') as string });
  });
});

describe('refusing', () => {
  const wide = Array.from({ length: 11 }, (_, number) => `a${number}: departments { name }`).join(' ');
  const deep = `{ records(first: 1) { edges { node { ${'related { record { '.repeat(6)}title${' } }'.repeat(6)} } } } }`;

  it.each([
    ['{ records(first: 101) { totalCount } }', 'BAD_REQUEST', 'first'],
    ['{ records(first: -1) { totalCount } }', 'BAD_REQUEST', 'first'],
    ['{ records(after: "elsewhere") { totalCount } }', 'BAD_REQUEST', 'after'],
    ['{ records(kind: "nonsense") { totalCount } }', 'BAD_REQUEST', 'kind'],
    ['{ record(identifier: "a\\u0000b") { title } }', 'BAD_REQUEST', 'identifier'],
    ['{ record(identifier: "none") { title } }', 'NOT_FOUND', undefined],
    ['{ dataset(identifier: "zf-1") { title } }', 'NOT_FOUND', undefined],
    ['{ search(cursor: "elsewhere") { tookMs } }', 'BAD_REQUEST', 'cursor'],
    ['{ search(limit: 1000) { tookMs } }', 'BAD_REQUEST', 'limit'],
    ['{ department(code: "none") { name } }', 'NOT_FOUND', undefined],
    ['{ vocabulary(name: "__proto__") { name } }', 'NOT_FOUND', undefined],
    [
      '{ departments { records(first: 100) { edges { node { related { record { title revisions { action } } } } } } } }',
      'QUERY_TOO_LARGE',
      undefined,
    ],
    [`{ ${wide} }`, 'QUERY_TOO_LARGE', undefined],
    [deep, 'QUERY_TOO_LARGE', undefined],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED', undefined],
    ['{ ', 'GRAPHQL_PARSE_FAILED', undefined],
  ])('%s', async (query, code, field) => {
    const { errors } = await ask(query);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.extensions.fields?.[0]?.field).toBe(field);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|stack|SELECT/);
  });

  it('counts page sizes that come as variables', async () => {
    const query = 'query ($n: Int) { departments { records(first: $n) { edges { node { related { label } } } } } }';
    expect((await ask(query, { n: 2 })).errors).toBeUndefined();
    expect((await ask(query, { n: 100 })).errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE');
  });

  it('takes no batches', async () => {
    const { status } = await catalog.http.post('/graphql').send([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect(status).toBe(400);
  });

  it('takes no forged posts, but queries by GET', async () => {
    const forged = await catalog.http.post('/graphql').type('text/plain').send('{"query":"{ __typename }"}');
    expect(forged.status).toBeGreaterThanOrEqual(400);
    const got = await catalog.http.get('/graphql').query({ query: '{ __typename }' });
    expect(got.body).toEqual({ data: { __typename: 'Query' } });
    const mutation = await catalog.http
      .get('/graphql')
      .query({ query: 'mutation { withdrawRecord(identifier: "sj-1", revision: 1, reason: "x") { identifier } }' });
    expect(mutation.status).toBe(405);
  });

  it('masks what nobody foresaw', async () => {
    const source = catalog.app.get(DataSource);
    source.query = () => Promise.reject(new Error('secret detail of the database'));
    try {
      const { errors } = await ask('{ records { totalCount } }');
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL' } });
      expect(JSON.stringify(errors)).not.toContain('secret');
    } finally {
      Reflect.deleteProperty(source, 'query'); // the method of the class comes back
    }
  });
});

it('shows people a page at /graphql', async () => {
  const { text } = await catalog.http.get('/graphql').set('Accept', 'text/html').expect(200);
  expect(text).toContain('/schema.graphql');
  expect(text).not.toMatch(/<script|https?:\/\/(?!127)/);
});

it('answers the query that the form of that page sends', async () => {
  const { body } = await catalog.http.get('/graphql').query({ query: '{ __typename }' }).set('Accept', 'text/html,*/*;q=0.8').expect(200);
  expect(body).toEqual({ data: { __typename: 'Query' } });
});
