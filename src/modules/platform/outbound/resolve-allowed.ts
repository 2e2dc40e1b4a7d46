import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { nameServiceAway, notReachable } from './outbound-error.js';
import type { OutboundPolicy } from './outbound-policy.js';

/** One address of a name, as `dns.lookup` gives it. */
export interface HostAddress {
  address: string;
  family: number;
}

/** Finds all addresses of a name. */
export type Resolve = (host: string) => Promise<HostAddress[]>;

/** The resolver of the machine, A and AAAA. */
export const resolveAll: Resolve = (host) => lookup(host, { all: true, order: 'verbatim' });

/**
 * The addresses that a host may be connected to; one that may not is enough to refuse them all, since the
 * connection takes whichever answers. @throws AppError
 */
export async function resolveAllowed(host: string, policy: OutboundPolicy, resolve: Resolve): Promise<HostAddress[]> {
  const addresses = isIP(host) === 0 ? await found(host, resolve) : [{ address: host, family: isIP(host) }];
  if (addresses.length === 0 || !addresses.every(({ address }) => policy.allowsAddress(host, address))) throw notReachable(host);
  return addresses;
}

async function found(host: string, resolve: Resolve): Promise<HostAddress[]> {
  try {
    return await resolve(host);
  } catch (error) {
    // ENOTFOUND, ENODATA and a name too long for the protocol are the same to whoever typed it.
    if ((error as NodeJS.ErrnoException).code === 'EAI_AGAIN') throw nameServiceAway(host);
    return [];
  }
}
