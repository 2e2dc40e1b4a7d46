import { BlockList, isIP } from 'node:net';

/** IPv4 that is not the public network (IANA special-purpose registry, RFC 6890), and one public address that is a cloud's inner one. */
const SPECIAL_4: [network: string, bits: number][] = [
  ['0.0.0.0', 8], // this network, unspecified
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT; metadata of some clouds (100.100.100.200)
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays of 6to4
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // measurements
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
  ['168.63.129.16', 32], // services of a cloud for its own machines
];

/** IPv6 within 2000::/3 that is not the public network. */
const SPECIAL_6: [network: string, bits: number][] = [
  ['2001::', 23], // protocol assignments, Teredo, ORCHID, measurements
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: given up by RFC 7526, and any IPv4 may hide in it
  ['3fff::', 20], // documentation
];

/** Prefixes of IPv6 that stand for an IPv4: mapped, and NAT64 (RFC 6052). The NAT64 prefix of a site's own (64:ff9b:1::/48) is refused. */
const CARRIES_4 = ['::ffff:', '64:ff9b::'];

const special = new BlockList();
for (const [network, bits] of SPECIAL_4) {
  special.addSubnet(network, bits, 'ipv4');
  for (const prefix of CARRIES_4) special.addSubnet(prefix + network, 96 + bits, 'ipv6');
}
for (const [network, bits] of SPECIAL_6) special.addSubnet(network, bits, 'ipv6');

const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
for (const prefix of CARRIES_4) global6.addSubnet(`${prefix}0.0.0.0`, 96, 'ipv6');

/** Whether an address belongs to the public network. What is no plain address (a name, an address with a zone) does not. Pure. */
export function isPublic(address: string): boolean {
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  return version === 6 && global6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
