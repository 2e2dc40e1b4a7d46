import { isIP } from 'node:net';
import { addressRefused, notReachable } from './outbound-error.js';
import type { OutboundPolicy } from './outbound-policy.js';

const LONGEST = 2_000;

/** The host as it is looked up and compared: without the brackets of IPv6. Pure. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * An address as it will be asked for; odd spellings (0177.0.0.1, 0x7f000001, full-width digits, a dot at the end)
 * become the plain one, so that what is checked is what is connected to. A name is not looked up here. Pure.
 * @throws AppError VALIDATION_FAILED
 */
export function outboundAddress(text: string, policy: OutboundPolicy, base?: URL): URL {
  if (text.length > LONGEST)
    throw addressRefused(`网址超过 ${LONGEST} 个字符，请缩短`, `The address is longer than ${LONGEST} characters.`);
  if (!URL.canParse(text, base)) throw addressRefused('网址写法有误，应以 http:// 或 https:// 开头', 'This is not an address.');
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw addressRefused('网址应以 http:// 或 https:// 开头', 'The address must begin with http:// or https://.');
  if (url.username !== '' || url.password !== '')
    throw addressRefused('网址中不能带用户名和密码，请去掉 @ 之前的部分', 'The address must not hold a user or password.');
  url.hash = '';
  const host = url.hostname.replace(/\.$/, '');
  if (host === '' || host.endsWith('.')) throw addressRefused('网址中的主机名有误，请检查', 'The host of the address is wrong.');
  url.hostname = host;
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!policy.allowsPort(port))
    throw addressRefused(
      `不能访问端口 ${port}：请改用 80 或 443，确需访问的请管理员把端口写入 OUTBOUND_PORTS`,
      `Port ${port} is not allowed: use 80 or 443, or ask the administrator to add it to OUTBOUND_PORTS.`,
    );
  if (isIP(hostOf(url)) !== 0 && !policy.allowsAddress(hostOf(url), hostOf(url))) throw notReachable(hostOf(url));
  return url;
}

/** Where a redirect leads, checked like the first address, and never from https to http. Pure. @throws AppError VALIDATION_FAILED */
export function redirectedAddress(from: URL, location: string, policy: OutboundPolicy): URL {
  const to = outboundAddress(asUtf8(location), policy, from);
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw addressRefused(
      '网址从 https 转到了不加密的 http，不能继续，请对方改正，或直接填写最终的网址',
      'The address redirects from https to http.',
    );
  return to;
}

/** Headers are read as Latin-1, while sites write Chinese paths in UTF-8. Pure. */
function asUtf8(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : header;
}
