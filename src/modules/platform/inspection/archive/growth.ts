import type { ByteTaker } from '../byte-scan.js';
import { type ArchiveLimits, checkGrowth } from './archive-entry.js';
import { Refusal } from '../refusal.js';

/** Counts what really comes out of an archive and all that is nested in it. */
export class Growth implements ByteTaker {
  private bytes = 0;
  private members = 0;

  constructor(
    private readonly fileSize: number,
    readonly limits: ArchiveLimits,
  ) {}

  /** @throws Refusal as soon as it is too much */
  take(chunk: Buffer): void {
    this.bytes += chunk.length;
    checkGrowth(this.bytes, this.fileSize, this.limits);
  }

  /** @throws Refusal */
  enter(members: number, depth: number): void {
    this.members += members;
    if (this.members > this.limits.entries) throw new Refusal('zipEntries', `超过 ${this.limits.entries} 个`);
    if (depth > this.limits.depth) throw new Refusal('zipNesting', `${depth + 1} 层`);
  }
}
