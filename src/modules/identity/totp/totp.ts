import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { toString } from 'qrcode';
import { tokenHash } from '../token.js';

const PERIOD = 30;
const RECOVERY_CODES = 10;
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

const generator = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD });

/** Time-based codes of an authenticator (RFC 6238): six digits, 30 seconds, one step of drift either way. */
@Injectable()
export class Totp {
  /** The step whose code it is; undefined for a wrong code, and for one that was used already (`lastStep`). */
  verify(secret: string, code: string, now: Date, lastStep: number | undefined): number | undefined {
    const token = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return undefined;
    const delta = generator(secret).validate({ token, timestamp: now.getTime(), window: 1 });
    if (delta === null) return undefined;
    const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta;
    return lastStep !== undefined && step <= lastStep ? undefined : step;
  }
}

/** 160 random bits, base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What authenticators read from the picture. */
export function provisioningUri(account: string, issuer: string, secret: string): string {
  return new TOTP({ issuer, label: account, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD }).toString();
}

export const qrSvg = (uri: string): Promise<string> => toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });

/** Codes for the day the phone is lost; each counts once. */
export function recoveryCodes(): string[] {
  const part = () => Array.from({ length: 5 }, () => READABLE[randomInt(READABLE.length)]!).join('');
  return Array.from({ length: RECOVERY_CODES }, () => `${part()}-${part()}`);
}

/** Random enough (49 bits) not to need a slow hash behind a lock of five tries. */
export const recoveryHash = (code: string): string => tokenHash(code.trim().toLowerCase());
