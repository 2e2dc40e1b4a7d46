import { afterAll, beforeAll, expect, it } from 'vitest';
import { CalendarService, RecordWriter } from '../../../src/modules/catalog/index.js';
import { OPERATOR } from '../../../src/modules/identity/index.js';
import { FigureBook } from '../../../src/modules/transparency/book/figure-book.js';
import { TransparencyReader, UpcomingReader } from '../../../src/modules/transparency/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, convertAll, publishTables } from '../data/data-fixture.js';
import { fillCatalog } from './transparency-fixture.js';

interface Value {
  figure: string;
  value: number | null;
  records: string;
}
interface Figures {
  asOf: string;
  from: string;
  to: string;
  department: { code: string | null; name: string } | null;
  definitions: { name: string; method: string; basis: string | null }[];
  totals: Value[];
  months: { month: string; values: Value[] }[];
}
interface Ranking {
  total: number;
  departments: { code: string | null; name: string; values: Value[] }[];
}
interface Page {
  total: number;
  nextCursor: string | null;
  records: Record<string, unknown>[];
}

const PATH = '/api/v1/transparency';
let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
  await fillCatalog(running);
}, 60_000);
afterAll(() => running.close());

const get = async <Answer>(path: string, query: object = {}) => (await api(running).get(path).query(query).expect(200)).body as Answer;
const figures = (query: object = {}) => get<Figures>(PATH, query);
const valuesOf = (values: readonly Value[]) => Object.fromEntries(values.map(({ figure, value }) => [figure, value]));
const asked = async (text: string, variables: object = {}) => {
  const { body } = await api(running).post('/graphql').send({ query: text, variables });
  expect((body as { errors?: unknown }).errors).toBeUndefined();
  return (body as { data: Record<string, unknown> }).data;
};

/** What a catalog of the fixture says in all, told by hand. */
const TOTALS = {
  'publishing.published': 11,
  'publishing.onTime': 3,
  'publishing.late': 3,
  'publishing.notRequired': 1,
  'publishing.noWrittenDate': 1,
  'publishing.imprecise': 1,
  'publishing.reversed': 1,
  'publishing.calendarMissing': 1,
  'publishing.told': 6,
  'publishing.undated': 1,
  'freshness.datasets': 5,
  'freshness.kept': 1,
  'freshness.overdue': 2,
  'freshness.noPeriod': 1,
  'freshness.noCycle': 1,
  'freshness.measured': 3,
  'freshness.overdueSince': 2,
  'openness.datasets': 5,
  'openness.unconditional': 3,
  'openness.conditional': 1,
  'openness.none': 1,
  'openness.unsaid': 0,
  'openness.machineReadable': 2,
  'openness.machineFormat': 1,
  'openness.open': 4,
  'requests.received': 6,
  'requests.onTime': 1,
  'requests.late': 1,
  'requests.waiting': 1,
  'requests.overdue': 1,
  'requests.withdrawn': 1,
  'requests.revoked': 1,
  'requests.answered': 2,
  'feedback.received': 4,
  'feedback.onTime': 1,
  'feedback.late': 1,
  'feedback.waiting': 1,
  'feedback.overdue': 1,
  'feedback.answered': 2,
  'publishing.onTimeShare': 50,
  // 0, 2, 8, 20, 21, 21
  'publishing.medianDays': 14,
  'freshness.keptShare': 33.3,
  'openness.openShare': 80,
  'requests.onTimeShare': 50,
  'feedback.onTimeShare': 50,
};

it('counts everything there is, and says how', async () => {
  const { asOf, from, to, department, definitions, totals, months } = await figures();
  expect({ asOf, from, to, department }).toEqual({ asOf: '2026-05-08', from: '2024-06', to: '2026-05', department: null });
  expect(valuesOf(totals)).toEqual(TOTALS);
  expect(definitions.map(({ name }) => name)).toEqual(Object.keys(TOTALS));
  expect(definitions.find(({ name }) => name === 'publishing.onTime')?.basis).toContain('《政府信息公开条例》第二十六条');
  expect(months).toHaveLength(24);
});

