import { Writable } from 'node:stream';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecordExporter } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, DEPARTMENT_ROLES, keyableOperations, OPERATOR, requirementOf } from '../../../src/modules/identity/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';
import { addresses, getRoutes } from './get-routes.js';
import { wholeQueries } from './whole-queries.js';

/** What is asked for, and what stands beside it and is never asked for: only that betrays a hidden text. */
const ASKED = '芦苇灯塔';
const HIDDEN = '紫穗槐密语';
const STATES = ['draft', 'submitted', 'reviewed', 'scheduled', 'discarded', 'withdrawn'] as const;

let running: TestApplication;
let editor: Person;
let reviewer: Person;
let approver: Person;
/** Everybody who is not of the department, with what they send. */
const outsiders = new Map<string, Record<string, string>>();
const submissions: string[] = [];
let before: unknown;

const api = () => request(running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });

const text = `${ASKED}${HIDDEN}`;
const document = (state: string) => ({
  identifier: `hidden-${state}`,
  // The tombstone of a withdrawn record shows its title, and nothing else of it.
  title: state === 'withdrawn' ? '撤回的通知' : `关于${text}的通知`,
  abstract: text,
  keywords: [text],
  issuer: ['甲局'],
  writtenOn: '2026-11-20',
  publicity: '主动公开',
  documentType: '通知',
  topic: text,
  documentNumber: `甲${HIDDEN}〔2026〕1号`,
  body: `${text}。`,
  attachments: [{ title: `${text}附件`, url: 'https://www.example.gov.cn/a.pdf' }],
});

interface Answer {
  id: string;
  version: number;
}

async function step(person: Person, { id, version }: Answer, path: string, body: object): Promise<Answer> {
  const answer = await api().post(`/api/v1/submissions/${id}/${path}`).set(as(person)).set('If-Match', `"r${version}"`).send(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as Answer;
}

/** Brings a document with the hidden text into a state. */
async function plant(state: (typeof STATES)[number]): Promise<void> {
  const begun = await api()
    .post('/api/v1/submissions')
    .set(as(editor))
    .send({ document: document(state) });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  let row = begun.body as Answer;
  submissions.push(row.id);
  if (state === 'draft') return;
  if (state === 'discarded') {
    await api().delete(`/api/v1/submissions/${row.id}`).set(as(editor)).set('If-Match', '"r1"').expect(204);
    return;
  }
  row = await step(editor, row, 'submission', {});
  if (state === 'submitted') return;
  row = await step(reviewer, row, 'review', { decision: 'pass' });
  if (state === 'reviewed') return;
  const later = state === 'scheduled' ? { publishAt: '2099-01-01T09:00:00+08:00' } : {};
  await step(approver, row, 'approval', { decision: 'approve', ...later });
  if (state === 'scheduled') return;
  await running.app.get(OutboxDispatcher).drain();
  const proposed = await api()
    .post('/api/v1/submissions/withdrawals')
    .set(as(editor))
    .send({ identifier: `hidden-${state}`, reason: '发布有误' })
    .expect(201);
  row = await step(reviewer, await step(editor, proposed.body as Answer, 'submission', {}), 'review', { decision: 'pass' });
  await step(approver, row, 'approval', { decision: 'approve' });
}

/** Everything that counts: totals, facets, numbers of departments. */
async function figures(): Promise<unknown> {
  const { total, facets } = (await api().get('/api/v1/search?limit=1').expect(200)).body as { total: object; facets: object };
  const graphql = await api()
    .post('/graphql')
    .send({ query: '{ documents { totalCount } department(code: "a") { records { totalCount } } }' });
  return { total, facets, graphql: graphql.body as object };
}

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  editor = await personWith(running, 'hide.editor', [{ role: 'editor', department: 'a' }]);
  reviewer = await personWith(running, 'hide.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  approver = await personWith(running, 'hide.approver', [{ role: 'approver', department: 'a' }]);
  const other = await personWith(
    running,
    'hide.other',
    DEPARTMENT_ROLES.map((role) => ({ role, department: 'b' })),
  );
  const admin = await personWith(running, 'hide.admin', [{ role: 'systemAdmin', department: null }]);
  const auditor = await personWith(running, 'hide.auditor', [{ role: 'auditor', department: null }]);
  const scopes = keyableOperations.filter((operation) => {
    const { roles } = requirementOf(operation);
    return roles === 'anyone' || DEPARTMENT_ROLES.some((role) => roles.includes(role));
  });
  const key = await running.app.get(ApiKeyService).create({ name: '乙局系统', scopes, department: 'b' }, OPERATOR);
  outsiders.set('nobody', {});
  for (const [name, person] of Object.entries({ other, admin, auditor })) outsiders.set(name, as(person));
  outsiders.set('key of another department', { Authorization: `Bearer ${key}` });
  const open = await running.app.get(ApiKeyService).create({ name: '迁移', scopes: ['record.publishDirectly'] }, OPERATOR);
  await api()
    .post('/api/v1/documents')
    .set({ Authorization: `Bearer ${open}` })
    .send({ identifier: 'seen', title: '关于灯塔的通知', issuer: ['甲局'], writtenOn: '2026-11-01', body: '公开的文件。' })
    .expect(201);
  await running.app.get(OutboxDispatcher).drain();
  before = await figures();
  for (const state of STATES) await plant(state);
  await api()
    .post('/api/v1/records/seen/feedback')
    .send({ kind: 'question', text: `${text}在哪里？` })
    .expect(201);
  await api()
    .post('/api/v1/feedback')
    .send({ title: text, text: `${text}在哪里？`, department: 'a' })
    .expect(201);
  await running.app.get(OutboxDispatcher).drain();
}, 120_000);
afterAll(() => running.close());

