import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { type Bucket, secondsFor } from './bucket.js';

/** What is left to a caller. */
export interface Allowance {
  /** Units a minute; 0 for no limit. */
  quota: number;
  remaining: number;
  /** Seconds until the whole quota is there again. */
  reset: number;
}

export const UNLIMITED: Allowance = { quota: 0, remaining: 0, reset: 0 };

/** The allowance of somebody with so many units left. Pure. */
export function allowanceOf(bucket: Bucket, left: number): Allowance {
  const remaining = Math.max(0, Math.min(bucket.perMinute, Math.floor(left)));
  return { quota: bucket.perMinute, remaining, reset: secondsFor(bucket.perMinute - remaining, bucket) };
}

/** Says in the headers what is left (draft-ietf-httpapi-ratelimit-headers). */
export function announce(response: Response, { quota, remaining, reset }: Allowance): void {
  if (quota === 0 || response.headersSent) return;
  response.setHeader('RateLimit-Policy', `"default";q=${quota};w=60`);
  response.setHeader('RateLimit', `"default";r=${remaining};t=${reset}`);
}

/** A caller has used up what is given. */
export class BudgetSpent extends AppError {
  constructor(
    readonly allowance: Allowance,
    seconds: number,
    hasKey: boolean,
  ) {
    const more = hasKey ? '' : '；用开发者密钥可得到更高的额度（见 /docs）';
    super('TOO_MANY_REQUESTS', `每分钟 ${allowance.quota} 个单位的额度已经用完，请在 ${seconds} 秒后重试${more}。`, {
      english: `The quota of ${allowance.quota} units a minute is used up; try again in ${seconds} seconds.`,
      retryAfter: seconds,
    });
  }
}
