import { isIP } from 'node:net';
import { type Config, type InsideAllowed, insideAllowed, portRanges } from '../config/index.js';
import { isPublic } from './public-network.js';

/** Where requests may go: the public network at ports 80 and 443, and what the operator added. */
export class OutboundPolicy {
  constructor(
    private readonly inside: InsideAllowed,
    private readonly ports: readonly [first: number, last: number][],
  ) {}

  static of(config: Pick<Config, 'outboundAllow' | 'outboundPorts'>): OutboundPolicy {
    return new OutboundPolicy(insideAllowed(config.outboundAllow), portRanges(config.outboundPorts));
  }

  allowsPort(port: number): boolean {
    return port === 80 || port === 443 || this.ports.some(([first, last]) => port >= first && port <= last);
  }

  /** Whether `OUTBOUND_ALLOW` names this host itself: its name, or the network of a plain address. */
  namesHost(host: string): boolean {
    return isIP(host) === 0 ? this.inside.names.has(host) : this.namesNetworkOf(host);
  }

  /** Whether a host may be connected to at this address. */
  allowsAddress(host: string, address: string): boolean {
    return isPublic(address) || this.namesHost(host) || this.namesNetworkOf(address);
  }

  private namesNetworkOf(address: string): boolean {
    const version = isIP(address);
    return version !== 0 && this.inside.networks.check(address, version === 6 ? 'ipv6' : 'ipv4');
  }
}
