import { isIP } from 'node:net';

/** Who this site is, for deciding who may ask. */
export interface OwnPlace {
  /** Public address of the site, such as `https://data.example.gov.cn`. */
  site: string;
  /** Address that is listened on. */
  host: string;
  /** Origins of other sites that may ask. */
  origins: readonly string[];
}

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/**
 * Whether the `Host` of a request is ours. A page whose name was made to lead to this machine (DNS rebinding) comes with that
 * name; an address in figures cannot be such a name, and is ours when every address of the machine is listened on. Pure.
 */
export function isOwnHost(host: string | undefined, { site, host: listening }: OwnPlace): boolean {
  const name = nameOf(`http://${host ?? ''}`);
  if (name === undefined) return false;
  if (['localhost', '127.0.0.1', '::1', listening, nameOf(site)].includes(name)) return true;
  return EVERYWHERE.has(listening) && isIP(name) !== 0;
}

/** Whether pages of this origin may ask; programs send none. `host` is the checked `Host` of the same request. Pure. */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined, { site, origins }: OwnPlace): boolean {
  if (origin === undefined) return true;
  const same = [`http://${host}`, `https://${host}`];
  return [originOf(site), ...origins, ...same.map(originOf)].includes(originOf(origin) ?? '');
}

/** The origins of the setting `MCP_ORIGINS`. Pure. */
export const originsOf = (setting: string): string[] => setting.split(',').flatMap((each) => originOf(each.trim()) ?? []);

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin.replace(/^null$/, '') || undefined : undefined;
}

function nameOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '') : undefined;
}
