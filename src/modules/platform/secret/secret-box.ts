import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../kernel/app-error.js';
import type { Config } from '../config/index.js';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

/** Seals small secrets of the database (keys, seeds of second factors) with AES-256-GCM under a key that is not in the database. */
export class SecretBox {
  constructor(private readonly key: Buffer) {
    if (key.length !== KEY) throw new AppError('UNAVAILABLE', 'SECRET_KEY 应为 32 字节的 base64，可用 openssl rand -base64 32 生成。');
  }

  /** The key of the setting, or one made at the first start and kept beside the data with mode 0600. */
  static of(config: Config): SecretBox {
    if (config.secretKey) return new SecretBox(Buffer.from(config.secretKey, 'base64'));
    const file = path.join(config.dataPath, 'secret.key');
    if (!existsSync(file)) {
      mkdirSync(config.dataPath, { recursive: true });
      try {
        writeFileSync(file, randomBytes(KEY).toString('base64'), { flag: 'wx', mode: 0o600 });
      } catch (error) {
        // Another process was first; its key counts.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    return new SecretBox(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'));
  }

  /** Base64url text; `use` is bound to it, so that what was sealed for one use does not open for another. */
  seal(plain: string, use: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(use));
    return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws AppError UNAVAILABLE when it was sealed with another key, or changed */
  open(sealed: string, use: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(use));
      decipher.setAuthTag(bytes.subarray(-TAG));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
    } catch {
      throw new AppError('UNAVAILABLE', '密封的内容打不开：SECRET_KEY（或数据目录中的 secret.key）与密封时不同，请恢复原来的密钥。', {
        english: 'A sealed value does not open: SECRET_KEY differs from the one it was sealed with.',
      });
    }
  }

  /** A key for one purpose, for codes that need not be opened again. */
  keyFor(use: string): Buffer {
    return createHmac('sha256', this.key).update(use).digest();
  }
}
