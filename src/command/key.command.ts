import type { Command } from 'commander';
import { ApiKeyService, keyableOperations, OPERATOR } from '../modules/identity/index.js';
import { runCommand } from './command.js';

/** What a key can do unless told: write what is reviewed elsewhere, look into scores, set best bets. */
const USUAL = 'record.publishDirectly,search.explain,bestBet.write';

interface KeyOptions {
  name: string;
  scopes: string;
  department?: string;
  owner?: string;
  expires?: string;
}

/** `haozhao key create|list|rotate|revoke` */
export function addKeyCommand(program: Command): void {
  const key = program.command('key').description('API keys for writing');
  key
    .command('create')
    .description('make a key and print it, this once')
    .requiredOption('--name <name>', 'who will use it; stands in the audit log')
    .option('--scopes <operations>', `what it may do, separated by commas: ${keyableOperations.join(', ')}`, USUAL)
    .option('--department <code>', 'department it works for')
    .option('--owner <account>', 'person it acts for, with the roles that person has; without one it has every role of its place')
    .option('--expires <date>', 'last day it is good for, YYYY-MM-DD')
    .action(({ name, scopes, department, owner, expires }: KeyOptions) =>
      runCommand(async ({ app }) => {
        const expiresAt = expires ? new Date(`${expires}T23:59:59+08:00`) : null;
        const wanted = { name, scopes: scopes.split(',').map((scope) => scope.trim()), department: department ?? null, owner, expiresAt };
        process.stdout.write(`${await app.get(ApiKeyService).create(wanted, OPERATOR)}\n`);
        process.stderr.write('请妥善保存：密钥只显示这一次。\n');
        return 0;
      }),
    );
  key
    .command('list')
    .description('names, first characters and dates of all keys')
    .action(() =>
      runCommand(async ({ app }) => {
        for (const { name, prefix, scopes, createdAt, lastUsedAt, revokedAt } of await app.get(ApiKeyService).list()) {
          const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : lastUsedAt ? `used ${lastUsedAt.toISOString()}` : 'never used';
          process.stdout.write(`${name}\t${prefix}…\t${createdAt.toISOString()}\t${state}\t${scopes.join(',')}\n`);
        }
        return 0;
      }),
    );
  key
    .command('rotate')
    .description('make a new key with the rights of the one of that name; the old one is good for some hours more')
    .argument('<name>')
    .option('--hours <number>', 'how long the old key goes on', '24')
    .action((name: string, { hours }: { hours: string }) =>
      runCommand(async ({ app }) => {
        process.stdout.write(`${await app.get(ApiKeyService).rotate(name, Number(hours), OPERATOR)}\n`);
        return 0;
      }),
    );
  key
    .command('revoke')
    .description('revoke every key of a name')
    .argument('<name>')
    .action((name: string) =>
      runCommand(async ({ app }) => {
        const revoked = await app.get(ApiKeyService).revoke(name, OPERATOR);
        process.stdout.write(`${revoked} revoked\n`);
        return revoked > 0 ? 0 : 1;
      }),
    );
}
