import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { Desk } from '../workbench/desk.js';
import { api, CORRECTION, DEMAND, openDepartments, QUESTION } from './feedback-fixture.js';

let running: TestApplication;
let approver: Desk;

interface Receipt {
  number: string;
  token: string;
}
const take = async (path: string, body: object): Promise<Receipt> => (await api(running).post(path).send(body).expect(201)).body as Receipt;
const idOf = ({ number }: Receipt) => number.split('-')[2]!;

beforeAll(async () => {
  running = await createTestApplication({ secondFactor: 'off' });
  await openDepartments(running);
  approver = await Desk.of(running, 'd.approver', [{ role: 'approver', department: 'a' }]);
}, 120_000);
afterAll(() => running.close());

it('is in the menu of those who may read, with what waits, its clock and its forms', async () => {
  const receipt = await take('/api/v1/records/lines/feedback', { ...CORRECTION, text: `${CORRECTION.text}<script>alert(1)</script>` });
  expect((await approver.get('/workbench')).text).toContain('href="/workbench/feedback"');
  const { text } = await approver.get('/workbench/feedback').expect(200);
  expect(text).toContain(receipt.number);
  expect(text).toContain('还剩');
  expect(text).toContain('&lt;script>');
  expect(text).toContain(`/workbench/feedback/${idOf(receipt)}/answer"`);
  const editor = await Desk.of(running, 'd.editor', [{ role: 'editor', department: 'a' }]);
  const read = (await editor.get('/workbench/feedback').expect(200)).text;
  expect(read).toContain(receipt.number);
  expect(read).not.toContain('/answer"');
  const stranger = await Desk.of(running, 'd.stranger', [{ role: 'approver', department: 'b' }]);
  expect((await stranger.get('/workbench/feedback').expect(200)).text).not.toContain(receipt.number);
  await stranger.post(`/workbench/feedback/${idOf(receipt)}/answer`, { answer: '好' }).expect(404);
  await editor.post(`/workbench/feedback/${idOf(receipt)}/answer`, { answer: '好' }).expect(403);
});

it('keeps what was written when it may not be published, and publishes what may', async () => {
  const receipt = await take('/api/v1/records/lines/feedback', CORRECTION);
  const post = (form: object) => approver.post(`/workbench/feedback/${idOf(receipt)}/answer`, { ...form });
  const refused = await post({ answer: '请打 13800138000 问。', publish: 'on', confirmed: 'on' }).expect(422);
  expect(refused.text).toContain('role="alert"');
  expect(refused.text).toContain('请打 13800138000 问。');
  expect(refused.text).toContain('name="publish" checked');
  await post({ answer: '应为三十公里，已更正。', publish: 'on', confirmed: 'on' }).expect(303);
  const shown = (await approver.get('/workbench/feedback?state=answered&kind=correction').expect(200)).text;
  expect(shown).toContain('已答复，已公开');
  expect(shown).toContain('已确认记录有误');
  expect((await post({ answer: '再来' }).expect(409)).text).toContain('已答复');
  await approver.post(`/workbench/feedback/${idOf(receipt)}/unpublish`).expect(303);
  expect((await api(running).get('/api/v1/records/lines/feedback')).body).toEqual([]);
});

it('declines with a reason', async () => {
  const receipt = await take('/api/v1/records/lines/feedback', QUESTION);
  await approver.post(`/workbench/feedback/${idOf(receipt)}/decline`).expect(422);
  await approver.post(`/workbench/feedback/${idOf(receipt)}/decline`, { reason: '与本数据无关。' }).expect(303);
  expect((await api(running).get(`/api/v1/feedback/${receipt.token}`)).body).toMatchObject({ state: 'declined', answer: '与本数据无关。' });
});

it('lets the administrator choose the department of a demand that names none', async () => {
  const receipt = await take('/api/v1/feedback', DEMAND);
  const admin = await Desk.of(running, 'd.admin', [{ role: 'systemAdmin', department: null }]);
  const { text } = await admin.get('/workbench/feedback/unassigned').expect(200);
  expect(text).toContain(DEMAND.title);
  expect(text).toContain('<option value="b">乙局</option>');
  await admin.get('/workbench/feedback').expect(403);
  await admin.post(`/workbench/feedback/${idOf(receipt)}/assign`).expect(422);
  await admin.post(`/workbench/feedback/${idOf(receipt)}/assign`, { department: 'b' }).expect(303);
  expect((await admin.get('/workbench/feedback/unassigned')).text).toContain('没有待转办的反馈');
  await approver.get('/workbench/feedback/unassigned').expect(403);
});
