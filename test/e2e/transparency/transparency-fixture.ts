import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { setClock } from '../../support/moved-clock.js';
import type { TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from '../data/data-fixture.js';

/** A Friday that is worked. */
export const TODAY = '2026-05-08';
const at = (day: string) => `${day}T02:00:00Z`;

const document = (identifier: string, issuer: string | null, writtenOn: string | null, publishedOn: string, more: object = {}) => ({
  ...{ kind: 'document', identifier, title: `关于${identifier}的通知`, body: '正文。', publishedOn },
  ...(issuer ? { issuer: [issuer] } : {}),
  ...(writtenOn ? { writtenOn } : {}),
  ...more,
});

/** Documents in every case that there is; what each is, is said beside it. */
const DOCUMENTS = [
  document('last-day', '甲局', '2026-02-11', '2026-03-17', { expiresOn: '2026-06-07' }), // in time, 20 working days
  document('day-after', '甲局', '2026-02-11', '2026-03-18', { expiresOn: '2026-06-08' }), // late, 21
  document('same-day', '甲局', '2026-03-02', '2026-03-02'), // in time, 0
  document('no-date', '甲局', null, '2026-03-05'),
  document('month-only', '甲局', '2026-03', '2026-03-20'),
  document('reversed', '甲局', '2026-03-25', '2026-03-20'),
  document('penalty', '甲局', '2026-02-13', '2026-03-03', { article20Code: 'A20_06', title: '行政处罚决定书' }), // late: 8 of 7
  document('old', '甲局', '2005-03-01', '2026-04-01'), // no calendar of 2005
  document('on-request', '甲局', '2026-01-01', '2026-04-10', { publicity: '依申请公开' }),
  document('year-only', '甲局', '2026-01-01', '2026'),
  document('quick', '乙局', '2026-04-01', '2026-04-03'), // in time, 2
  document('nobodys', null, '2026-04-01', '2026-05-06'), // late: due on 30 April, 21
];

const dataset = (identifier: string, provider: string, files: string[], more: object) =>
  datasetWith(identifier, files, { provider, ...more });

const DATASETS = [
  dataset('kept', '甲局', [], { updateCycle: '每月', modifiedOn: '2026-04-01', formats: ['csv'] }), // until 12 May
  dataset('stale', '甲局', [], { updateCycle: '每月', modifiedOn: '2026-02-20' }), // until 2 April
  dataset('asked', '甲局', [], {
    ...{ updateCycle: '不定期', openness: '有条件开放', modifiedOn: '2026-01-01' },
    resources: [{ title: '接口', url: 'https://data.example.gov.cn/a.json', format: 'json' }],
  }),
  dataset('closed', '甲局', [], {
    openness: '不予开放',
    modifiedOn: '2026-01-01',
    resources: [{ title: '表', url: 'https://a.example/b.csv', format: 'csv' }],
  }),
  dataset('table', '乙局', ['表.csv'], { updateCycle: '每年', modifiedOn: '2025-01-01' }), // until 3 March 2026
];

/** Fills a catalog with records whose figures can be told by hand, and lets the clock stand on `TODAY`. */
export async function fillCatalog(running: TestApplication): Promise<void> {
  setClock(running, at('2026-04-01'));
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  await publishTables(running, [...DOCUMENTS, ...DATASETS], { '表.csv': 'a,b\n1,2\n' });
  await applyAll(running);
  await askAll(running);
  setClock(running, at(TODAY));
}

/** Applications of 1 April are due on 16 April, ten working days later. */
async function applyAll(running: TestApplication): Promise<void> {
  const scopes = ['access.read', 'access.decide'] as const;
  const office = {
    'X-API-Key': await running.app.get(ApiKeyService).create({ name: '甲局系统', scopes: [...scopes], department: 'a' }, OPERATOR),
  };
  const decide = async (day: string, id: string, step: string, body: object) => {
    setClock(running, at(day));
    await api(running).post(`/api/v1/access-applications/${id}/${step}`).set(office).send(body).expect(200);
  };
  const [onTime, late, , withdrawn, revoked] = [
    await apply(running),
    await apply(running),
    await apply(running),
    await apply(running),
    await apply(running),
  ];
  await decide('2026-04-16', onTime.id, 'approval', { expiresOn: '2026-12-31' });
  await decide('2026-04-16', revoked.id, 'approval', { expiresOn: '2026-12-31' });
  await decide('2026-04-17', late.id, 'rejection', { reason: '用途与数据的使用条件不符' });
  await decide('2026-04-20', revoked.id, 'revocation', { reason: '违反数据的使用条件' });
  await api(running).delete('/api/v1/data-keys/current').set(withdrawn.key).expect(204);
  setClock(running, at(TODAY));
  await apply(running);
}

/** Questions of 1 April are due on 16 April, ten working days later. */
async function askAll(running: TestApplication): Promise<void> {
  const scopes = ['feedback.read', 'feedback.answer'] as const;
  const office = {
    'X-API-Key': await running.app.get(ApiKeyService).create({ name: '甲局答复', scopes: [...scopes], department: 'a' }, OPERATOR),
  };
  const ask = async (day: string): Promise<string> => {
    setClock(running, at(day));
    const said = { kind: 'question', text: '换乘的次数怎样计算？请说明口径。' };
    const { body } = await api(running).post('/api/v1/records/asked/feedback').send(said).expect(201);
    return (body as { number: string }).number.split('-')[2]!;
  };
  const answer = async (day: string, id: string, step: string, body: object) => {
    setClock(running, at(day));
    await api(running).post(`/api/v1/feedback-cases/${id}/${step}`).set(office).send(body).expect(200);
  };
  const [onTime, late] = [await ask('2026-04-01'), await ask('2026-04-01')];
  await ask('2026-04-01');
  await answer('2026-04-16', onTime, 'answer', { answer: '按刷卡记录计算。', publish: true });
  await answer('2026-04-17', late, 'refusal', { reason: '与上一件相同。' });
  await ask(TODAY);
}

async function apply(running: TestApplication): Promise<{ id: string; key: Record<string, string> }> {
  await running.query('DELETE FROM data_key_issue');
  const made = await api(running).post('/api/v1/data-keys').send({ application: '应用' }).expect(201);
  const key = { 'X-API-Key': (made.body as { key: string }).key };
  const asked = {
    organisation: '岚川大学',
    contact: 'lab@example.edu.cn',
    purpose: '研究公交线网的换乘效率',
    months: 6,
    acceptsTerms: true,
  };
  const { body } = await api(running).post('/api/v1/datasets/asked/access-applications').set(key).send(asked).expect(201);
  return { id: (body as { id: string }).id, key };
}
