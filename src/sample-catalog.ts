import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditRepository, entryWithoutRevision } from './modules/audit/index.js';
import { RecordImporter, RecordReader } from './modules/catalog/index.js';
import { DepartmentService, readDepartments } from './modules/department/index.js';
import { OutboxDispatcher } from './modules/platform/outbox/index.js';

const FOLDER = new URL('../samples/data/', import.meta.url);
const ACTOR = 'sample';

const event = (action: string) => entryWithoutRevision({ actor: ACTOR, action, objectType: 'catalog', objectId: 'sample' });

/**
 * Loads the bundled catalog of an invented city into a catalog that never held anything. A start that was cut off in the
 * middle is completed by the next; a catalog that somebody else has filled is left alone.
 */
export async function loadSampleCatalog(app: INestApplicationContext, say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const audit = app.get(AuditRepository);
  if (!existsSync(FOLDER) || (await audit.happened('sample.loaded', 'catalog', 'sample'))) return;
  if (!(await audit.happened('sample.started', 'catalog', 'sample'))) {
    if ((await audit.extent()).count > 0 || (await app.get(RecordReader).count()) > 0) return;
    await audit.note(event('sample.started'));
  }
  await app.get(DepartmentService).register(readDepartments(new URL('departments.jsonl', FOLDER)));
  for (const [name, label] of [
    ['datasets', '数据'],
    ['documents', '文件'],
  ] as const) {
    const tally = await app.get(RecordImporter).import(fileURLToPath(new URL(`${name}.jsonl`, FOLDER)), {
      context: { actor: ACTOR, requestId: null },
      signal,
      progress: (_, { handled }) => say(`正在载入示例目录：${label} ${handled} 条`),
    });
    if (signal?.aborted) return;
    if (tally.rejected > 0) throw new Error(`the bundled ${name} hold ${tally.rejected} lines that cannot be imported`);
  }
  await app.get(OutboxDispatcher).caughtUp();
  await audit.note(event('sample.loaded'));
}
