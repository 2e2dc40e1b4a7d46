import { fileURLToPath } from 'node:url';
import { RecordImporter } from '../../../src/modules/catalog/index.js';
import { DepartmentService, readDepartments } from '../../../src/modules/department/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const at = (name: string) => fileURLToPath(new URL(`../../../samples/data/${name}`, import.meta.url));

/** The records of the bundled catalog and their index, without files and tables; it listens on a free port. */
export async function createRecordsApplication(): Promise<TestApplication> {
  const running = await createTestApplication();
  const { app } = running;
  await app.get(DepartmentService).register(readDepartments(at('departments.jsonl')));
  for (const name of ['datasets', 'documents'])
    await app.get(RecordImporter).import(at(`${name}.jsonl`), { context: { actor: 'test', requestId: null } });
  await app.get(OutboxDispatcher).drain();
  await app.listen(0, '127.0.0.1');
  return running;
}
