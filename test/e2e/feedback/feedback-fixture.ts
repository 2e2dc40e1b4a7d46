import request from 'supertest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';
import type { TestApplication } from '../../support/test-application.js';
import { datasetWith } from '../data/data-fixture.js';

export const QUESTION = { kind: 'question', text: '第三季度的里程为什么比第二季度少？' };
export const CORRECTION = { kind: 'correction', text: '三号线的里程写成了三百公里。' };
export const DEMAND = { title: '公共厕所的开放时间', text: '全市公共厕所的位置和开放时间，用来做地图' };

export const api = ({ app }: TestApplication) => request(app.getHttpServer());

/** Everything that came from this place today is forgotten. */
export const forgetOrigins = (running: TestApplication) => running.query('DELETE FROM feedback_origin');

/** Two departments, a dataset and a document of the first, and a dataset that names nobody; programs of both that read and answer. */
export async function openDepartments(running: TestApplication): Promise<Record<'a' | 'b' | 'readsA', Record<string, string>>> {
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true, contact: { unit: '甲局办公室', phone: '0512-11112222' } },
    { code: 'b', name: '乙局', registered: true },
  ]);
  const document = {
    kind: 'document',
    identifier: 'notice',
    title: '关于线路的通知',
    abstract: '线路',
    issuer: ['甲局'],
    writtenOn: '2026-01-05',
    publicity: '主动公开',
    documentType: '通知',
    body: '线路调整。',
  };
  const { rejected } = await importContent(
    running,
    jsonLines(datasetWith('lines', [], { provider: '甲局', title: '公交线路' }), datasetWith('nobodys', []), document),
    {},
  );
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  const keys = running.app.get(ApiKeyService);
  const keyOf = async (name: string, department: string, scopes: ('feedback.read' | 'feedback.answer')[]) => ({
    Authorization: `Bearer ${await keys.create({ name, scopes, department }, OPERATOR)}`,
  });
  return {
    a: await keyOf('甲局系统', 'a', ['feedback.read', 'feedback.answer']),
    b: await keyOf('乙局系统', 'b', ['feedback.read', 'feedback.answer']),
    readsA: await keyOf('甲局看板', 'a', ['feedback.read']),
  };
}
