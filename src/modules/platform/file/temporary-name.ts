import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Who is asked whether a file on its way is still on its way. */
export interface Here {
  host: string;
  pid: number;
  alive: (pid: number) => boolean;
}

const NAME = /^(?:[a-z]+~)?([^~]+)-(\d+)-[^-]/;
/** No upload takes as long. */
const LONGEST_MS = 24 * 3_600_000;

const hostPart = (host: string) => host.replace(/[^\w.-]/g, '_');

/** The name of a file or folder on its way: it tells which process is at work on it. `kind` is a word. */
export const temporaryName = (kind?: string): string =>
  `${kind ? `${kind}~` : ''}${hostPart(hostname())}-${process.pid}-${randomUUID().replaceAll('-', '')}`;

/** Whether nobody is at work on it any more: its process is gone, or it is older than anything that could be. Pure. */
export function isLeftBehind(name: string, ageMs: number, { host, pid, alive }: Here): boolean {
  const [, at, number] = NAME.exec(name) ?? [];
  // A process that has just started has nothing on its way: what bears its number is of an earlier one.
  if (at === hostPart(host)) return Number(number) === pid || !alive(Number(number));
  return ageMs > LONGEST_MS;
}
