import { errorCode } from './failure.js';

// The server was starting, stopping or crashing at that moment: 57P01–57P03 are its own words for it.
const passingCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003']);

/** Whether the connection failed because the server is going away or coming up, so that looking again makes sense. */
export function isPassing(error: unknown): boolean {
  if (passingCodes.has(errorCode(error) ?? '')) return true;
  return error instanceof Error && /^Connection terminated|not queryable|Client was closed/.test(error.message);
}
