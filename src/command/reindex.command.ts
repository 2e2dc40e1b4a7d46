import type { Command } from 'commander';
import { RecordReader } from '../modules/catalog/index.js';
import { SearchIndexer } from '../modules/search/index.js';
import { runCommand } from './command.js';
import { progressOf } from './progress.js';

/** `haozhao reindex` */
export function addReindexCommand(program: Command): void {
  program
    .command('reindex')
    .description('build the search index anew beside the live one and switch to it')
    .action(() =>
      runCommand(async ({ app }) => {
        const bar = progressOf('索引', await app.get(RecordReader).count());
        const entries = await app.get(SearchIndexer).reindex((done) => bar.update(done, `${done} 条`));
        bar.stop();
        process.stdout.write(`${entries} indexed\n`);
        return 0;
      }),
    );
}
