import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { embeddedFailure } from './failure.js';
import { program, type Binaries } from './locate-binaries.js';
import { type Account } from './run-as.js';
import { serverEnvironment } from './server-settings.js';

const preferredLocales = ['C.utf8', 'C.UTF-8', 'zh_CN.utf8', 'zh_CN.UTF-8', 'en_US.utf8', 'en_US.UTF-8'];

/**
 * The character classes of the operating system that pg_trgm asks. With plain C it takes no Chinese character for a letter
 * and finds no trigram in Chinese text, silently; so some UTF-8 locale has to be named even under the builtin provider.
 */
export function characterLocale(platform: string, installed: string[]): string {
  if (platform === 'win32') return 'en-US';
  if (platform === 'darwin') return 'en_US.UTF-8';
  return (
    preferredLocales.find((locale) => installed.includes(locale)) ?? installed.find((locale) => /\.utf-?8$/i.test(locale)) ?? 'C.UTF-8'
  );
}

/** The options that make a UTF-8 cluster which sorts by code point the same on every platform. */
export function initdbArguments(cluster: string, passwordFile: string, locale: string): string[] {
  const identity = ['-D', cluster, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256'];
  const text = [
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${locale}`,
    '-T',
    'simple',
  ];
  return [...identity, ...text, '--no-instructions'];
}

/** Creates a cluster in `home`/data, owned by the account, whose superuser has the password of `home`/password. */
export async function createCluster(binaries: Binaries, account: Account, home: string, password: string): Promise<void> {
  const cluster = path.join(home, 'data');
  const passwordForInitdb = path.join(home, 'initdb-password');
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(path.join(home, 'password'), password, { mode: 0o600 });
  writeFileSync(passwordForInitdb, `${password}\n`, { mode: 0o600 });
  for (const file of [cluster, passwordForInitdb]) give(account, file);
  const locale = characterLocale(process.platform, process.platform === 'linux' ? installedLocales() : []);
  try {
    const options = { ...account, cwd: '/', env: serverEnvironment, windowsHide: true };
    await promisify(execFile)(program(binaries, 'initdb'), initdbArguments(cluster, passwordForInitdb, locale), options);
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() || error.message : String(error);
    throw embeddedFailure(`内置数据库建立失败：${reason}。`, `The embedded database could not be created: ${reason}.`);
  } finally {
    rmSync(passwordForInitdb, { force: true });
  }
}

function give(account: Account, file: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
}

function installedLocales(): string[] {
  try {
    return execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
  } catch {
    return []; // musl systems have no such command and take any name
  }
}
