import { isIPv4, isIPv6 } from 'node:net';

const GROUPS = 8;
const OF_A_SITE = 4;
/** As some proxies forward it. */
const WITH_PORT = /^(?:(\d+\.\d+\.\d+\.\d+)|\[([0-9a-f:.]+)\])(?::\d+)?$/i;

/**
 * What stands for an address where callers are counted: an IPv4 address, or the /64 of an IPv6 address, since whoever has one
 * of its addresses has all of them. Pure.
 */
export function callerOfAddress(address: string | undefined): string {
  const plain = (address ?? '').split('%')[0]!.replace(WITH_PORT, '$1$2');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (isIPv4(mapped ?? plain)) return `ip:${mapped ?? plain}`;
  if (!isIPv6(plain)) return 'ip:unknown';
  const [left, right] = plain.split('::').map((half) => half.split(':').filter(Boolean));
  const missing = Math.max(0, GROUPS - left!.length - (right?.length ?? 0));
  const groups = [...left!, ...Array<string>(right ? missing : 0).fill('0'), ...(right ?? [])].slice(0, OF_A_SITE);
  return `ip:${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
