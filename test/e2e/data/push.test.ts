import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const COLUMNS = [
  { name: '编号', type: 'string' },
  { name: '金额', type: 'number', scale: 2, unit: '万元' },
  { name: '日期', type: 'date' },
  { name: '备注', type: 'string' },
];
const TABLE = '/api/v1/datasets/p/tables/dai_kuan';

let running: TestApplication;
let key: string;
beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  await publishTables(running, [datasetWith('p', ['表.csv'], { provider: '甲局', items: [{ name: '金额' }, { name: '利率' }] })], {
    '表.csv': 'a,b\n1,2\n',
  });
  key = await keyOf('a');
});
afterAll(() => running.close());

const keyOf = (department: string) =>
  running.app.get(ApiKeyService).create({ name: `推送-${department}`, scopes: ['data.push'], department }, OPERATOR);
const send = (method: 'put' | 'post' | 'delete', path: string, body?: object, token = key) =>
  api(running)[method](path).set('Authorization', `Bearer ${token}`).send(body);
const define = (body: object, table = TABLE) => send('put', table, body);
const push = (mode: string, rows: unknown[], more: object = {}) => send('post', `${TABLE}/rows`, { mode, rows, ...more });
const rows = async (query: object = {}) => {
  const { body } = await api(running).get(`${TABLE}/rows`).query(query).expect(200);
  return (body as { rows: object[] }).rows;
};

