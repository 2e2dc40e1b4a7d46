import { Injectable } from '@nestjs/common';
import { SigningKeys } from '../../platform/signing/index.js';
import { DepartmentService } from '../../department/index.js';
import { unknownRecord } from '../record/unknown-record.js';
import { contentHash } from '../write/canonical.js';
import type { Proof } from './proof.model.js';
import { type SignedRevision, SignatureRepository } from './signature.repository.js';
import { statementText } from './statement.js';

const PAGE = 500;

/** What a walk over all signatures found. */
export interface SignatureVerdict {
  revisions: number;
  unsigned: number;
  flaws: { identifier: string; revision: number; flaw: string }[];
}

/** Shows what was published, by whom, when, and that it is unchanged. */
@Injectable()
export class ProofService {
  constructor(
    private readonly signatures: SignatureRepository,
    private readonly keys: SigningKeys,
    private readonly departments: DepartmentService,
  ) {}

  /** @throws AppError NOT_FOUND */
  async of(identifier: string): Promise<Proof> {
    const revisions = await this.signatures.ofRecord(identifier);
    const live = await this.signatures.liveState(identifier);
    if (revisions.length === 0 || !live) throw unknownRecord(identifier);
    const newest = revisions.at(-1)!;
    const { title, department, publishedOn, body = '', status } = newest.snapshot;
    const names = department ? await this.departments.byCodes([department]) : new Map<string, { name: string }>();
    const checked = await Promise.all(revisions.map(async (one) => ({ one, flaw: await this.flawOf(one) })));
    const unchanged = live.revision === newest.revision && live.title === title && live.body === body && live.status === status;
    return {
      identifier,
      title: title ?? identifier,
      department: department ? (names.get(department)?.name ?? department) : null,
      publishedOn: publishedOn ?? null,
      firstPublishedAt: revisions[0]!.createdAt.toISOString(),
      unchangedSince: unchanged && checked.every(({ flaw }) => flaw === undefined) ? newest.createdAt.toISOString() : null,
      revisions: checked.map(({ one, flaw }) => ({
        revision: one.revision,
        action: one.action,
        at: one.createdAt.toISOString(),
        contentHash: one.contentHash,
        keyId: one.keyId,
        signature: one.signature,
        signedAt: one.signedAt?.toISOString() ?? null,
        valid: one.signature === null ? null : flaw === undefined,
      })),
      // What was withdrawn is proved by its hashes; its text is not shown again.
      statement: live.status === 'withdrawn' || !newest.signedAt ? null : textOf(newest),
    };
  }

  /** Verifies every signature of the catalog, in pages. */
  async verifyAll(): Promise<SignatureVerdict> {
    const verdict: SignatureVerdict = { revisions: 0, unsigned: 0, flaws: [] };
    let [record, revision] = ['0', 0];
    for (;;) {
      const page = await this.signatures.page(record, revision, PAGE);
      for (const one of page) {
        verdict.revisions += 1;
        const flaw = await this.flawOf(one);
        if (one.signature === null) verdict.unsigned += 1;
        if (flaw) verdict.flaws.push({ identifier: one.identifier, revision: one.revision, flaw });
        [record, revision] = [one.recordId, one.revision];
      }
      if (page.length < PAGE) return verdict;
    }
  }

  private async flawOf(revision: SignedRevision): Promise<string | undefined> {
    if (contentHash(revision.snapshot) !== revision.contentHash) return '内容与哈希不符：修订被修改';
    if (revision.signature === null) return undefined;
    return (await this.keys.verify(revision.keyId!, textOf(revision), revision.signature)) ? undefined : '签名不符：内容、时间或签名被修改';
  }
}

const textOf = ({ revision, action, signedAt, snapshot }: SignedRevision): string =>
  statementText({ revision, action, signedAt: signedAt!.toISOString(), content: snapshot });
