import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';

export const SIGNATURE_ALGORITHMS = ['ed25519', 'sm2'] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

/** One way of signing; keys and signatures are texts. */
export interface Signer {
  newKeys(): { publicKey: string; privateKey: string };
  sign(text: string, privateKey: string): string;
  verify(text: string, signature: string, publicKey: string): boolean;
}

/** RFC 8032; keys in PEM, signatures in base64, so that `openssl pkeyutl` checks them. */
const ed25519: Signer = {
  newKeys() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    return {
      publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
      privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    };
  },
  sign: (text, privateKey) => sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString('base64'),
  verify: (text, signature, publicKey) => verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64')),
};

/** GB/T 32918 with SM3 (GB/T 32905) and the user id of GB/T 35276; keys in hex, signatures in DER as hex. */
const sm2Signer: Signer = {
  newKeys: () => sm2.generateKeyPairHex(),
  sign: (text, privateKey) => sm2.doSignature(text, privateKey, { hash: true, der: true }),
  verify: (text, signature, publicKey) => sm2.doVerifySignature(text, signature, publicKey, { hash: true, der: true }),
};

export const SIGNERS: Record<SignatureAlgorithm, Signer> = { ed25519, sm2: sm2Signer };
