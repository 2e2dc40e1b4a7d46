import { domainToASCII } from 'node:url';

/** A host whose pages may show parts of this site inside them. */
export interface EmbedHost {
  /** Both when unset. */
  scheme?: 'http' | 'https';
  /** In lower case, as it stands in addresses. */
  name: string;
  /** Every host below the name, but not the name itself. */
  below: boolean;
  port?: string;
}

const HOST = /^(?:(https?):\/\/)?(\*\.)?([^\s/:*?#@;,'"]+)(?::(\d{1,5}))?$/i;
/** As it may stand in a header. */
const NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62})*$/;

/** The hosts of `EMBED_HOSTS`. Pure. @throws Error with a sentence that names the wrong one */
export function embedHosts(text: string): EmbedHost[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map((part) => {
    const [, scheme, star, given = '', port] = HOST.exec(part) ?? [];
    const name = domainToASCII(given);
    const tooWide = star !== undefined && !name.includes('.');
    if (!NAME.test(name) || tooWide || Number(port ?? 1) > 65_535 || Number(port ?? 1) < 1)
      throw new Error(`EMBED_HOSTS 中的 ${part} 应为主机名，如 www.example.gov.cn 或 *.example.gov.cn，可带 https:// 和端口，不含路径`);
    return { scheme: scheme?.toLowerCase() as EmbedHost['scheme'], name, below: star !== undefined, port };
  });
}

/** Value of `frame-ancestors` in the content security policy. Pure. */
export function frameAncestors(hosts: readonly EmbedHost[]): string {
  if (hosts.length === 0) return `'none'`;
  const sources = hosts.flatMap(({ scheme, name, below, port }) =>
    (scheme ? [scheme] : ['https', 'http']).map((each) => `${each}://${below ? '*.' : ''}${name}${port ? `:${port}` : ''}`),
  );
  return sources.join(' ');
}

/** Whether a page of this origin, as browsers send it in `Origin`, belongs to one of the hosts. Pure. */
export function allowsOrigin(hosts: readonly EmbedHost[], origin: string): boolean {
  // `new URL` takes what is more than an origin as well, and `null` is every sandboxed page.
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) return false;
  const { protocol, hostname, port } = new URL(origin);
  return hosts.some(
    (host) =>
      (host.scheme ? protocol === `${host.scheme}:` : ['http:', 'https:'].includes(protocol)) &&
      (host.below ? hostname.endsWith(`.${host.name}`) : hostname === host.name) &&
      port === defaultless(host.port, protocol),
  );
}

/** Origins leave out the port that the scheme has anyway. */
const defaultless = (port: string | undefined, protocol: string): string =>
  port === undefined || (port === '443' && protocol === 'https:') || (port === '80' && protocol === 'http:') ? '' : port;
