import type { Command } from 'commander';
import { type IndexDifference, isEqual, ParkedEntryRepository, SearchIndexer } from '../modules/search/index.js';
import { runCommand } from './command.js';

const MOST_SHOWN = 20;

/** `haozhao doctor [--repair]` */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('compare the search index with the catalog: missing, stale and surplus entries, and records that cannot be indexed')
    .option('--repair', 'bring what differs to what the catalog holds')
    .action(({ repair }: { repair?: boolean }) =>
      runCommand(async ({ app }) => {
        const indexer = app.get(SearchIndexer);
        await indexer.prepare();
        let difference = await indexer.compare();
        process.stdout.write(report(difference));
        if (repair && !isEqual(difference)) {
          await indexer.repair(difference);
          difference = await indexer.compare();
          process.stdout.write(`repaired; now:\n${report(difference)}`);
        }
        const parked = await app.get(ParkedEntryRepository).list();
        process.stdout.write(`${parked.length} parked\n`);
        for (const { identifier, version, reason } of parked.slice(0, MOST_SHOWN))
          process.stdout.write(`  ${identifier} (revision ${version}): ${reason}\n`);
        return isEqual(difference) ? 0 : 1;
      }),
    );
}

function report(difference: IndexDifference): string {
  return (['missing', 'stale', 'surplus'] as const)
    .map((name) => {
      const entries = difference[name];
      const shown = entries.slice(0, MOST_SHOWN).map(({ recordId, version }) => `  record ${recordId} at revision ${version}\n`);
      return `${entries.length} ${name}\n${shown.join('')}`;
    })
    .join('');
}
