import { type Command, Option } from 'commander';
import { RECORD_KINDS, RecordExporter, type RecordKind } from '../modules/catalog/index.js';
import { runCommand } from './command.js';

/** `haozhao export [FILE]` */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write all published records as JSON Lines, their files beside it; - writes to standard output')
    .argument('[file]', 'where to', '-')
    .addOption(new Option('--kind <kind>', 'only this kind').choices(RECORD_KINDS))
    .action((file: string, { kind }: { kind?: RecordKind }) =>
      runCommand(async ({ app }) => {
        const exporter = app.get(RecordExporter);
        const lines = file === '-' ? await exporter.export(process.stdout, kind) : await exporter.exportFile(file, kind);
        process.stderr.write(`${lines} records\n`);
        return 0;
      }),
    );
}
