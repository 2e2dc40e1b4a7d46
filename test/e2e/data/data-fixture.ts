import request from 'supertest';
import type { TestApplication } from '../../support/test-application.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';

/** A dataset with these files attached, as an import brings them. */
export function datasetWith(identifier: string, files: readonly string[], fields: object = {}): object {
  return {
    kind: 'dataset',
    identifier,
    title: `数据 ${identifier}`,
    abstract: '测试用的数据',
    openness: '无条件开放',
    resources: files.map((path) => ({ title: path, path })),
    ...fields,
  };
}

/** Publishes datasets with their files and makes their tables. */
export async function publishTables(
  running: TestApplication,
  datasets: readonly object[],
  files: Record<string, string | Buffer>,
): Promise<void> {
  const { rejected } = await importContent(running, jsonLines(...datasets), files);
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  await convertAll(running);
}

/** Makes everything that is waiting: what the background does. */
export async function convertAll({ app }: TestApplication): Promise<void> {
  await app.get(OutboxDispatcher).drain();
  await app.get(Jobs).runPending();
}

export const api = ({ app }: TestApplication) => request(app.getHttpServer());
