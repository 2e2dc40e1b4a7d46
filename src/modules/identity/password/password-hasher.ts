import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** Argon2id, the first choice of the OWASP password storage cheat sheet: 19 MiB, two passes. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = `m=${OPTIONS.memoryCost},t=${OPTIONS.timeCost},p=${OPTIONS.parallelism}`;

/** Unicode has several spellings of one sign; a password is the sign. */
const normal = (password: string) => password.normalize('NFKC');

/** Slow salted hashes of passwords, in PHC form. */
@Injectable()
export class PasswordHasher {
  private nobody?: Promise<string>;

  hash(password: string): Promise<string> {
    return hash(normal(password), OPTIONS);
  }

  verify(stored: string, password: string): Promise<boolean> {
    return verify(stored, normal(password)).catch(() => false);
  }

  /** Takes as long as a real check, so that the time does not tell which accounts exist. */
  async verifyNothing(password: string): Promise<void> {
    this.nobody ??= this.hash('nobody has this password');
    await this.verify(await this.nobody, password);
  }

  needsRehash(stored: string): boolean {
    return !stored.startsWith('$argon2id$') || !stored.includes(`$${CURRENT}$`);
  }
}
