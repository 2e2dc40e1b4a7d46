import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditRepository } from '../../../src/modules/audit/index.js';
import { DatasetInput, RecordWriter } from '../../../src/modules/catalog/index.js';
import { validate } from '../../../src/modules/kernel/field/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const context = { actor: 'test', requestId: null };
const dataset = (identifier: string, title: string) => ({ kind: 'dataset' as const, input: validate(DatasetInput, { identifier, title }) });

let running: TestApplication;
let writer: RecordWriter;
beforeAll(async () => {
  running = await createTestApplication();
  writer = running.app.get(RecordWriter);
});
afterAll(() => running.close());

const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as { code?: string }).code)).sort();

describe('Writers at the same time', () => {
  it('let exactly one of 20 create an identifier', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, number) => writer.create(dataset('same', `第${number}个`), context)),
    );
    expect(codes(results)).toEqual([...Array<string>(19).fill('CONFLICT'), 'ok']);
    expect(await running.query(`SELECT revision FROM record WHERE identifier = 'same'`)).toEqual([{ revision: 1 }]);
  });
});
