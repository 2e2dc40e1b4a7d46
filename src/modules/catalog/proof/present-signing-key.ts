import type { PublicKey } from '../../platform/signing/index.js';
import type { SigningKey } from './proof.model.js';

/** A public key as everyone reads it. */
export const presentSigningKey = ({ createdAt, retiredAt, ...key }: PublicKey): SigningKey => ({
  ...key,
  createdAt: createdAt.toISOString(),
  retiredAt: retiredAt?.toISOString() ?? null,
});
