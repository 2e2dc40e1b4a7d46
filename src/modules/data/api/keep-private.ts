import type { Response } from 'express';

/** Sees to it that what is answered to a key stands in no cache that others share, whatever the route says. */
export function keepPrivate(response: Response): void {
  const write = response.writeHead.bind(response) as (...parts: unknown[]) => Response;
  response.writeHead = ((...parts: unknown[]) => {
    const given = response.getHeader('Cache-Control');
    if (typeof given === 'string') response.setHeader('Cache-Control', given.replace(/\bpublic\b/, 'private'));
    return write(...parts);
  }) as typeof response.writeHead;
}
