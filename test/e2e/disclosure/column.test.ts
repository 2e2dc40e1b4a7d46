import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntryPlacer } from '../../../src/modules/disclosure/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { RecordImporter } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const SLJ = {
  code: 'slj',
  name: '澜川市水务局',
  region: '680700',
  contact: { unit: '办公室', address: '望江路 8 号', hours: '工作日 9:00—17:00', phone: '0600-5550101' },
  duties: '负责水资源管理。',
  leaders: '局长：沈某某',
  internalUnits: '办公室',
};
const ZF = { code: 'zf', name: '石门乡人民政府', region: '680722201' };
const document = (identifier: string, title: string, more: object = {}) => ({
  kind: 'document',
  identifier,
  title,
  issuer: ['澜川市水务局'],
  publishedOn: '2024-01-10',
  publicity: '主动公开',
  ...more,
});
const DOCUMENTS = [
  document('r21', '澜川市水务局2021年政府信息公开工作年度报告', { article20Code: 'A20_15', publishedOn: '2022-01-10' }),
  document('r23', '澜川市水务局2023年政府信息公开工作年度报告', { article20Code: 'A20_15', publishedOn: '2024-01-12' }),
  document('norm', '澜川市节约用水办法', { documentType: '行政规范性文件', publishedOn: '2023-05-01' }),
  document('norm-old', '澜川市取水管理办法', { article20Code: 'A20_08', validity: '废止', publishedOn: '2015-05-01' }),
  document('joint', '关于联合执法的通告', { issuer: ['澜川市水务局', '石门乡人民政府'], article20Code: 'A20_13' }),
  document('rules', '澜川市水务局关于印发政府信息公开工作制度的通知'),
  document('plain', '关于做好防汛工作的通知'),
  document('asked', '内部会议纪要', { article20Code: 'A20_01', publicity: '依申请公开' }),
  document('land', '石门乡土地征收公告', { issuer: ['石门乡人民政府'], article20Code: 'A21_T5' }),
];

let running: TestApplication;
const get = (address: string) => request(running.app.getHttpServer()).get(address);
const bring = async (records: object[]) => {
  const file = path.join(running.config.dataDir, 'documents.jsonl');
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  await running.app.get(RecordImporter).import(file, { context: { actor: 'test', requestId: null } });
  await running.app.get(OutboxDispatcher).drain();
};
interface Block {
  block: string;
  count: number;
  url: string;
  items: { code: string; count: number; current: number }[];
  years: { year: number | null; count: number }[];
}
interface Column {
  blocks: Block[];
  unclassified: Block;
  coverage: { applicable: number; covered: number; missing: string[] };
}
const column = async (department = '') =>
  (await get(`/api/v1/disclosure${department && `?department=${department}`}`).expect(200)).body as Column;
const listed = async (place: string) => {
  const { body } = await get(`/api/v1/disclosure/${place}`).expect(200);
  return (body as { entries: { identifier: string }[] }).entries.map(({ identifier }) => identifier);
};

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.init();
  await running.app.get(DepartmentService).register([SLJ, ZF]);
  await bring(DOCUMENTS);
});
afterAll(() => running.close());

describe('the column', () => {
  it('counts what stands in each block, of all and of one department', async () => {
    const all = await column();
    expect(all.blocks.map(({ block, count }) => [block, count])).toEqual([
      ['guide', 0],
      ['rules', 1],
      ['statutory', 4],
      ['annual-reports', 2],
    ]);
    expect(all.unclassified.count).toBe(1);
    const own = await column('zf');
    expect(own.blocks[2]).toMatchObject({ count: 2, url: '/disclosure/statutory?department=zf' });
  });

  it('has the items of Art. 20, and of Art. 21 those of its level', async () => {
    const codes = async (department: string) => (await column(department)).blocks[2]!.items.map(({ code }) => code);
    const [city, township] = [await codes('slj'), await codes('zf')];
    expect(city.filter((code) => code.startsWith('A20_'))).toHaveLength(15);
    expect(city.filter((code) => code.startsWith('A21_'))).toHaveLength(7);
    expect(township.filter((code) => code.startsWith('A21_T'))).toHaveLength(8);
    expect(township).not.toContain('A21_C1');
  });

  it('tells which items have nothing in force; a full profile covers the second', async () => {
    const { coverage, blocks } = await column('slj');
    // 01 by its type, 02 by the profile, 13 declared, 15 by the reports; 08 has only what was repealed.
    expect(coverage).toMatchObject({ applicable: 22, covered: 4 });
    expect(coverage.missing).toContain('A20_08');
    expect(coverage.missing).not.toContain('A20_02');
    expect(blocks[2]!.items.find(({ code }) => code === 'A20_08')).toMatchObject({ count: 1, current: 0 });
    expect((await column('zf')).coverage.missing).toContain('A20_02');
  });

  it('has annual reports by year', async () => {
    const { years } = (await column('slj')).blocks[3]!;
    expect(years).toEqual([
      { year: 2023, count: 1, url: '/disclosure/annual-reports?department=slj&year=2023' },
      { year: 2021, count: 1, url: '/disclosure/annual-reports?department=slj&year=2021' },
    ]);
  });

  it('says the same by GraphQL', async () => {
    const query = `{ disclosure(department: "slj") { title coverage { covered missing } blocks { block count items { code count } } }
      disclosureBlock(block: "annual-reports", year: 2021) { total entries { identifier year departmentName } } }`;
    const { body } = await request(running.app.getHttpServer()).post('/graphql').send({ query }).expect(200);
    const rest = await column('slj');
    expect(body).toMatchObject({
      data: {
        disclosure: { title: '政府信息公开', coverage: { covered: rest.coverage.covered, missing: rest.coverage.missing } },
        disclosureBlock: { total: 1, entries: [{ identifier: 'r21', year: 2021, departmentName: '澜川市水务局' }] },
      },
    });
  });
});

