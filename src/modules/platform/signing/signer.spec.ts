import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SIGNATURE_ALGORITHMS, SIGNERS } from './signer.js';

it.each(SIGNATURE_ALGORITHMS)('%s: verifies what it signed, and nothing else', (algorithm) => {
  const signer = SIGNERS[algorithm];
  const { publicKey, privateKey } = signer.newKeys();
  const signature = signer.sign('关于公开的内容', privateKey);
  expect(signer.verify('关于公开的内容', signature, publicKey)).toBe(true);
  expect(signer.verify('关于公开的内容。', signature, publicKey)).toBe(false);
  expect(signer.verify('关于公开的内容', signature, signer.newKeys().publicKey)).toBe(false);
});

it('an Ed25519 signature stands up to openssl', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'haozhao-sign-'));
  try {
    const { publicKey, privateKey } = SIGNERS.ed25519.newKeys();
    writeFileSync(path.join(folder, 'key.pem'), publicKey);
    writeFileSync(path.join(folder, 'statement'), '关于公开的内容');
    writeFileSync(path.join(folder, 'signature'), Buffer.from(SIGNERS.ed25519.sign('关于公开的内容', privateKey), 'base64'));
    const answer = execFileSync(
      'openssl',
      ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', 'key.pem', '-in', 'statement', '-sigfile', 'signature'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(answer).toContain('Verified Successfully');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
