import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChangeRepository } from '../../../src/modules/data/change/change.repository.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { OutboxDispatcher, OutboxRepository } from '../../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

interface Change {
  subject: string;
  action: string;
  identifier: string;
  table: string | null;
  version: number | null;
  revision: number | null;
  reason: string | null;
  at: string;
  url: string;
}

interface Page {
  changes: Change[];
  nextCursor: string;
  hasMore: boolean;
}

const CSV = 'a,b\n1,2\n';

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(running, [datasetWith('m', ['表.csv'])], { '表.csv': CSV });
});
afterAll(() => running.close());

const page = async (query: object = {}) => (await api(running).get('/api/v1/changes').query(query).expect(200)).body as Page;
/** What a mirror does: everything after where it stood. */
async function follow(from: string | undefined): Promise<{ changes: Change[]; cursor: string }> {
  const changes: Change[] = [];
  for (let cursor = from; ;) {
    const { changes: more, nextCursor, hasMore } = await page({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    changes.push(...more);
    cursor = nextCursor;
    if (!hasMore) return { changes, cursor };
  }
}
const said = ({ subject, action, identifier, table, version, revision }: Change) =>
  [subject, action, identifier, table, version ?? revision].filter((part) => part !== null).join(' ');

let cursor: string;

it('lists records and tables in their order, with addresses that answer', async () => {
  const first = await follow(undefined);
  expect(first.changes.map(said)).toEqual(['record created m 1', 'table created m biao 1']);
  for (const { url } of first.changes) await api(running).get(url).expect(200);
  ({ cursor } = first);
  expect((await follow(cursor)).changes).toEqual([]);
});

it('keeps a mirror in step with new files, files taken out and put back, and withdrawals', async () => {
  await publishTables(running, [datasetWith('m', ['表.csv']), datasetWith('n', ['乙.csv'])], { '表.csv': `${CSV}3,4\n`, '乙.csv': CSV });
  await publishTables(running, [datasetWith('m', [])], {});
  await publishTables(running, [datasetWith('m', ['表.csv'])], { '表.csv': `${CSV}3,4\n` });
  const key = await running.app.get(ApiKeyService).create({ name: '迁移', scopes: ['record.publishDirectly'] }, OPERATOR);
  await api(running)
    .delete('/api/v1/datasets/n')
    .query({ reason: '发布有误' })
    .set('Authorization', `Bearer ${key}`)
    .set('If-Match', '"r1"')
    .expect(204);
  await running.app.get(OutboxDispatcher).drain();
  const { changes, cursor: next } = await follow(cursor);
  expect(changes.filter(({ identifier }) => identifier === 'm').map(said)).toEqual([
    'record updated m 2',
    'table updated m biao 2',
    'record updated m 3',
    'table removed m biao',
    'record updated m 4',
    'table restored m biao',
  ]);
  const ofWithdrawn = changes.filter(({ identifier }) => identifier === 'n');
  expect(ofWithdrawn.map(said), 'tables of what is withdrawn are not told of').toEqual(['record created n 1', 'record withdrawn n 2']);
  expect(ofWithdrawn.at(-1)).toMatchObject({ reason: '发布有误', url: '/api/v1/datasets/n' });
  await api(running).get('/api/v1/datasets/n').expect(410);
  cursor = next;
});

it('begins at a time, filters by kind, and says what is wrong with a question', async () => {
  const all = await page({ limit: 1000 });
  expect((await page({ since: '2020-01-01' })).changes).toEqual(all.changes);
  expect((await page({ since: '2099-01-01' })).changes).toEqual([]);
  const last = all.changes.at(-1)!;
  expect((await page({ since: last.at })).changes.at(-1)).toEqual(last);
  expect(await page({ kind: 'document', cursor: undefined })).toMatchObject({ changes: [], hasMore: false });
  for (const query of [
    { since: '昨天' },
    { since: '2020-01-01', cursor },
    { cursor: 'x' },
    { cursor, kind: 'document' },
    { limit: 1001 },
    { snce: '1' },
  ])
    await api(running).get('/api/v1/changes').query(query).expect(400);
});

it('tells nobody of tables that are not open to all', async () => {
  await publishTables(running, [datasetWith('c', ['密.csv'], { openness: '有条件开放', openCondition: '仅供研究' })], {
    '密.csv': CSV,
  });
  const { changes } = await follow(cursor);
  expect(changes.map(said)).toEqual(['record created c 1']);
});

it('overlooks nothing that commits late', async () => {
  const { app } = running;
  const source = app.get(DataSource);
  await publishTables(running, [datasetWith('o', ['表.csv'])], { '表.csv': CSV });
  const { cursor: before } = await follow(undefined);
  const idOf = async (identifier: string) =>
    (await source.query<[{ id: string }]>('SELECT id FROM record WHERE identifier = $1', [identifier]))[0].id;
  const recordId = await idOf('m');
  const revise = (revision: number) =>
    `INSERT INTO record_revision (record_id, revision, action, snapshot, content_hash, actor)
     VALUES (${recordId}, ${revision}, 'updated', '{}', 'x', 'test')`;
  const early = source.createQueryRunner();
  await early.connect();
  try {
    await early.startTransaction();
    await early.query(revise(101));
    await app.get(OutboxRepository).add(early.manager, 'record.changed', [{ recordId, revision: 101 }]);
    await source.transaction(async (late) => {
      await late.query(revise(102));
      await app.get(OutboxRepository).add(late, 'record.changed', [{ recordId, revision: 102 }]);
    });
    const served = app.get(OutboxDispatcher).drain();
    // A table's change needs not wait for those transactions.
    const other = await idOf('o');
    const tables = await source.query<{ id: string }[]>('SELECT id FROM data_table WHERE record_id = $1', [other]);
    const change = { recordId: other, tableId: tables[0]!.id, version: null, action: 'restored', changedAt: new Date() } as const;
    await source.transaction((transaction) => app.get(ChangeRepository).addTables(transaction, [change]));
    const between = await follow(before);
    expect(between.changes.map(said)).toEqual(['table restored o biao']);
    await early.commitTransaction();
    await served;
    expect((await follow(between.cursor)).changes.map(said)).toEqual(['record updated m 101', 'record updated m 102']);
  } finally {
    if (early.isTransactionActive) await early.rollbackTransaction();
    await early.release();
  }
});

it('lets tables’ changes wait for each other, so that numbers appear in their order', async () => {
  const { cursor: before } = await follow(undefined);
  const { app } = running;
  const source = app.get(DataSource);
  const changes = app.get(ChangeRepository);
  const [{ id: tableId, record_id: recordId }] = await source.query<[{ id: string; record_id: string }]>(
    `SELECT t.id, t.record_id FROM data_table t JOIN record r ON r.id = t.record_id WHERE r.identifier = 'm'`,
  );
  const of = (version: number) => [{ recordId, tableId, version, action: 'updated', changedAt: new Date() } as const];
  const first = source.createQueryRunner();
  await first.connect();
  try {
    await first.startTransaction();
    await changes.addTables(first.manager, of(11));
    const second = source.transaction((transaction) => changes.addTables(transaction, of(12)));
    expect((await follow(before)).changes).toEqual([]);
    await first.commitTransaction();
    await second;
  } finally {
    await first.release();
  }
  expect((await follow(before)).changes.map(said)).toEqual(['table updated m biao 11', 'table updated m biao 12']);
});
