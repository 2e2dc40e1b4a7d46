import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';

let running: TestApplication;
const people: Record<'editor' | 'secrecyReviewer' | 'approver' | 'stranger', Person> = {} as never;

interface Reply {
  data?: Record<string, Record<string, unknown> | null> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** Asks as a person; answers the field asked for, or the code of its error. */
async function ask(person: Person | null, query: string, variables: object = {}): Promise<unknown> {
  const sent = request(running.app.getHttpServer()).post('/graphql').send({ query, variables });
  if (person) void sent.set('Authorization', `Bearer ${person.token}`);
  const { data, errors } = (await sent).body as Reply;
  return errors ? errors[0]!.extensions.code : Object.values(data!)[0];
}

const input = (identifier: string) => ({
  dataset: {
    identifier,
    title: '社区食堂名单',
    abstract: '社区食堂的名称、地址和营业时间',
    items: [{ name: '名称' }, { name: '地址' }],
    formatClass: '电子表格',
    shareType: '无条件共享',
    openness: '无条件开放',
    updateCycle: '每月',
  },
});

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  for (const role of ['editor', 'secrecyReviewer', 'approver'] as const)
    people[role] = await personWith(running, `graph.${role.toLowerCase()}`, [{ role, department: 'a' }]);
  people.stranger = await personWith(running, 'graph.stranger', [{ role: 'approver', department: 'b' }]);
}, 120_000);
afterAll(() => running.close());

it('from a draft to the published dataset and its withdrawal, by GraphQL alone', async () => {
  const { editor, secrecyReviewer, approver, stranger } = people;
  const create = 'mutation($input: SubmissionInput!) { createSubmission(input: $input) { id version state light dueOn } }';
  const begun = (await ask(editor, create, { input: input('g-1') })) as { id: string; version: number; state: string };
  expect(begun).toMatchObject({ state: 'draft', version: 1, light: 'green' });
  const { id } = begun;

  const save = 'mutation($id: ID!, $input: SubmissionInput!) { saveSubmission(id: $id, version: 1, input: $input) { version title } }';
  const changed = { dataset: { ...input('g-1').dataset, title: '社区食堂名录' } };
  expect(await ask(editor, save, { id, input: changed })).toEqual({ version: 2, title: '社区食堂名录' });
  expect(await ask(editor, save, { id, input: changed })).toBe('PRECONDITION_FAILED');

  const submit = 'mutation($id: ID!) { submitSubmission(id: $id, version: 2, input: {}) { state } }';
  expect(await ask(approver, submit, { id })).toBe('FORBIDDEN');
  expect(await ask(editor, submit, { id })).toEqual({ state: 'submitted' });

  const review = 'mutation($id: ID!) { reviewSubmission(id: $id, version: 3, input: { decision: "pass", opinion: "不涉密" }) { state } }';
  expect(await ask(secrecyReviewer, review, { id })).toEqual({ state: 'reviewed' });

  const approve =
    'mutation($id: ID!) { approveSubmission(id: $id, version: 4, input: { decision: "approve" }) { state publishedRevision } }';
  expect(await ask(stranger, approve, { id })).toBe('NOT_FOUND');
  expect(await ask(null, approve, { id })).toBe('UNAUTHENTICATED');
  expect(await ask(approver, approve, { id })).toEqual({ state: 'published', publishedRevision: 1 });
  expect(await ask(null, '{ dataset(identifier: "g-1") { title } }')).toEqual({ title: '社区食堂名录' });

  const whole = '{ submission(id: "ID") { content steps { action actor } } }'.replace('ID', id);
  expect(await ask(editor, whole)).toMatchObject({
    content: { identifier: 'g-1', title: '社区食堂名录' },
    steps: ['created', 'saved', 'submitted', 'passed', 'approved'].map((action): unknown => expect.objectContaining({ action })),
  });
  expect(await ask(stranger, whole)).toBe('NOT_FOUND');
  expect(await ask(editor, '{ submissions(state: "published") { identifier } }')).toEqual([{ identifier: 'g-1' }]);

  const withdraw = 'mutation { proposeWithdrawal(input: { identifier: "g-1", reason: "停办" }) { id version action } }';
  const away = (await ask(editor, withdraw)) as { id: string };
  expect(away).toMatchObject({ action: 'withdraw' });
  const discard = 'mutation($id: ID!) { discardSubmission(id: $id, version: 1) { state } }';
  expect(await ask(editor, discard, { id: away.id })).toEqual({ state: 'discarded' });
});
