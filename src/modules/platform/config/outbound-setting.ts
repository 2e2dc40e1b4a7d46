import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** What `OUTBOUND_ALLOW` names: hosts by name, and networks. */
export interface InsideAllowed {
  names: ReadonlySet<string>;
  networks: BlockList;
}

const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*$/;

const parts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The hosts, addresses and CIDRs of a list with commas. Pure. @throws Error with a sentence that names the wrong one */
export function insideAllowed(text: string): InsideAllowed {
  const names = new Set<string>();
  const networks = new BlockList();
  for (const part of parts(text)) {
    const [host = '', bits, ...rest] = part.split('/');
    const address = host.replace(/^\[(.*)\]$/, '$1');
    const version = address.includes('%') ? 0 : isIP(address);
    if (version !== 0) {
      const most = version === 6 ? 128 : 32;
      if (rest.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
        throw new Error(`OUTBOUND_ALLOW 中的 ${part} 不是网段，应如 10.0.0.0/8`);
      networks.addSubnet(address, Number(bits ?? most), version === 6 ? 'ipv6' : 'ipv4');
    } else {
      const name = domainToASCII(host).replace(/\.$/, '');
      // A name whose last part is a number would be read as an address, such as 10.0.0 or 0x7f.1.
      if (bits !== undefined || !NAME.test(name) || /(^|\.)(\d+|0x[0-9a-f]*)$/.test(name))
        throw new Error(`OUTBOUND_ALLOW 中的 ${part} 应为主机名、IP 地址或网段（如 10.0.0.0/8），不带协议和端口`);
      names.add(name);
    }
  }
  return { names, networks };
}

/** First and last port of each range of a list such as `8080,9000-9100`. Pure. @throws Error with a sentence that names the wrong one */
export function portRanges(text: string): [first: number, last: number][] {
  return parts(text).map((part) => {
    const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    const range: [number, number] = [Number(first), Number(last)];
    if (first === undefined || range[0] < 1 || range[1] > 65_535 || range[0] > range[1])
      throw new Error(`OUTBOUND_PORTS 中的 ${part} 应为 1–65535 的端口，或如 9000-9100 的一段`);
    return range;
  });
}
