import type { Command } from 'commander';
import { RecordReader } from '../modules/catalog/index.js';
import { SearchIndexer } from '../modules/search/index.js';
import { runCommand } from './command.js';
import { progressOf } from './progress.js';

/** `haozhao reindex [--back]` */
export function addReindexCommand(program: Command): void {
  program
    .command('reindex')
    .description('build the search index anew beside the live one and switch to it')
    .option('--back', 'go back to the index before the last reindex instead (Elasticsearch)')
    .action(({ back }: { back?: boolean }) =>
      runCommand(async ({ app }) => {
        if (back) {
          const done = await app.get(SearchIndexer).goBack();
          process.stdout.write(done ? 'went back to the index before\n' : 'there is no earlier index to go back to\n');
          return done ? 0 : 1;
        }
        const bar = progressOf('索引', await app.get(RecordReader).count());
        const entries = await app.get(SearchIndexer).reindex((done) => bar.update(done, `${done} 条`));
        bar.stop();
        process.stdout.write(`${entries} indexed\n`);
        return 0;
      }),
    );
}
