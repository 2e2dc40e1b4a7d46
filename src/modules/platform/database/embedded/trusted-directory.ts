import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { embeddedFailure } from './failure.js';

/**
 * Where root puts what the server's account cannot reach below a 0700 directory.
 * Not a temp directory: anyone may create a known name there first and have root execute or trust its content.
 * /var/lib and its parents belong to root, and every component is checked all the same.
 */
export const systemDirectory = '/var/lib/haozhao';

/** What decides whether a path component can be replaced by somebody other than root. */
export interface ComponentStatus {
  uid: number;
  mode: number;
  isDirectory: boolean;
}

/** A component is safe when root owns it, it is no symlink, and others cannot write to it (or, as in /tmp, the sticky bit keeps them off it). */
export function isTrusted({ uid, mode, isDirectory }: ComponentStatus): boolean {
  const writableByOthers = (mode & 0o022) !== 0;
  const sticky = (mode & 0o1000) !== 0;
  return isDirectory && uid === 0 && (!writableByOthers || sticky);
}

/** Creates the directory for root and refuses it when it, or a parent, could be in someone else's hands. */
export function trustedDirectory(directory: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  for (let component = directory; ; component = path.dirname(component)) {
    const status = lstatSync(component);
    if (!isTrusted({ uid: status.uid, mode: status.mode, isDirectory: status.isDirectory() })) {
      throw embeddedFailure(
        `目录 ${component} 不属于 root、可被其他用户改写或是符号链接，不能用来存放内置 PostgreSQL；请把它改为 root 所有、权限 0755。`,
        `${component} is not owned by root, is writable by others or is a symbolic link, so the embedded PostgreSQL cannot use it; make it root's with mode 0755.`,
      );
    }
    if (component === path.dirname(component)) return directory;
  }
}
