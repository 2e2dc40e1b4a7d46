import { MailRefused } from '../platform/mail/index.js';

/** What went wrong, without the address that the server may have repeated: errors stand in logs and in the table of jobs. Pure. */
export function withoutAddress(error: unknown, address: string): Error {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(address, '…').replace(/\S+@\S+/gu, '…');
  return error instanceof MailRefused ? new MailRefused(message) : new Error(message);
}
