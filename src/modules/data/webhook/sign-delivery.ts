import { createHmac } from 'node:crypto';

/** What receivers check: HMAC-SHA256 with the secret as it was shown, over the time and the body as they are sent. Pure. */
export function signDelivery(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
