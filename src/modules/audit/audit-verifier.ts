import { Injectable } from '@nestjs/common';
import { SigningKeys } from '../platform/signing/index.js';
import { GENESIS, hashEntry } from './audit-chain.js';
import type { AuditRootRow } from './audit-root.entity.js';
import { AuditRoots, rootStatement } from './audit-roots.repository.js';
import { AuditRepository } from './audit.repository.js';

const PAGE = 5_000;

/** One thing that is wrong with the log, and the position where it shows. */
export interface AuditFlaw {
  seq: string;
  flaw: string;
}

export interface AuditVerdict {
  events: number;
  roots: number;
  last: { seq: string; hash: string };
  flaws: AuditFlaw[];
}

/** Most flaws told: after the first, what follows in the chain is wrong too. */
const MOST = 20;

/** Walks the log from its first event in pages, so that memory stays flat however long it is. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly audit: AuditRepository,
    private readonly roots: AuditRoots,
    private readonly keys: SigningKeys,
  ) {}

  private running?: Promise<AuditVerdict>;

  /** The same for whoever asks while a walk is under way, so that asking often costs one walk at a time. */
  verifyTogether(): Promise<AuditVerdict> {
    this.running ??= this.verify().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Finds edited, removed, reordered and inserted events, a log that was cut off or chained anew; `expected` is a position and hash noted elsewhere. */
  async verify(expected?: { seq: string; hash: string }): Promise<AuditVerdict> {
    const roots = await this.roots.all();
    const flaws = await this.flawsOfRoots(roots);
    const anchors = new Map(roots.map(({ lastSeq, hash, day }) => [lastSeq, { hash, what: `${day} 签名时的值` }]));
    if (expected) anchors.set(expected.seq, { hash: expected.hash, what: '另行保存的值' });
    let last = { seq: '0', hash: GENESIS };
    let events = 0;
    for (let reading = this.audit.page(last.seq, PAGE); ;) {
      const page = await reading;
      // The database reads the next page while this one is hashed.
      if (page.length === PAGE) reading = this.audit.page(page.at(-1)!.seq, PAGE);
      for (const event of page) {
        const flaw = (text: string) => void (flaws.length < MOST && flaws.push({ seq: event.seq, flaw: text }));
        const next = String(BigInt(last.seq) + 1n);
        if (event.seq !== next) flaw(`前面缺少第 ${next} 条：有记录被删除或移动`);
        else if (event.previousHash !== last.hash) flaw('与前一条不相连：有记录被替换、插入或调换');
        if (hashEntry(event) !== event.hash) flaw('内容与哈希不符：记录被修改');
        const anchor = anchors.get(event.seq);
        if (anchor && anchor.hash !== event.hash) flaw(`与${anchor.what}不符：此前的记录被整体改写`);
        anchors.delete(event.seq);
        last = { seq: event.seq, hash: event.hash };
        events += 1;
      }
      if (page.length < PAGE) break;
    }
    for (const [seq, { what }] of anchors) flaws.push({ seq, flaw: `没有第 ${seq} 条，而${what}有：末尾的记录被删除` });
    return { events, roots: roots.length, last, flaws };
  }

  private async flawsOfRoots(roots: readonly AuditRootRow[]): Promise<AuditFlaw[]> {
    const flaws: AuditFlaw[] = [];
    for (const root of roots)
      if (!(await this.keys.verify(root.keyId, rootStatement(root), root.signature)))
        flaws.push({ seq: root.lastSeq, flaw: `${root.day} 的签名不符：签名或其内容被修改` });
    return flaws;
  }
}