it('is seen by those who prepare it, so that the test can fail', async () => {
  const { text: seen } = await api().get(`/api/v1/submissions/${submissions[0]}`).set(as(editor)).expect(200);
  expect(seen).toContain(HIDDEN);
});

it('counts nowhere', async () => {
  expect(await figures()).toEqual(before);
});

it('stands in no answer to a GET, whoever of the outside asks', async () => {
  const identifiers = [...STATES.map((state) => `hidden-${state}`), 'seen'];
  const values: Record<string, readonly string[]> = {
    identifier: identifiers,
    id: submissions,
    code: ['a', 'b'],
    name: ['topic', 'portal.css', 'file.pdf', 'hide.editor'],
    index: ['0'],
    sha256: ['0'.repeat(64)],
    block: ['statutory', 'unclassified'],
    item: ['A20_01'],
    token: ['hzf_0'],
    hash: ['0'],
    year: ['2026'],
    revision: ['1'],
    pair: ['1..2'],
    table: ['t'],
    format: ['csv'],
    action: [
      'package_list',
      'package_search',
      'current_package_list_with_resources',
      'tag_list',
      'organization_list',
      'package_autocomplete',
    ],
  };
  const routes = getRoutes(running.app);
  expect(routes).toEqual(expect.arrayContaining(['/api/v1/search', '/documents/:identifier', '/api/v1/submissions/:id', '/']));
  const queries = [
    `q=${encodeURIComponent(ASKED)}`,
    'q=luweidengta',
    'q=lwdt',
    'department=a',
    'kind=document',
    'sort=newest',
    'objectType=submission',
  ];
  const every = routes.flatMap((route) =>
    addresses(route, values).flatMap((address) => [address, ...queries.map((query) => `${address}?${query}`)]),
  );
  let read = 0;
  for (const [who, headers] of outsiders) {
    for (const address of every) {
      const { text: answer, status } = await api().get(address).set(headers);
      expect(answer ?? '', `${who} ${address}`).not.toContain(HIDDEN);
      expect(status, `${who} ${address}`).toBeLessThan(500);
      if (status === 200) read += 1;
    }
  }
  expect(read).toBeGreaterThan(200);
}, 600_000);

it('stands in no answer of GraphQL', async () => {
  const record = 'identifier title abstract keywords';
  const queries = [
    `{ search(q: "${ASKED}") { total { value } hits { identifier title snippet } facets { name values { value label count } } suggestion } }`,
    `{ suggest(q: "${ASKED.slice(0, 2)}") { suggestions { text } } }`,
    `{ documents(first: 50) { edges { node { ${record} body } } } }`,
    `{ records(first: 50) { edges { node { ${record} } } } }`,
    `{ department(code: "a") { name records(first: 50) { edges { node { ${record} } } } } }`,
    ...STATES.flatMap((state) => [
      `{ document(identifier: "hidden-${state}") { ${record} body } }`,
      `{ record(identifier: "hidden-${state}") { ${record} } }`,
    ]),
    '{ submissions { title } }',
    ...submissions.map((id) => `{ submission(id: "${id}") { title content } }`),
  ];
  for (const [who, headers] of outsiders)
    for (const query of queries) {
      const { body } = await api().post('/graphql').set(headers).send({ query });
      expect(JSON.stringify(body), `${who} ${query}`).not.toContain(HIDDEN);
    }
});

/** Every field of Query with everything it has. */
const everyQuery = () =>
  wholeQueries({
    identifier: STATES.map((state) => `hidden-${state}`),
    id: submissions,
    code: ['a'],
    name: ['topic'],
    sha256: ['0'.repeat(64)],
    block: ['statutory', 'unclassified'],
    token: ['hzf_0'],
    year: ['2026'],
    q: [ASKED],
    figure: ['publishing.published'],
  });

it('stands in no field of GraphQL, whoever of the outside asks for all there is', async () => {
  const queries = everyQuery();
  expect(new Set(queries.map(({ field }) => field)).size).toBeGreaterThan(20);
  for (const [who, headers] of outsiders)
    for (const { query } of queries) {
      const { body, status } = await api().post('/graphql').set(headers).send({ query });
      const answer = JSON.stringify(body);
      expect(answer, `${who} ${query}`).not.toContain(HIDDEN);
      expect(answer, `${who} ${query}`).not.toMatch(/QUERY_TOO_LARGE|GRAPHQL_VALIDATION_FAILED|"INTERNAL"/);
      expect(status).toBeLessThan(500);
    }
});

it('is seen by GraphQL in what the department has, so that the test can fail', async () => {
  const seen = new Set<string>();
  for (const { field, query } of everyQuery())
    if (JSON.stringify((await api().post('/graphql').set(as(editor)).send({ query })).body).includes(HIDDEN)) seen.add(field);
  expect([...seen].sort()).toEqual(['departmentBoard', 'feedbackCases', 'notices', 'submission', 'submissions']);
});

it('is in no export', async () => {
  const lines: string[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  expect(await running.app.get(RecordExporter).export(out)).toBe(1);
  expect(lines.join('')).toContain('灯塔');
  expect(lines.join('')).not.toContain(HIDDEN);
});
