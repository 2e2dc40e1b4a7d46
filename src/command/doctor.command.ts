import type { Command } from 'commander';
import { type IndexDifference, isEqual, ParkedEntryRepository, SearchIndexer } from '../modules/search/index.js';
import { JobRepository } from '../modules/platform/job/index.js';
import { Mailer } from '../modules/platform/mail/index.js';
import { runCommand } from './command.js';

const MOST_SHOWN = 20;

/** `haozhao doctor [--repair]` */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'compare the search index with the catalog: missing, stale and surplus entries, and records that cannot be indexed; jobs that failed',
    )
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
        await reportJobs(app.get(JobRepository), app.get(Mailer));
        return isEqual(difference) ? 0 : 1;
      }),
    );
}

/** What waits, what was given up and why, and whether there is mail at all. */
async function reportJobs(jobs: JobRepository, mailer: Mailer): Promise<void> {
  const { waiting, failed } = await jobs.count();
  process.stdout.write(`${waiting} jobs waiting, ${failed} given up\n`);
  for (const { name, attempts, lastError } of await jobs.failed(MOST_SHOWN))
    process.stdout.write(`  ${name} after ${attempts} tries: ${lastError}\n`);
  process.stdout.write(mailer.on ? 'mail is on\n' : 'mail is off (SMTP_URL is not set)\n');
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