describe('a table that a program pushes', () => {
  it('is defined, and is there without rows', async () => {
    const { body } = await define({ title: '贷款发放', columns: COLUMNS, key: ['编号'] }).expect(200);
    expect(body).toMatchObject({ name: 'dai_kuan', version: 1, rowCount: 0, title: '贷款发放' });
    expect((body as { notes: string[] }).notes).toEqual(['登记的信息项“利率”在表中没有', '表中有未登记为信息项的列：编号、日期、备注']);
    expect(await rows()).toEqual([]);
    await api(running).get(`${TABLE}/exports/csv`).expect(200);
    const again = await define({ title: '贷款发放', columns: COLUMNS, key: ['编号'] }).expect(200);
    expect(again.body, 'the same again is no new version').toMatchObject({ version: 1 });
  });

  it('takes rows at its end, exactly', async () => {
    const { body } = await push('append', [
      { 编号: '007', 金额: 1.5, 日期: '2023年5月8日', 备注: '甲,"乙"\n丙' },
      { bian_hao: '008', jin_e: '12345678901234.56', ri_qi: null, 备注: '' },
    ]).expect(200);
    expect(body).toEqual({ version: 2, rowCount: 2, added: 2, updated: 0, removed: 0, notes: [] });
    expect(await rows()).toEqual([
      { 编号: '007', 金额: 1.5, 日期: '2023-05-08', 备注: '甲,"乙"\n丙' },
      { 编号: '008', 金额: '12345678901234.56', 日期: null, 备注: '' },
    ]);
  });

  it('replaces whole rows by their key, in their place, and adds new ones behind', async () => {
    const { body } = await push('upsert', [
      { 编号: '009', 金额: 9 },
      { 编号: '007', 金额: 7 },
    ]).expect(200);
    expect(body).toMatchObject({ version: 3, rowCount: 3, added: 1, updated: 1 });
    expect(await rows({ select: '编号,金额,备注' })).toEqual([
      { 编号: '007', 金额: 7, 备注: null },
      { 编号: '008', 金额: '12345678901234.56', 备注: '' },
      { 编号: '009', 金额: 9, 备注: null },
    ]);
    expect(await rows({ version: 2, select: '编号' }), 'earlier versions stay').toEqual([{ 编号: '007' }, { 编号: '008' }]);
  });

  it('is not changed by a push that says nothing new', async () => {
    expect((await push('upsert', [{ 编号: '007', 金额: '7.00' }]).expect(200)).body).toMatchObject({ version: 3, rowCount: 3 });
  });

  it('loses rows by their key', async () => {
    expect((await push('delete', [{ 编号: '008' }, { 编号: 'x' }]).expect(200)).body).toMatchObject({
      version: 4,
      rowCount: 2,
      removed: 1,
    });
    expect((await rows({ select: '编号' })).length).toBe(2);
  });

  it('gets columns, and its title changes', async () => {
    const columns = [...COLUMNS, { name: '期限', type: 'integer' }];
    expect((await define({ title: '贷款', columns, key: ['编号'] }).expect(200)).body).toMatchObject({
      version: 5,
      rowCount: 2,
      title: '贷款',
    });
    expect(await rows({ where: "编号 = '009'" })).toEqual([{ 编号: '009', 金额: 9, 日期: null, 备注: null, 期限: null }]);
    await define({ title: '贷款', columns: COLUMNS, key: ['编号'] }).expect(422);
  });

  it('is replaced whole', async () => {
    expect((await push('replace', [{ 编号: '1', 期限: 12 }]).expect(200)).body).toMatchObject({
      version: 6,
      rowCount: 1,
      added: 1,
      removed: 2,
    });
  });

  it('stands in the list of changes, in the audit log, and has statistics', async () => {
    const { body } = await api(running).get('/api/v1/changes').query({ limit: 1000 }).expect(200);
    const { changes } = body as { changes: { table: string | null; action: string; version: number }[] };
    expect(changes.filter(({ table }) => table === 'dai_kuan').map(({ action, version }) => `${action} ${version}`)).toEqual([
      'created 1',
      ...[2, 3, 4, 5, 6].map((version) => `updated ${version}`),
    ]);
    const events = await running.query<{ action: string; object_id: string; after_hash: string }>(
      `SELECT action, object_id, after_hash FROM audit_event WHERE object_type = 'table' ORDER BY seq`,
    );
    expect(events.map(({ action }) => action)).toEqual([
      ...['defined', 'defined', 'pushed', 'pushed', 'pushed', 'pushed', 'defined', 'pushed'].map((each) => `table.${each}`),
    ]);
    expect(events[0]!.object_id).toBe('p/dai_kuan');
    expect(events.at(-1)!.after_hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('nothing is written when', () => {
  const before = async () => JSON.stringify(await running.query('SELECT * FROM data_version ORDER BY id'));

  it.each<[string, () => ReturnType<typeof push>, number, string]>([
    ['a value is of another type', () => push('append', [{ 编号: 'n1' }, { 编号: 'n2', 金额: '待定' }]), 422, 'rows[1].金额'],
    ['a column is unknown', () => push('append', [{ 编号: 'n1', 金额s: 1 }]), 422, 'rows[0].金额s'],
    ['what is appended is there', () => push('append', [{ 编号: 'n1' }, { 编号: '1' }]), 409, 'rows[1]'],
    ['a row is given twice', () => push('upsert', [{ 编号: 'n1' }, { 编号: 'n1' }]), 422, 'rows[1]'],
    ['there are no rows', () => push('append', []), 422, 'rows'],
    [
      'there are too many',
      () =>
        push(
          'append',
          Array.from({ length: 10_001 }, () => ({})),
        ),
      422,
      'rows',
    ],
    ['the mode is none', () => push('merge', [{ 编号: 'n1' }]), 422, 'mode'],
    ['a row has a forbidden name', () => push('append', [JSON.parse('{"编号":"n1","__proto__":{"x":1}}')]), 422, 'rows[0].__proto__'],
    ['an identity number would be published', () => push('append', [{ 编号: 'n1', 备注: '11010519491231002X' }]), 422, 'rows[0]'],
    ['a secrecy mark would be', () => push('append', [{ 编号: 'n1', 备注: '机密★10年' }], { reason: '依法公开的依据' }), 422, 'rows[0]'],
    ['the definition takes a column away', () => define({ title: '贷款', columns: COLUMNS.slice(1) }), 422, 'columns'],
    ['the name is no name', () => define({ title: 'x', columns: COLUMNS }, '/api/v1/datasets/p/tables/贷款'), 422, 'table'],
    ['a title is personal', () => define({ title: '张三11010519491231002X', columns: COLUMNS, key: ['编号'] }), 422, 'columns'],
  ])('%s', async (_, ask, status, field) => {
    const then = await before();
    const answer = await ask();
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
    expect(await before()).toBe(then);
  });

  it('the table is made of a file, is not there, or the dataset is not', async () => {
    const then = await before();
    const body = { mode: 'append', rows: [{ a: 1 }] };
    expect((await send('post', '/api/v1/datasets/p/tables/biao/rows', body)).body).toMatchObject({ code: 'CONFLICT' });
    await define({ title: 'x', columns: COLUMNS }, '/api/v1/datasets/p/tables/biao').expect(409);
    await send('post', '/api/v1/datasets/p/tables/none/rows', body).expect(404);
    await send('post', '/api/v1/datasets/none/tables/none/rows', body).expect(404);
    expect(await before()).toBe(then);
  });

  it('somebody else asks', async () => {
    const then = await before();
    const body = { mode: 'replace', rows: [{ 编号: 'z' }] };
    await api(running).post(`${TABLE}/rows`).send(body).expect(401);
    await send('post', `${TABLE}/rows`, body, await keyOf('b')).expect(403);
    await send('put', TABLE, { title: 'x', columns: COLUMNS }, await keyOf('b').catch(() => key)).then(({ status }) =>
      expect(status).not.toBe(500),
    );
    expect(await before()).toBe(then);
  });
});

it('publishes personal data when it is told on what grounds, which the log keeps', async () => {
  await push('append', [{ 编号: 'q1', 备注: '11010519491231002X' }], { reason: '《企业信息公示暂行条例》第九条' }).expect(200);
  const [event] = await running.query<{ object_id: string }>(
    `SELECT object_id FROM audit_event WHERE object_type = 'table' ORDER BY seq DESC LIMIT 1`,
  );
  expect(event!.object_id).toBe('p/dai_kuan 《企业信息公示暂行条例》第九条');
});

it('does pushes that come at once one after the other, each whole', async () => {
  const start = (await rows({ select: 'count()' }))[0] as { count: number };
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => push('append', [{ 编号: `c${i}a` }, { 编号: `c${i}b` }])));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  expect(new Set(answers.map(({ body }) => (body as { version: number }).version)).size).toBe(12);
  expect(await rows({ select: 'count()' })).toEqual([{ count: start.count + 24 }]);
});

it('is sent twice under one Idempotency-Key, and happens once', async () => {
  const ask = () => push('append', [{ 编号: 'once' }]).set('Idempotency-Key', 'push-once');
  const [first, second] = [await ask(), await ask()];
  expect(second.status).toBe(200);
  expect(second.body).toEqual(first.body);
});

it('is defined, pushed and removed by GraphQL too', async () => {
  const ask = async (query: string, variables: object) => {
    const { body } = await api(running).post('/graphql').set('Authorization', `Bearer ${key}`).send({ query, variables });
    return body as { data?: Record<string, unknown>; errors?: { extensions: { code: string } }[] };
  };
  const input = { title: '二', columns: [{ name: '甲', type: 'integer' }] };
  expect(
    await ask('mutation ($input: PushedTableInput!) { defineTable(dataset: "p", table: "er", input: $input) { version name } }', { input }),
  ).toEqual({ data: { defineTable: { version: 1, name: 'er' } } });
  const pushRows = 'mutation ($input: PushedRowsInput!) { pushRows(dataset: "p", table: "er", input: $input) { version rowCount added } }';
  expect(await ask(pushRows, { input: { mode: 'append', rows: [{ 甲: 1 }, { jia: 2 }] } })).toEqual({
    data: { pushRows: { version: 2, rowCount: 2, added: 2 } },
  });
  expect((await ask(pushRows, { input: { mode: 'append', rows: [{ 甲: 'x' }] } })).errors![0]!.extensions.code).toBe('VALIDATION_FAILED');
  expect(await ask('mutation { removeTable(dataset: "p", table: "er") { table } }', {})).toEqual({
    data: { removeTable: { table: 'er' } },
  });
  await api(running).get('/api/v1/datasets/p/tables/er/rows').expect(410);
  await api(running).get('/api/v1/datasets/p/tables/er/rows?version=2').expect(200);
  expect((await ask(pushRows, { input: { mode: 'append', rows: [{ 甲: 3 }] } })).errors![0]!.extensions.code).toBe('GONE');
  await send('put', '/api/v1/datasets/p/tables/er', input).expect(200);
  expect((await api(running).get('/api/v1/datasets/p/tables/er/rows').expect(200)).body).toMatchObject({ rows: [{ 甲: 1 }, { 甲: 2 }] });
});
