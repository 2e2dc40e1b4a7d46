import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CurrentCalendar } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

let running: TestApplication;
let writer: { Authorization: string };
let loader: { Authorization: string };
const api = () => request(running.app.getHttpServer());
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

const YEAR = {
  source: '国办发明电〔2026〕7号',
  off: [
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-05-01',
    '2027-10-01',
  ],
  work: ['2027-01-31'],
};

interface Answer {
  id: string;
  version: number;
  dueOn: string;
  dueCertain: boolean;
}

async function begin(identifier: string, formedOn: string): Promise<Answer> {
  const document = { identifier, title: '关于社区食堂的通知', issuer: ['甲局'], writtenOn: formedOn, publicity: '主动公开' };
  const { body } = await api().post('/api/v1/submissions').set(writer).send({ document, formedOn, department: 'a' }).expect(201);
  return body as Answer;
}
const load = (body: object, status = 200, year = '2027') =>
  api().put(`/api/v1/work-calendar/${year}`).set(loader).send(body).expect(status);

beforeAll(async () => {
  running = await createTestApplication();
  setClock(running, '2032-01-01T02:00:00.000Z');
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  const keys = running.app.get(ApiKeyService);
  const scopes = ['submission.write', 'submission.read'];
  writer = bearer(await keys.create({ name: '部门系统', scopes, department: 'a' }, OPERATOR));
  loader = bearer(await keys.create({ name: '日历', scopes: ['calendar.load'] }, OPERATOR));
});
afterAll(() => running.close());

it('is open to read: built-in years, and a sentence about years that are not known', async () => {
  const { body } = await api().get('/api/v1/work-calendar/2026').expect(200);
  expect(body).toMatchObject({ year: 2026, builtIn: true });
  for (const year of ['2027', 'abc', '1']) await api().get(`/api/v1/work-calendar/${year}`).expect(404);
});

it('refuses whoever may not, and every wrong day by its field, and loads nothing of it', async () => {
  await api().put('/api/v1/work-calendar/2027').send(YEAR).expect(401);
  await api().put('/api/v1/work-calendar/2027').set(writer).send(YEAR).expect(403);
  const wrong = { source: '国办发明电', off: ['2027-02-30', '2026-01-01', '2027-01-02'], work: ['2027-01-04', '2027-01-02'] };
  const { body } = await load(wrong, 422);
  expect((body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
    'off[0]',
    'off[1]',
    'work[1]',
    'off',
    'off',
    'work[0]',
  ]);
  await load(YEAR, 422, 'x');
  await load({ source: YEAR.source }, 422);
  await load({ ...YEAR, source: '国' }, 422);
  await load({ ...YEAR, year: 2028 }, 422);
  expect(await running.query('SELECT 1 FROM work_year')).toEqual([]);
});

it('takes a year that cannot be whole only by force, and says so on the log', async () => {
  const bare = { source: '国办发明电〔2030〕9号', off: ['2031-01-01'], work: ['2031-01-06'] };
  const { body } = await load(bare, 422, '2031');
  const { detail, errors } = body as { detail: string; errors: { field: string; message: string }[] };
  expect(detail).toContain('--force');
  expect(errors.map(({ field }) => field)).toEqual(['off', 'off', 'work[0]']);
  await load({ ...bare, off: [...bare.off, '2030-01-01'], force: true }, 422, '2031');
  expect(await running.query('SELECT 1 FROM work_year')).toEqual([]);
  await load({ ...bare, force: true }, 200, '2031');
  expect(await running.query(`SELECT object_id FROM audit_event WHERE action = 'calendar.loaded'`)).toEqual([{ object_id: '2031 force' }]);
  await running.query('DELETE FROM work_year');
});

it('moves the running periods that reach into the year, once, each on record; others stay', async () => {
  const early = await begin('c-early', '2026-11-02');
  const late = await begin('c-late', '2026-12-15');
  const into = await begin('c-into', '2027-01-20');
  expect(late).toMatchObject({ dueOn: '2027-01-12', dueCertain: false });

  const first = await load(YEAR);
  expect(first.body).toMatchObject({ year: 2027, changed: true, moved: 2, builtIn: false });
  const again = await load(YEAR);
  expect(again.body).toMatchObject({ changed: false, moved: 0 });

  const read = async ({ id }: Answer) =>
    (await api().get(`/api/v1/submissions/${id}`).set(writer).expect(200)).body as Answer & {
      steps: { action: string; opinion: string; actor: string }[];
    };
  expect(await read(early)).toMatchObject({ dueOn: early.dueOn, dueCertain: true, version: early.version });
  const moved = await read(late);
  expect(moved).toMatchObject({ dueOn: '2027-01-13', dueCertain: true, version: late.version });
  expect(moved.steps.map(({ action }) => action)).toEqual(['created', 'dueMoved']);
  expect(moved.steps[1]).toMatchObject({
    actor: 'key:日历',
    opinion: '因载入 2027 年工作日历（国办发明电〔2026〕7号），公开期限由 2027-01-12（暂定） 改为 2027-01-13',
  });
  // 20 days from 20 January: five days off, one Sunday worked.
  expect(await read(into)).toMatchObject({ dueCertain: true, dueOn: '2027-02-23' });
  expect(await begin('c-new', '2026-12-15')).toMatchObject({ dueOn: '2027-01-13', dueCertain: true });

  const events = await running.query<{ action: string; object_id: string }>(
    `SELECT action, object_id FROM audit_event WHERE action IN ('calendar.loaded', 'submission.dueMoved') ORDER BY seq`,
  );
  expect(events.map(({ action }) => action)).toEqual(['calendar.loaded', 'submission.dueMoved', 'submission.dueMoved', 'calendar.loaded']);
});

it('corrected, counts anew; and another process follows', async () => {
  const { body } = await load({ ...YEAR, work: [] });
  expect(body).toMatchObject({ changed: true });
  // As another process would have it that has not looked since.
  const calendar = running.app.get(CurrentCalendar);
  await running.query(`UPDATE work_year SET off = array_append(off, '2027-01-04')`);
  expect(await begin('c-exact', '2026-12-15')).toMatchObject({ dueOn: '2027-01-14' });
  expect(calendar.calendar.isWorkDay('2027-01-04')).toBe(false);
});

it('waits neither for nor past somebody who is writing: no due day is counted by the calendar of before', async () => {
  const years = [2028, 2029, 2030];
  const days = (year: number) => ({ source: '国办发明电〔2027〕1号', off: [`${year}-01-01`], work: [], force: true });
  await Promise.all([
    ...years.map((year) => load(days(year), 200, String(year))),
    ...Array.from({ length: 12 }, (_, number) => begin(`c-race-${number}`, `${2027 + (number % 4)}-12-20`)),
  ]);
  const rows = await running.query<{ formed_on: string; due_on: string; due_certain: boolean }>(
    `SELECT formed_on, due_on, due_certain FROM submission WHERE identifier LIKE 'c-race-%'`,
  );
  await running.app.get(CurrentCalendar).refresh();
  const { calendar } = running.app.get(CurrentCalendar);
  for (const { formed_on, due_on, due_certain } of rows)
    expect({ day: due_on, certain: due_certain }).toEqual(calendar.addWorkingDays(formed_on, 20));
});