it('counts each month apart', async () => {
  const { months } = await figures({ from: '2026-03', to: '2026-05' });
  const row = (month: string, names: string[]) => {
    const values = valuesOf(months.find((each) => each.month === month)!.values);
    return names.map((name) => values[name]);
  };
  const names = ['publishing.published', 'publishing.onTime', 'publishing.late', 'publishing.medianDays'];
  expect(row('2026-03', names)).toEqual([7, 2, 2, 14]);
  expect(row('2026-04', names)).toEqual([3, 1, 0, 2]);
  expect(row('2026-05', names)).toEqual([1, 0, 1, 21]);
  const more = ['freshness.overdueSince', 'requests.received', 'requests.overdue', 'requests.waiting'];
  expect(row('2026-03', more)).toEqual([1, 0, 0, 0]);
  expect(row('2026-04', more)).toEqual([1, 5, 1, 0]);
  expect(row('2026-05', more)).toEqual([0, 1, 0, 1]);
  const said = ['feedback.received', 'feedback.onTimeShare', 'feedback.overdue'];
  expect(row('2026-04', said)).toEqual([3, 50, 1]);
  expect(row('2026-05', said)).toEqual([1, null, 0]);
});

it('counts each department apart, and those without one', async () => {
  const { total, departments } = await get<Ranking>(`${PATH}/departments`, { sort: 'publishing.onTimeShare', order: 'asc' });
  const shown = departments.map(({ code, name, values }) => {
    const { 'publishing.published': published, 'publishing.onTimeShare': share, 'freshness.overdue': overdue } = valuesOf(values);
    return [code, name, published, share, overdue];
  });
  expect(total).toBe(3);
  expect(shown).toEqual([
    [null, '没有登记部门', 1, 0, 0],
    ['a', '甲局', 9, 50, 1],
    ['b', '乙局', 1, 100, 1],
  ]);
  for (const { code, values } of departments) expect((await figures({ department: code ?? '-' })).totals).toEqual(values);
  const second = await get<Ranking>(`${PATH}/departments`, { sort: 'publishing.onTimeShare', order: 'asc', limit: 1, offset: 1 });
  expect(second.departments).toEqual([departments[1]]);
});

/** Every record of a list, two at a time. */
async function all(path: string): Promise<{ total: number; records: Record<string, unknown>[] }> {
  const records: Record<string, unknown>[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page = await get<Page>(path, { limit: 2, ...(cursor ? { cursor } : {}) });
    records.push(...page.records);
    cursor = page.nextCursor;
    if (cursor === null) return { total: page.total, records };
  }
}

const BEHIND: Record<string, string> = {
  'publishing.onTimeShare': 'publishing.told',
  'publishing.medianDays': 'publishing.told',
  'freshness.keptShare': 'freshness.measured',
  'openness.openShare': 'openness.datasets',
  'requests.onTimeShare': 'requests.answered',
  'feedback.onTimeShare': 'feedback.answered',
};

it('leads from every figure to exactly as many records', async () => {
  const answers = await Promise.all(['', 'a', '-'].map((department) => figures({ department, from: '2026-03' })));
  const { departments } = await get<Ranking>(`${PATH}/departments`);
  const lists = [
    ...answers.map(({ totals }) => totals),
    ...departments.map(({ values }) => values),
    // Of months, those in which there is anything.
    ...answers.flatMap(({ months }) => months.map(({ values }) => values.filter(({ value }) => value))),
  ];
  const counts = new Map(
    lists.flatMap((values) => values.map(({ figure, records }) => [records, valuesOf(values)[BEHIND[figure] ?? figure]!] as const)),
  );
  expect(counts.size).toBeGreaterThan(200);
  for (const [address, count] of counts) {
    const { total, records } = await all(address);
    expect([total, records.length], address).toEqual([count, count]);
  }
}, 120_000);

it('shows the dates that decided', async () => {
  const { records } = await get<Page>(`${PATH}/records`, { figure: 'publishing.late', department: 'a' });
  expect(records).toEqual([
    expect.objectContaining({
      identifier: 'day-after',
      startedOn: '2026-02-11',
      dueOn: '2026-03-17',
      doneOn: '2026-03-18',
      workingDays: 21,
    }),
    expect.objectContaining({
      identifier: 'penalty',
      dueOn: '2026-03-02',
      workingDays: 8,
      departmentName: '甲局',
      url: '/documents/penalty',
    }),
  ]);
  const overdue = await get<Page>(`${PATH}/records`, { figure: 'freshness.overdue', department: 'b' });
  expect(overdue.records).toEqual([expect.objectContaining({ identifier: 'table', dueOn: '2026-03-03', detail: '无条件开放，每年' })]);
});

