import type { IncomingHttpHeaders } from 'node:http';

const MOST_CHARACTERS = 200;
const LONGEST_VALUE = 1_000;

/** Whether the body comes as it is: neither compressed nor in a coding that has to be undone. Pure. */
export function comesPlain(headers: IncomingHttpHeaders): boolean {
  const codings = (text = '') => text.split(',').map((coding) => coding.trim().toLowerCase());
  return (
    codings(headers['content-encoding']).every((coding) => coding === '' || coding === 'identity') &&
    codings(headers['transfer-encoding']).every((coding) => coding === '' || coding === 'chunked')
  );
}

/** Type and subtype of `Content-Type`, without parameters. Pure. */
export const mediaTypeOf = (header = ''): string | undefined =>
  /^\s*([\w!#$&^.+-]{1,63}\/[\w!#$&^.+-]{1,63})\s*(;|$)/.exec(header)?.[1]?.toLowerCase();

/** A value to be sent back later, unless it is unreasonably long. Pure. */
export const kept = (header: string | undefined): string | undefined => (header && header.length <= LONGEST_VALUE ? header : undefined);

/** Name of the file: of `Content-Disposition`, else of the path; made harmless, undefined when nothing is left of it. Pure. */
export function fileNameOf(disposition: string | undefined, url: URL): string | undefined {
  return harmless(dispositionName(disposition ?? '')) ?? harmless(unescaped(url.pathname.split('/').at(-1)!));
}

function dispositionName(header: string): string {
  const [, charset, escaped] = /;\s*filename\*\s*=\s*"?([\w-]+)'[^']*'([^\s;"]+)/i.exec(header) ?? [];
  if (charset !== undefined && escaped !== undefined) {
    const bytes = escaped.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return decoded(Buffer.from(bytes, 'latin1'));
  }
  const [, quoted, plain] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(header) ?? [];
  const name = decoded(Buffer.from(quoted?.replace(/\\(["\\])/g, '$1') ?? plain?.trim() ?? '', 'latin1'));
  return unescaped(name);
}

/** Chinese sites write names in UTF-8 or, without saying so, in GB 18030. Pure. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The last part of a path, without what tricks the eye or a file system; its extension is kept when it is cut. Pure. */
function harmless(name: string): string | undefined {
  const clean = name
    .split(/[\\/]/)
    .at(-1)!
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, '')
    .replace(/[<>:"|?*]+/g, '_')
    .trim()
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '');
  const characters = [...clean];
  if (characters.length === 0) return undefined;
  if (characters.length <= MOST_CHARACTERS) return clean;
  const extension = /\.[a-z0-9]{1,12}$/i.exec(clean)?.[0] ?? '';
  return characters.slice(0, MOST_CHARACTERS - extension.length).join('') + extension;
}
