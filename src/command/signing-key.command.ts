import type { Command } from 'commander';
import { AuditRepository, entryWithoutRevision } from '../modules/audit/index.js';
import { OPERATOR } from '../modules/identity/index.js';
import { SigningKeys } from '../modules/platform/signing/index.js';
import { runCommand } from './command.js';

/** `haozhao signing-key list|rotate` */
export function addSigningKeyCommand(program: Command): void {
  const key = program.command('signing-key').description('keys that revisions and the audit log are signed with');
  key
    .command('list')
    .description('ids, algorithms and dates')
    .action(() =>
      runCommand(async ({ app }) => {
        for (const { id, algorithm, createdAt, retiredAt } of await app.get(SigningKeys).publicKeys())
          process.stdout.write(
            `${id}\t${algorithm}\t${createdAt.toISOString()}\t${retiredAt ? `retired ${retiredAt.toISOString()}` : 'current'}\n`,
          );
        return 0;
      }),
    );
  key
    .command('rotate')
    .description('sign with a new key from now on; what the old one signed stays verifiable')
    .action(() =>
      runCommand(async ({ app }) => {
        const id = await app.get(SigningKeys).rotate();
        const event = { actor: OPERATOR.name, action: 'signingKey.rotated', objectType: 'signingKey', objectId: id };
        await app.get(AuditRepository).note(entryWithoutRevision(event));
        process.stdout.write(`${id}\n`);
        return 0;
      }),
    );
}
