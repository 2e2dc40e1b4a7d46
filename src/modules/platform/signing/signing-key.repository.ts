import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../config/index.js';
import type { Transaction } from '../database/index.js';
import { SecretBox } from '../secret/index.js';
import { SIGNERS } from './signer.js';
import { SigningKeyRow } from './signing-key.entity.js';

const SECRET_USE = 'signing';

/** A public key as anyone may have it. */
export type PublicKey = Pick<SigningKeyRow, 'id' | 'algorithm' | 'publicKey' | 'createdAt' | 'retiredAt'>;

/** The keys this installation signs with, and has signed with. */
@Injectable()
export class SigningKeys {
  /** Public keys never change, and private ones are dear to open. */
  private readonly known = new Map<string, SigningKeyRow>();
  private opened?: { id: string; privateKey: string };

  constructor(
    private readonly source: DataSource,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The current key, made at the first use, ready to sign as many texts as there are. */
  async signer(transaction: Transaction): Promise<{ keyId: string; sign: (text: string) => string }> {
    const { id, algorithm, privateKey } = await this.current(transaction);
    if (this.opened?.id !== id) this.opened = { id, privateKey: this.secrets.open(privateKey, SECRET_USE) };
    const opened = this.opened.privateKey;
    return { keyId: id, sign: (text) => SIGNERS[algorithm].sign(text, opened) };
  }

  async verify(keyId: string, text: string, signature: string): Promise<boolean> {
    const key = this.known.get(keyId) ?? (await this.source.manager.findOneBy(SigningKeyRow, { id: keyId }));
    if (!key) return false;
    this.known.set(keyId, key);
    try {
      return SIGNERS[key.algorithm].verify(text, signature, key.publicKey);
    } catch {
      // Not even the form of a signature.
      return false;
    }
  }

  async publicKeys(): Promise<PublicKey[]> {
    const rows = await this.source.manager.find(SigningKeyRow, { order: { createdAt: 'ASC' } });
    return rows.map(({ id, algorithm, publicKey, createdAt, retiredAt }) => ({ id, algorithm, publicKey, createdAt, retiredAt }));
  }

  /** Retires the current key and makes a new one; answers its id. */
  rotate(): Promise<string> {
    return this.source.transaction(async (transaction) => {
      await transaction.update(
        SigningKeyRow,
        { algorithm: this.config.signatureAlgorithm, retiredAt: IsNull() },
        { retiredAt: this.clock.now() },
      );
      return (await this.current(transaction)).id;
    });
  }

  private async current(transaction: Transaction): Promise<SigningKeyRow> {
    const where = { algorithm: this.config.signatureAlgorithm, retiredAt: IsNull() };
    const found = await transaction.findOneBy(SigningKeyRow, where);
    if (found) return found;
    const { publicKey, privateKey } = SIGNERS[where.algorithm].newKeys();
    const id = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
    await transaction.query(
      `INSERT INTO signing_key (id, algorithm, public_key, private_key, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (algorithm) WHERE retired_at IS NULL DO NOTHING`,
      [id, where.algorithm, publicKey, this.secrets.seal(privateKey, SECRET_USE), this.clock.now()],
    );
    return transaction.findOneByOrFail(SigningKeyRow, where);
  }
}