it('tells nothing of those who applied', async () => {
  const { text } = await api(running).get(`${PATH}/records`).query({ figure: 'requests.received' }).expect(200);
  expect(text).not.toMatch(/岚川大学|lab@example|换乘/);
  expect(text).toContain('已批准');
});

it('says the same by GraphQL', async () => {
  const value = '{ figure value records }';
  const text = `query ($department: String, $figure: String!) {
    transparency(department: $department, from: "2026-03") { asOf from to department { code name }
      definitions { name subject scope label english method basis } totals ${value} months { month values ${value} } }
    transparencyDepartments(sort: "publishing.late") { asOf from to total departments { code name values ${value} } }
    transparencyRecords(figure: $figure, first: 2) { figure total nextCursor records
      { subject identifier title url department departmentName startedOn dueOn doneOn workingDays detail } } }`;
  const data = await asked(text, { department: 'a', figure: 'publishing.told' });
  expect(data).toEqual({
    transparency: await figures({ department: 'a', from: '2026-03' }),
    transparencyDepartments: await get(`${PATH}/departments`, { sort: 'publishing.late' }),
    transparencyRecords: await get(`${PATH}/records`, { figure: 'publishing.told', limit: 2 }),
  });
  const { nextCursor } = data.transparencyRecords as Page;
  const next = await asked(
    `query ($after: String) { transparencyRecords(figure: "publishing.told", first: 2, after: $after) { records { identifier } } }`,
    { after: nextCursor },
  );
  const { records } = await get<Page>(`${PATH}/records`, { figure: 'publishing.told', limit: 2, cursor: nextCursor });
  expect((next.transparencyRecords as Page).records).toEqual(records.map(({ identifier }) => ({ identifier })));
});

