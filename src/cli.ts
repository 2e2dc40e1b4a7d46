#!/usr/bin/env node
import { Command } from 'commander';
import { addCalendarCommand } from './command/calendar.command.js';
import { addDepartmentCommand } from './command/department.command.js';
import { addDoctorCommand } from './command/doctor.command.js';
import { addEvalCommand } from './command/eval.command.js';
import { addExportCommand } from './command/export.command.js';
import { addImportCommand } from './command/import.command.js';
import { addKeyCommand } from './command/key.command.js';
import { addReindexCommand } from './command/reindex.command.js';
import { addSigningKeyCommand } from './command/signing-key.command.js';
import { addUserCommand } from './command/user.command.js';
import { addVerifyCommand } from './command/verify.command.js';

/** The command line of the catalog; each command lives in a file of its own. */
export function createProgram(): Command {
  const program = new Command('haozhao').description('好找: catalog of government information, disclosure and open data');
  for (const add of [
    addImportCommand,
    addExportCommand,
    addDepartmentCommand,
    addCalendarCommand,
    addReindexCommand,
    addDoctorCommand,
    addEvalCommand,
    addKeyCommand,
    addUserCommand,
    addSigningKeyCommand,
    addVerifyCommand,
  ])
    add(program);
  return program;
}

await createProgram().parseAsync();
