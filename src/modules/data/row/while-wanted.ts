import type { Response } from 'express';

/** Runs `work` with a signal that tells when the caller has gone away. */
export async function whileWanted<T>(response: Response, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  try {
    return await work(gone.signal);
  } finally {
    response.off('close', leave);
  }
}
