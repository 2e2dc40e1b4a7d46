#!/usr/bin/env node
import { Command } from 'commander';
import { addGetCommand } from './command/get.command.js';
import { addRowsCommand } from './command/rows.command.js';
import { addSearchCommand } from './command/search.command.js';

/** Commands that ask another instance. */
const REMOTE_COMMANDS = { search: addSearchCommand, get: addGetCommand, rows: addRowsCommand };

/** The command line of the catalog; each command lives in a file of its own. */
export async function createProgram(wanted: string | undefined): Promise<Command> {
  const program = new Command('haozhao').description('好找: catalog of government information, disclosure and open data');
  // What asks another instance needs none of the application, which takes a while to load.
  const alone = wanted !== undefined && Object.hasOwn(REMOTE_COMMANDS, wanted);
  const local = alone ? [] : (await import('./command/local-commands.js')).LOCAL_COMMANDS;
  for (const add of [...local, ...Object.values(REMOTE_COMMANDS)]) add(program);
  return program;
}

await (await createProgram(process.argv[2])).parseAsync();
