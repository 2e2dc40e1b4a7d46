export { SIGNATURE_ALGORITHMS, type SignatureAlgorithm } from './signer.js';
export { SigningKeyRow } from './signing-key.entity.js';
export { type PublicKey, SigningKeys } from './signing-key.repository.js';
export { SigningModule } from './signing.module.js';
