import type { Command } from 'commander';
import { ApiKeyService } from '../modules/identity/index.js';
import { OPERATOR, runCommand } from './command.js';

/** `haozhao key create|list|revoke` */
export function addKeyCommand(program: Command): void {
  const key = program.command('key').description('API keys for writing');
  key
    .command('create')
    .description('make a key and print it, this once')
    .requiredOption('--name <name>', 'who will use it; stands in the audit log')
    .action(({ name }: { name: string }) =>
      runCommand(async ({ app }) => {
        process.stdout.write(`${await app.get(ApiKeyService).create(name, { name: OPERATOR })}\n`);
        process.stderr.write('请妥善保存：密钥只显示这一次。\n');
        return 0;
      }),
    );
  key
    .command('list')
    .description('names, first characters and dates of all keys')
    .action(() =>
      runCommand(async ({ app }) => {
        for (const { name, prefix, createdAt, lastUsedAt, revokedAt } of await app.get(ApiKeyService).list()) {
          const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : lastUsedAt ? `used ${lastUsedAt.toISOString()}` : 'never used';
          process.stdout.write(`${name}\t${prefix}…\t${createdAt.toISOString()}\t${state}\n`);
        }
        return 0;
      }),
    );
  key
    .command('revoke')
    .description('revoke every key of a name')
    .argument('<name>')
    .action((name: string) =>
      runCommand(async ({ app }) => {
        const revoked = await app.get(ApiKeyService).revoke(name, { name: OPERATOR });
        process.stdout.write(`${revoked} revoked\n`);
        return revoked > 0 ? 0 : 1;
      }),
    );
}
