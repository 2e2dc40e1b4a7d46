import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Transaction } from '../../platform/database/index.js';
import { SigningKeys } from '../../platform/signing/index.js';
import { SignatureRepository } from './signature.repository.js';
import { statementText } from './statement.js';

/** Signs revisions in the transaction that makes them. */
@Injectable()
export class RecordSigner {
  constructor(
    private readonly keys: SigningKeys,
    private readonly signatures: SignatureRepository,
    private readonly clock: Clock,
  ) {}

  async sign(
    transaction: Transaction,
    revisions: readonly { recordId: string; revision: number; action: string; snapshot: unknown }[],
  ): Promise<void> {
    const signedAt = this.clock.now();
    const { keyId, sign } = await this.keys.signer(transaction);
    const rows = revisions.map(({ recordId, revision, action, snapshot }) => {
      // As the database will give it back, without what JSON has no word for.
      const content: unknown = JSON.parse(JSON.stringify(snapshot));
      const text = statementText({ revision, action, signedAt: signedAt.toISOString(), content });
      return { recordId, revision, keyId, signature: sign(text), signedAt };
    });
    await this.signatures.add(transaction, rows);
  }

  /** Signs what was published before there were signatures; answers how many. */
  async signMissing(transaction: Transaction): Promise<number> {
    let signed = 0;
    for (;;) {
      const missing = await this.signatures.unsigned(transaction, 500);
      if (missing.length === 0) return signed;
      await this.sign(transaction, missing);
      signed += missing.length;
    }
  }
}
