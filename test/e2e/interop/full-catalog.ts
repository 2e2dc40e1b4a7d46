import request from 'supertest';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Config } from '../../../src/modules/platform/config/index.js';

/** A dataset that says everything that a dataset can say. */
export const FULL_DATASET = {
  identifier: 'full-ds',
  title: '住房公积金贷款发放“明细” <b>&',
  abstract: '各区县按月发放的贷款笔数和金额。\n含首套、二套。',
  keywords: ['公积金', '贷款', 'a,b'],
  topic: '城乡建设、环境保护',
  region: '江苏省泰州市',
  publishedOn: '2024-03-05',
  modifiedOn: '2025-11',
  sourceUrl: 'https://example.gov.cn/a?b=1&c=2',
  classPath: ['部门信息资源', '市级', '住房公积金'],
  resourceCode: '307001000/000012',
  provider: '泰州市住房公积金管理中心',
  formatClass: '电子表格',
  formats: ['csv', 'xlsx'],
  items: [
    { name: '区县', type: 'C', length: '20', description: '名称' },
    { name: '金额', type: 'N', length: '12,2', description: '单位：万元' },
  ],
  shareType: '有条件共享',
  shareCondition: '履行职责需要',
  shareMode: '文件下载',
  openness: '无条件开放',
  openCondition: '注明来源',
  updateCycle: '每月',
  relatedCodes: ['307001000/000013'],
  resources: [
    { title: '明细.csv', url: 'https://example.gov.cn/mx.csv', format: 'csv', description: '逐笔', byteSize: 1234 },
    { title: '接口', url: 'https://example.gov.cn/api', format: 'json' },
  ],
  license: '知识共享 署名 4.0',
  sourceSystem: '公积金业务系统',
  dataGrade: '一般数据',
  contact: { unit: '信息科', phone: '0523-1234567', email: 'gjj@example.gov.cn' },
  spatial: '泰州市全域',
  temporal: { start: '2020-01-01', end: '2024-12-31' },
  rowCount: 1200,
  nextUpdateDue: '2025-12-10',
  relations: [{ type: 'relatesTo', target: 'full-doc' }],
};

/** A document that says everything that a document can say. */
export const FULL_DOCUMENT = {
  identifier: 'full-doc',
  title: '关于调整住房公积金缴存基数的通知',
  abstract: '自2024年7月1日起执行。',
  keywords: ['缴存基数'],
  topic: '综合政务\\政务公开',
  region: '江苏省泰州市',
  publishedOn: '2024-06-20',
  modifiedOn: '2024-06-21',
  sourceUrl: 'https://example.gov.cn/doc.html',
  indexNumber: '014317718/2024-00012',
  documentNumber: '泰政发〔2024〕12号',
  issuer: ['泰州市人民政府', '泰州市住房公积金管理中心'],
  writtenOn: '2024-06-18',
  effectiveOn: '2024-07-01',
  expiresOn: '2029-06-30',
  repealedOn: '2028-01-01',
  documentType: '通知',
  validity: '现行有效',
  legislationType: '行政规范性文件',
  publicity: '主动公开',
  article20Code: 'A20_01',
  assembly: '政策文件',
  audience: ['citizen', 'enterprise'],
  body: '各区县：\n现将有关事项通知如下。',
  attachments: [{ title: '附件1.pdf', url: 'https://example.gov.cn/1.pdf', format: 'pdf' }],
  relations: [],
};

/** An application with these two records, and with as many plain datasets as asked for; its server listens on a port of its own. */
export interface FullCatalog extends TestApplication {
  /** Absolute address of the site. */
  url: string;
  authorization: string;
  http: ReturnType<typeof request>;
  publish: (kind: 'dataset' | 'document', record: object) => Promise<void>;
  withdraw: (kind: 'dataset' | 'document', identifier: string, reason: string) => Promise<void>;
}

/** Starts it. */
export async function startFullCatalog(settings: Partial<Config> = {}): Promise<FullCatalog> {
  const running = await createTestApplication({ port: 0, ...settings });
  await running.app.listen(0, '127.0.0.1');
  const url = (await running.app.getUrl()).replace('[::1]', '127.0.0.1');
  const authorization = `Bearer ${await running.app.get(ApiKeyService).create({ name: 'test', scopes: ['record.publishDirectly'] }, OPERATOR)}`;
  const http = request(running.app.getHttpServer());
  const drain = () => running.app.get(OutboxDispatcher).drain();
  const publish = async (kind: string, record: object) => {
    await http.post(`/api/v1/${kind}s`).set('Authorization', authorization).send(record).expect(201);
    await drain();
  };
  const withdraw = async (kind: string, identifier: string, reason: string) => {
    const address = `/api/v1/${kind}s/${encodeURIComponent(identifier)}`;
    const { headers } = await http.get(address).expect(200);
    const answer = await http.delete(address).set('Authorization', authorization).set('If-Match', String(headers.etag)).query({ reason });
    if (answer.status !== 200 && answer.status !== 204) throw new Error(`not withdrawn: ${answer.text}`);
    await drain();
  };
  await publish('document', FULL_DOCUMENT);
  await publish('dataset', FULL_DATASET);
  return { ...running, url, authorization, http, publish, withdraw };
}