it('is CSV on demand', async () => {
  const whole = await api(running).get(PATH).query({ format: 'csv', from: '2026-05' }).expect(200);
  expect(whole.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(whole.text).toContain('2026-05,,,publishing.late,逾期公开,1,');
  const ranked = await api(running).get(`${PATH}/departments`).set('Accept', 'text/csv').expect(200);
  expect(ranked.text).toContain(',b,乙局,publishing.onTime,按期公开,1,');
  const records = await api(running).get(`${PATH}/records`).query({ figure: 'publishing.published', format: 'csv' }).expect(200);
  expect(records.text.trim().split('\r\n')).toHaveLength(12);
  expect(records.text).toContain('document,last-day,关于last-day的通知,a,甲局,2026-02-11,2026-03-17,2026-03-17,20,,/documents/last-day');
});

it('knows what is soon due', async () => {
  const { updates, expiries, duties } = await running.app.get(UpcomingReader).read();
  const kept = { identifier: 'kept', title: '数据 kept', url: '/datasets/kept', dueOn: '2026-05-12' };
  expect(updates).toEqual({ until: '2026-05-22', total: 1, records: [kept] });
  expect(expiries).toMatchObject({ until: '2026-06-07', total: 1, records: [{ identifier: 'last-day', dueOn: '2026-06-07' }] });
  expect(duties).toEqual([]);
});

it('says the most important in a few figures', async () => {
  expect(await running.app.get(TransparencyReader).summary()).toEqual({
    ...{ asOf: '2026-05-08', yearRange: { from: '2025-06', to: '2026-05' }, publishedThisMonth: 1, onTimeShare: 50 },
    ...{ keptShare: 33.3, openDatasets: 4, requestsOnTimeShare: 50 },
  });
});

it('needs not be sent twice', async () => {
  const first = await api(running).get(PATH).expect(200);
  await api(running)
    .get(PATH)
    .set('If-None-Match', first.headers.etag as string)
    .expect(304);
});

it.each([
  ['', { from: '2026-05', to: '2026-04' }, 'from'],
  ['', { from: '2026-13' }, 'from'],
  ['', { from: '2010-01' }, 'from'],
  ['', { colour: 'red' }, 'colour'],
  ['', { format: 'xml' }, 'format'],
  ['/departments', { sort: 'height' }, 'sort'],
  ['/records', {}, 'figure'],
  ['/records', { figure: 'publishing.late', month: '2026-05', from: '2026-05' }, 'month'],
  ['/records', { figure: 'freshness.kept', month: '2026-05' }, 'month'],
  ['/records', { figure: 'publishing.late', cursor: 'x' }, 'cursor'],
])('refuses %s %j and names %s', async (path, query, field) => {
  const { body } = await api(running).get(`${PATH}${path}`).query(query).expect(400);
  expect((body as { errors: { field: string }[] }).errors[0]?.field).toBe(field);
});

it('knows no department that there is not', async () => {
  await api(running).get(PATH).query({ department: 'nowhere' }).expect(404);
  await api(running).get(`${PATH}/records`).query({ department: 'nowhere', figure: 'publishing.late', format: 'csv' }).expect(404);
});

it('counts what changed as if it counted everything: records that move, lose their department or are withdrawn', async () => {
  const whole = async () => {
    const { totals, months } = await figures({ from: '2026-01', to: '2026-05' });
    const { departments } = await get<Ranking>(`${PATH}/departments`, { from: '2026-01', to: '2026-05' });
    return { totals, months, departments: departments.map(({ code, values }) => [code, valuesOf(values)]) };
  };
  /** Another book that has counted nothing yet. */
  const anew = async () => {
    Object.assign(running.app.get(FigureBook), { kept: undefined });
    return whole();
  };
  const moved = (issuer: string[], more: object = {}) => ({
    ...{
      kind: 'document',
      identifier: 'moving',
      title: '一件会搬家的通知',
      issuer,
      writtenOn: '2026-02-11',
      publishedOn: '2026-03-18',
      body: '正文。',
    },
    ...more,
  });
  const before = await anew();
  const late = async (department: string) => valuesOf((await figures({ department })).totals)['publishing.late'];
  const [lateOfA, lateOfB] = [await late('a'), await late('b')];
  await publishTables(running, [moved(['甲局'])], {});
  expect([await late('a'), await late('b')]).toEqual([lateOfA! + 1, lateOfB]);
  await publishTables(running, [moved(['乙局'])], {});
  expect([await late('a'), await late('b')]).toEqual([lateOfA, lateOfB! + 1]);
  expect(await whole()).toEqual(await anew());
  await publishTables(running, [moved([], { title: '没有部门的通知' })], {});
  expect([await late('a'), await late('b')]).toEqual([lateOfA, lateOfB]);
  expect(await whole()).toEqual(await anew());
  await publishTables(running, [moved(['甲局'], { publishedOn: '2026-02-12' })], {});
  expect(await whole()).toEqual(await anew());
  const { headers } = await api(running).get('/api/v1/documents/moving').expect(200);
  const revision = Number(/(\d+)/.exec(String(headers.etag))![1]);
  await running.app.get(RecordWriter).withdraw('document', 'moving', revision, '试验', { actor: 'test', requestId: null });
  await convertAll(running);
  expect(await whole()).toEqual(before);
});

it('counts anew when records change, when a calendar is loaded and when a day is over', async () => {
  const value = async (figure: string) => valuesOf((await figures()).totals)[figure];
  await publishTables(
    running,
    [
      {
        kind: 'document',
        identifier: 'more',
        title: '又一通知',
        issuer: ['乙局'],
        writtenOn: '2026-05-06',
        publishedOn: '2026-05-07',
        body: '正文。',
      },
    ],
    {},
  );
  expect(await value('publishing.onTime')).toBe(4);
  const off = ['2005-01-01', '2005-05-01', '2005-10-01'];
  const context = { actor: OPERATOR, requestId: null };
  await running.app.get(CalendarService).load(2005, { source: '国办发明电〔2004〕1号', off, work: [], force: true }, context);
  expect([await value('publishing.calendarMissing'), await value('publishing.late')]).toEqual([0, 4]);
  setClock(running, '2026-05-13T02:00:00Z');
  expect([await value('freshness.kept'), await value('freshness.overdue')]).toEqual([0, 3]);
});
