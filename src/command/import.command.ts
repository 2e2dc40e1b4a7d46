import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { type ImportTally, RecordImporter } from '../modules/catalog/index.js';
import { AppError } from '../modules/kernel/app-error.js';
import { OutboxDispatcher } from '../modules/platform/outbox/index.js';
import { OPERATOR } from '../modules/identity/index.js';
import { type CommandContext, runCommand } from './command.js';
import { progressOf } from './progress.js';

/** `haozhao import FILE…` */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('load records from JSON Lines, plain or gzip; - reads standard input')
    .argument('<file...>')
    .action((files: string[]) => runCommand((context) => importFiles(files, context)));
}

async function importFiles(files: string[], { app, signal }: CommandContext): Promise<number> {
  const missing = files.find((file) => file !== '-' && !existsSync(file));
  if (missing) throw new AppError('NOT_FOUND', `没有文件“${missing}”，请检查路径。`);
  const total = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const file of files) {
    if (signal.aborted) break;
    const tally = await importFile(file, app.get(RecordImporter), signal);
    for (const name of ['created', 'updated', 'unchanged', 'rejected'] as const) total[name] += tally[name];
    for (const line of tally.report()) process.stderr.write(`${line}\n`);
    if (tally.rejected > 0) process.stderr.write(`${tally.rejected} 行未导入，原因见 ${rejectedFileOf(file)}\n`);
  }
  if (!signal.aborted) await index(app.get(OutboxDispatcher), total.created + total.updated);
  process.stdout.write(`${total.created} created, ${total.updated} updated, ${total.unchanged} unchanged, ${total.rejected} rejected\n`);
  if (signal.aborted) process.stderr.write('已中断；再次运行同一命令即可继续。\n');
  return total.rejected > 0 || signal.aborted ? 1 : 0;
}

const rejectedFileOf = (file: string) => (file === '-' ? 'stdin.rejected.jsonl' : `${file}.rejected.jsonl`);

async function importFile(file: string, importer: RecordImporter, signal: AbortSignal): Promise<ImportTally> {
  const bar = progressOf('导入', file === '-' ? 0 : (await stat(file)).size);
  try {
    return await importer.import(file, {
      context: { actor: OPERATOR.name, requestId: null },
      rejectedFile: rejectedFileOf(file),
      progress: (bytes, tally) => bar.update(bytes, `${tally.handled} 条`),
      signal,
    });
  } finally {
    bar.stop();
  }
}

async function index(dispatcher: OutboxDispatcher, expected: number): Promise<void> {
  const bar = progressOf('索引', expected);
  let done = 0;
  try {
    await dispatcher.drain((handled) => bar.update((done += handled), `${done} 条`));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'UNAVAILABLE')) throw error;
    process.stderr.write('记录都已保存；检索服务暂时不可用，恢复后会自动编入索引。\n');
  } finally {
    bar.stop();
  }
}
