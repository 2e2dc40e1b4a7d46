import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Deadline } from './deadline.js';
import { hostOf } from './outbound-address.js';
import { brokenOff, tooSlow } from './outbound-error.js';
import type { HostAddress } from './resolve-allowed.js';

const MOST_HEADER_BYTES = 16_384;
/** Before the next address of a name is tried; far sites need longer than Node's quarter of a second. */
const NEXT_ADDRESS_MS = 3_000;

/** Limits of one request within the whole time. */
export interface AskLimits {
  /** To the last byte of the answer's head. */
  firstByteMs: number;
  /** Without any byte. */
  idleMs: number;
  /** Authorities to trust instead of the usual ones, for tests. */
  ca?: string;
}

/** One request with its answer's head. */
export interface Asked {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
}

/** Set by us alone: they decide where a request goes, how it is framed and in which coding the answer comes. */
const OURS =
  /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|accept-encoding|user-agent)$/i;

/**
 * Sends one request to exactly the addresses that were checked, with the name of the host in `Host` and SNI, on a
 * connection of its own: one that is kept could be reused for a check of another day. No proxy, no redirects.
 */
export function ask(
  url: URL,
  { method, headers, body }: Asked,
  to: HostAddress[],
  limits: AskLimits,
  deadline: Deadline,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    deadline.signal.throwIfAborted();
    const request = (url.protocol === 'https:' ? https : http).request({
      protocol: url.protocol,
      hostname: hostOf(url),
      port: url.port,
      path: url.pathname + url.search,
      method,
      headers: {
        ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OURS.test(name))),
        'User-Agent': 'haozhao',
        'Accept-Encoding': 'identity',
        ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
      },
      agent: false,
      lookup: answering(to),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
      maxHeaderSize: MOST_HEADER_BYTES,
      insecureHTTPParser: false,
      rejectUnauthorized: true,
      ca: limits.ca,
      timeout: limits.idleMs,
      signal: deadline.signal,
    } as https.RequestOptions);
    const late = () => deadline.end(tooSlow(hostOf(url)));
    const firstByte = setTimeout(late, limits.firstByteMs);
    request.on('timeout', late);
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(firstByte);
      // Without an error: the answer wants to speak another protocol (101). After an answer this changes nothing.
      reject(brokenOff(hostOf(url)));
    });
    request.on('response', (response) => {
      clearTimeout(firstByte);
      // Whoever reads the answer meets its errors; an answer that is not read must not end the process by one.
      response.on('error', () => undefined);
      resolve(response);
    });
    request.end(body);
  });
}

/** A look-up that knows its answer already. */
const answering =
  (addresses: HostAddress[]): LookupFunction =>
  (_host, options, callback) => {
    if (options.all) callback(null, addresses);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
