import type { Command } from 'commander';
import { AccountLinks, AccountService, OPERATOR, type Role, ROLE_LABELS, ROLES } from '../modules/identity/index.js';
import { AppError } from '../modules/kernel/app-error.js';
import { runCommand } from './command.js';

const KEEP = '请妥善转交：口令只显示这一次，首次登录须修改。\n';

/** `haozhao user create|list|grant|revoke|disable|enable|unlock|reset-password|reset-second-factor|link|unlink` */
export function addUserCommand(program: Command): void {
  const user = program.command('user').description('accounts of people: open, equip, recover, close');
  user
    .command('create')
    .description('open an account without roles and print its first password, this once')
    .argument('<name>')
    .requiredOption('--person <name>', 'whose account it is')
    .option('--email <address>', 'where notices go')
    .action((name: string, { person, email }: { person: string; email?: string }) =>
      withAccounts(async (accounts) => {
        const { password } = await accounts.create({ name, personName: person, email: email ?? null }, OPERATOR);
        process.stdout.write(`${password}\n`);
        process.stderr.write(KEEP);
      }),
    );
  user
    .command('list')
    .description('accounts with their roles')
    .action(() =>
      withAccounts(async (accounts) => {
        for (const { name, personName, grants, totpSecret, disabledAt } of await accounts.list(OPERATOR, undefined)) {
          const roles = grants.map(({ role, department }) => (department ? `${role}@${department}` : role)).join(',') || '-';
          process.stdout.write(
            `${name}\t${personName}\t${roles}\t${totpSecret ? 'second factor' : '-'}\t${disabledAt ? 'disabled' : 'active'}\n`,
          );
        }
      }),
    );
  const roles = ROLES.map((role) => `${role}（${ROLE_LABELS[role]}）`).join('、');
  for (const action of ['grant', 'revoke'] as const)
    user
      .command(action)
      .description(action === 'grant' ? 'give a role' : 'take a role away')
      .argument('<name>')
      .argument('<role>', roles)
      .option('--department <code>', 'department of the role; roles of the platform have none')
      .action((name: string, role: string, { department }: { department?: string }) =>
        withAccounts((accounts) => accounts[action](name, { role: roleOf(role), department: department ?? null }, OPERATOR)),
      );
  const steps = {
    disable: ['shut an account out at once', (accounts: AccountService, name: string) => accounts.disable(name, OPERATOR)],
    enable: ['let it in again', (accounts: AccountService, name: string) => accounts.enable(name, OPERATOR)],
    unlock: ['lift the lock after wrong passwords', (accounts: AccountService, name: string) => accounts.unlock(name, OPERATOR)],
    'reset-second-factor': [
      'for a lost phone: the next sign-in sets it up anew',
      (accounts: AccountService, name: string) => accounts.resetSecondFactor(name, OPERATOR),
    ],
  } as const;
  for (const [step, [description, work]] of Object.entries(steps))
    user
      .command(step)
      .description(description)
      .argument('<name>')
      .action((name: string) => withAccounts((accounts) => work(accounts, name)));
  user
    .command('reset-password')
    .description('a new first password, printed this once')
    .argument('<name>')
    .action((name: string) =>
      withAccounts(async (accounts) => {
        process.stdout.write(`${(await accounts.resetPassword(name, OPERATOR)).password}\n`);
        process.stderr.write(KEEP);
      }),
    );
  user
    .command('link')
    .description('let somebody at the OpenID Connect provider sign in to an account')
    .argument('<name>')
    .argument('<subject>', 'the `sub` by which the provider of OIDC_ISSUER knows the person')
    .action((name: string, subject: string) => withLinks((links) => links.link(name, subject, OPERATOR)));
  user
    .command('unlink')
    .description('end that; sessions of the account end too')
    .argument('<name>')
    .action((name: string) => withLinks((links) => links.unlink(name, OPERATOR)));
}

function withLinks(work: (links: AccountLinks) => Promise<void>): Promise<void> {
  return runCommand(async ({ app }) => {
    await work(app.get(AccountLinks));
    return 0;
  });
}

function withAccounts(work: (accounts: AccountService) => Promise<void>): Promise<void> {
  return runCommand(async ({ app }) => {
    await work(app.get(AccountService));
    return 0;
  });
}

function roleOf(given: string): Role {
  const found = ROLES.find((role) => role === given || ROLE_LABELS[role] === given);
  if (!found)
    throw new AppError('VALIDATION_FAILED', `没有角色“${given}”，可用的有：${ROLES.join('、')}。`, { english: `Unknown role ${given}.` });
  return found;
}
