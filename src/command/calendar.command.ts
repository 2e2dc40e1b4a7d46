import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CalendarService, WorkYearInput } from '../modules/catalog/index.js';
import { OPERATOR } from '../modules/identity/index.js';
import { AppError } from '../modules/kernel/app-error.js';
import { validate } from '../modules/kernel/field/index.js';
import { runCommand } from './command.js';

/** `haozhao calendar load` */
export function addCalendarCommand(program: Command): void {
  program
    .command('calendar')
    .description('the working-day calendar by which legal periods are counted')
    .command('load')
    .description('load the holidays of a year from JSON {year, source, off, work} and count running periods anew')
    .argument('<file>')
    .option('--force', 'also when it has clearly too few days, or make-up days that are no weekend')
    .action((file: string, { force }: { force?: boolean }) =>
      runCommand(async ({ app }) => {
        const { year, ...given } = await read(file);
        const loaded = await app
          .get(CalendarService)
          .load(Number(year), validate(WorkYearInput, force ? { ...given, force } : given), { actor: OPERATOR, requestId: null });
        process.stdout.write(
          loaded.changed ? `${loaded.year} loaded; ${loaded.moved} due days moved\n` : `${loaded.year} is loaded already\n`,
        );
        return 0;
      }),
    );
}

/** @throws AppError when it cannot be read or is no JSON object */
async function read(file: string): Promise<Record<string, unknown>> {
  const unreadable = (why: string) =>
    new AppError('VALIDATION_FAILED', `不能使用“${file}”：${why}。`, { english: `${file} cannot be used.` });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unreadable(`读不到（${error.code}）`);
  });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    throw unreadable('不是有效的 JSON');
  }
  throw unreadable('应为一个 JSON 对象，有 year、source、off、work');
}