it('departments say their duties, leaders and internal units by REST and GraphQL', async () => {
  const said = { duties: SLJ.duties, leaders: SLJ.leaders, internalUnits: SLJ.internalUnits };
  expect((await get('/api/v1/departments/slj').expect(200)).body).toMatchObject(said);
  const query = '{ department(code: "slj") { duties leaders internalUnits } }';
  const { body } = await request(running.app.getHttpServer()).post('/graphql').send({ query }).expect(200);
  expect(body).toEqual({ data: { department: said } });
});

describe('lists', () => {
  it.each([
    ['annual-reports', ['r23', 'r21']],
    ['annual-reports?year=2021', ['r21']],
    ['rules', ['rules']],
    ['statutory', ['land', 'joint', 'norm', 'norm-old']],
    ['statutory?item=A20_01', ['norm']],
    ['statutory?item=A20_15', []],
    ['statutory?department=zf', ['land', 'joint']],
    ['statutory?department=slj&limit=1&offset=1', ['norm']],
    ['guide', []],
    ['unclassified', ['plain']],
  ])('%s: %j', async (place, identifiers) => {
    expect(await listed(place)).toEqual(identifiers);
  });

  it('answers 304 to whoever has it', async () => {
    const { headers } = await get('/api/v1/disclosure/rules').expect(200);
    await get('/api/v1/disclosure/rules').set('If-None-Match', headers['etag']!).expect(304);
  });

  it.each([
    ['/api/v1/disclosure/other', 404, '没有名为“other”的栏目'],
    ['/api/v1/disclosure/statutory?item=A20_77', 404, 'A20_77'],
    ['/api/v1/disclosure/rules?item=A20_01', 400, '参数 item 只能用于 statutory'],
    ['/api/v1/disclosure/rules?year=2021', 400, '参数 year 只能用于 annual-reports'],
    ['/api/v1/disclosure?department=nobody', 404, 'nobody'],
    ['/api/v1/disclosure?departement=slj', 400, 'department'],
    ['/api/v1/disclosure/statutory?limit=1000', 400, 'limit'],
  ])('%s: %i %s', async (address, status, words) => {
    const { body } = await get(address).expect(status);
    expect(JSON.stringify(body)).toContain(words);
  });
});

describe('the guide', () => {
  it('is written from the catalog, says so, and tells what is lacking', async () => {
    const { body } = await get('/api/v1/disclosure/guide?department=slj').expect(200);
    const { guide, total } = body as {
      total: number;
      guide: { generated: boolean; generatedOn: string; contact: object[]; lacking: string[] };
    };
    expect(total).toBe(0);
    expect(guide).toMatchObject({ title: '澜川市水务局政府信息公开指南', generated: true, lacking: ['传真', '互联网联系方式'] });
    expect(guide.generatedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(guide.contact).toContainEqual({ label: '办公地址', text: '望江路 8 号' });
    expect(JSON.stringify(guide)).toContain('行政法规、规章和规范性文件（1 份）');
  });

  it('gives way to the department’s own', async () => {
    await bring([document('guide', '澜川市水务局政府信息公开指南（2024年版）')]);
    const { body } = await get('/api/v1/disclosure/guide?department=slj').expect(200);
    expect(body).toMatchObject({ total: 1, guide: null, entries: [{ identifier: 'guide', basis: 'title' }] });
  });
});

describe('keeping in step', () => {
  it('moves a document that is classified later, and takes out one that is withdrawn', async () => {
    await bring([document('plain', '关于做好防汛工作的通知', { article20Code: 'A20_12' })]);
    expect(await listed('statutory?item=A20_12')).toEqual(['plain']);
    expect(await listed('unclassified')).toEqual([]);
  });

  it('places what is missing or was placed by older rules, once', async () => {
    await running.query('DELETE FROM disclosure_entry WHERE item IS NOT NULL');
    await running.query('UPDATE disclosure_entry SET rules = 0, block = NULL');
    expect(await listed('statutory')).toEqual([]);
    const placer = running.app.get(EntryPlacer);
    expect(await placer.catchUp()).toBe(DOCUMENTS.length + 1);
    expect(await placer.catchUp()).toBe(0);
    expect(await listed('annual-reports')).toEqual(['r23', 'r21']);
  });
});
