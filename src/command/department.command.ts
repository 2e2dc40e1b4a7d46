import type { Command } from 'commander';
import { DepartmentService, readDepartments } from '../modules/department/index.js';
import { runCommand } from './command.js';

/** `haozhao department import FILE` */
export function addDepartmentCommand(program: Command): void {
  program
    .command('department')
    .description('the departments that provide data and issue documents')
    .command('import')
    .description(
      'register departments from JSON Lines: code, name, shortNames, formerNames, creditCode, regionCode, disclosureUnit, phone, email, address, officeHours',
    )
    .argument('<file>')
    .action((file: string) =>
      runCommand(async ({ app }) => {
        const departments = readDepartments(file);
        await app.get(DepartmentService).register(departments);
        process.stdout.write(`${departments.length} registered\n`);
        return 0;
      }),
    );
}
