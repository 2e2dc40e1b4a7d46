import { flawOfText } from '../../kernel/field/index.js';

const DOMAIN = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/i;

/** Where the scheme of identifiers wants a domain and the site has none yet. */
const NO_DOMAIN = 'haozhao.localhost';

/** The namespace of identifiers: the host of the site, if it is a domain (OAI identifier format, section 2.1). Pure. */
export function namespaceOf(siteUrl: string): string {
  const { hostname } = new URL(siteUrl);
  return DOMAIN.test(hostname) ? hostname : NO_DOMAIN;
}

/** `oai:HOST:IDENTIFIER`, percent-encoded. Pure. */
export function oaiIdentifier(siteUrl: string, identifier: string): string {
  return `oai:${namespaceOf(siteUrl)}:${encodeURIComponent(identifier)}`;
}

/** The identifier of a record; undefined for what is none of ours. Pure. */
export function recordIdentifier(siteUrl: string, name: string): string | undefined {
  const prefix = `oai:${namespaceOf(siteUrl)}:`;
  if (!name.startsWith(prefix)) return undefined;
  try {
    const identifier = decodeURIComponent(name.slice(prefix.length));
    // One spelling each, so that nobody holds the same record under two names.
    return encodeURIComponent(identifier) === name.slice(prefix.length) && !flawOfText(identifier) ? identifier : undefined;
  } catch {
    return undefined;
  }
}

/** A code as part of a setSpec, which has no percent signs: other bytes are `*` with two hexadecimal digits. Pure. */
export function setPart(code: string): string {
  return encodeURIComponent(code).replaceAll('*', '%2A').replaceAll('%', '*');
}

/** The code of a part of a setSpec; undefined for what no code gives. Pure. */
export function codeOfPart(part: string): string | undefined {
  if (/[^A-Za-z0-9\-_.!~*'()]/.test(part)) return undefined;
  try {
    const code = decodeURIComponent(part.replaceAll('*', '%'));
    return setPart(code) === part && !flawOfText(code) ? code : undefined;
  } catch {
    return undefined;
  }
}
