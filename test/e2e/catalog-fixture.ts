import request from 'supertest';
import { ApiKeyService, OPERATOR } from '../../src/modules/identity/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

/** An application with a small catalog: documents of three issuers that refer to each other, and datasets of the same departments. */
export interface CatalogFixture extends TestApplication {
  /** Value of the Authorization header of a writer. */
  authorization: string;
  http: ReturnType<typeof request>;
}

const DEPARTMENTS = ['澜川市住房公积金管理中心', '澜川市财政局', '澜川市民政局'];

/** Starts it; `records` documents and as many datasets. */
export async function startCatalog(records = 0): Promise<CatalogFixture> {
  const running = await createTestApplication();
  const authorization = `Bearer ${await running.app.get(ApiKeyService).create({ name: 'test', scopes: ['record.publishDirectly', 'search.explain', 'bestBet.write'] }, OPERATOR)}`;
  const http = request(running.app.getHttpServer());
  for (let number = 0; number < records; number++) {
    await http.post('/api/v1/documents').set('Authorization', authorization).send(documentOf(number)).expect(201);
    await http.post('/api/v1/datasets').set('Authorization', authorization).send(datasetOf(number)).expect(201);
  }
  await running.app.get(OutboxDispatcher).drain();
  return { ...running, authorization, http };
}

/** A document jointly issued by two departments, based on the one before. */
export function documentOf(number: number): object {
  return {
    identifier: `zf-${number}`,
    title: `关于住房公积金贷款的第${number}号通知`,
    issuer: [DEPARTMENTS[number % 3], DEPARTMENTS[(number + 1) % 3]],
    body: `各单位：现将第${number}号事项通知如下。`,
    relations: number > 0 ? [{ type: 'basedOn', target: `zf-${number - 1}` }] : [],
  };
}

/** A dataset of one department. */
export function datasetOf(number: number): object {
  return { identifier: `sj-${number}`, title: `住房公积金贷款发放情况（${number}）`, provider: DEPARTMENTS[number % 3], formats: ['csv'] };
}
