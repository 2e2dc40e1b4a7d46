import type { IncomingMessage } from 'node:http';
import { Deadline } from './deadline.js';
import { type AskLimits, type Asked, ask } from './ask.js';
import { comesPlain, fileNameOf, kept, mediaTypeOf } from './answer-head.js';
import { hostOf, outboundAddress, redirectedAddress } from './outbound-address.js';
import { addressRefused, asOutboundError, badAnswer, coded, statusRefused, tooLarge, tooSlow } from './outbound-error.js';
import type { OutboundPolicy } from './outbound-policy.js';
import { type Resolve, resolveAll, resolveAllowed } from './resolve-allowed.js';
import { writeLimited } from './write-limited.js';

const MOST_REDIRECTS = 5;
const MOST_ANSWER_BYTES = 65_536;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What may follow a redirect to another site; everything else (keys, cookies) was meant for the first one. */
const HARMLESS = /^(accept|accept-language|if-none-match|if-modified-since)$/i;
const CONDITION = /^if-(none-match|modified-since)$/i;

export interface DownloadOptions {
  /** Path of the new file; nothing may be there. It is gone again when the download fails. */
  file: string;
  maxBytes: number;
  /** For everything together: redirects, look-ups, body. */
  timeoutMs: number;
  signal?: AbortSignal;
  /** `If-None-Match` or `If-Modified-Since` make the download conditional. */
  headers?: Record<string, string>;
}

/** A file that was fetched. */
export interface Download {
  notModified: false;
  /** After redirects. */
  address: string;
  mediaType?: string;
  /** From `Content-Disposition` or the path, harmless as a name. */
  fileName?: string;
  byteSize: number;
  etag?: string;
  lastModified?: string;
}

/** The other side still has what the caller has; no file was written. */
export interface NotModified {
  notModified: true;
}

export interface PostOptions {
  body: string;
  headers: Record<string, string>;
  timeoutMs: number;
  signal?: AbortSignal;
}

/** What came back: any status, a redirect too. */
export interface PostAnswer {
  status: number;
  retryAfter?: string;
}

/** Other ways to look up and other limits, for tests. */
export type FetchParts = Partial<AskLimits> & { resolve?: Resolve };

/**
 * Asks addresses that people named, without being turned against the inner network: the name is looked up once, all
 * its addresses are checked, and only they are connected to (ADR 0036). Errors are AppErrors that do not say where a
 * name led: VALIDATION_FAILED (another address is needed), PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, and
 * UNAVAILABLE (try again). What `signal` is aborted with is thrown as it is.
 */
export class GuardedFetch {
  private readonly limits: AskLimits;
  private readonly resolve: Resolve;

  constructor(
    private readonly policy: OutboundPolicy,
    { resolve = resolveAll, ...limits }: FetchParts = {},
  ) {
    this.resolve = resolve;
    this.limits = { firstByteMs: 30_000, idleMs: 60_000, ...limits };
  }

  /** The address as it will be asked for, checked as far as it can be without looking it up. @throws AppError VALIDATION_FAILED */
  checkAddress(address: string): URL {
    return outboundAddress(address, this.policy);
  }

  /** Whether `OUTBOUND_ALLOW` names the host of an address. @throws AppError VALIDATION_FAILED */
  isAllowedInside(address: string): boolean {
    return this.policy.namesHost(hostOf(this.checkAddress(address)));
  }

  /** Fetches a file, following up to five redirects. @throws AppError */
  async download(address: string, { file, maxBytes, timeoutMs, signal, headers = {} }: DownloadOptions): Promise<Download | NotModified> {
    let url = this.checkAddress(address);
    return this.within(
      timeoutMs,
      signal,
      () => hostOf(url),
      async (deadline) => {
        let sent = headers;
        for (let hops = 0; ; hops++) {
          const answer = await this.ask(url, { method: 'GET', headers: sent }, deadline);
          try {
            const { statusCode: status = 0, headers: head } = answer;
            if (REDIRECTS.has(status) && head.location !== undefined) {
              if (hops === MOST_REDIRECTS)
                throw addressRefused(
                  `网址转了 ${MOST_REDIRECTS} 次还没有到文件，请直接填写最终的网址`,
                  `The address redirects more than ${MOST_REDIRECTS} times; give the final one.`,
                );
              const next = redirectedAddress(url, head.location, this.policy);
              if (next.origin !== url.origin) sent = Object.fromEntries(Object.entries(sent).filter(([name]) => HARMLESS.test(name)));
              url = next;
              continue;
            }
            if (status === 304 && Object.keys(sent).some((name) => CONDITION.test(name))) return { notModified: true };
            if (status !== 200) throw statusRefused(hostOf(url), status, head['retry-after']);
            if (!comesPlain(head)) throw coded(hostOf(url));
            if (Number(head['content-length'] ?? 0) > maxBytes) throw tooLarge(hostOf(url), maxBytes);
            const byteSize = await writeLimited(answer, file, maxBytes, () => tooLarge(hostOf(url), maxBytes), deadline.signal);
            return {
              notModified: false,
              address: url.href,
              mediaType: mediaTypeOf(head['content-type']),
              fileName: fileNameOf(head['content-disposition'], url),
              byteSize,
              etag: kept(head.etag),
              lastModified: kept(head['last-modified']),
            };
          } finally {
            answer.destroy();
          }
        }
      },
    );
  }

  /** Sends a body. Redirects are not followed; of the answer at most 64 KB are read and thrown away. @throws AppError */
  async post(address: string, { body, headers, timeoutMs, signal }: PostOptions): Promise<PostAnswer> {
    const url = this.checkAddress(address);
    return this.within(
      timeoutMs,
      signal,
      () => hostOf(url),
      async (deadline) => {
        const answer = await this.ask(url, { method: 'POST', headers, body }, deadline);
        const { statusCode: status, headers: head } = answer;
        if (status === undefined) throw badAnswer(hostOf(url), '没有状态码');
        await readAway(answer);
        return { status, retryAfter: kept(head['retry-after']) };
      },
    );
  }

  private async ask(url: URL, asked: Asked, deadline: Deadline): Promise<IncomingMessage> {
    const to = await deadline.before(resolveAllowed(hostOf(url), this.policy, this.resolve));
    return ask(url, asked, to, this.limits, deadline);
  }

  /** Runs a request to its end or to its deadline, and says what went wrong in words of our own. */
  private async within<T>(
    timeoutMs: number,
    outer: AbortSignal | undefined,
    host: () => string,
    run: (deadline: Deadline) => Promise<T>,
  ): Promise<T> {
    const deadline = new Deadline(timeoutMs, () => tooSlow(host()), outer);
    try {
      return await run(deadline);
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : asOutboundError(host(), error);
    } finally {
      deadline.close();
    }
  }
}

/** Reads an answer that nobody needs; its status counts, however it ends. */
async function readAway(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) if ((bytes += chunk.length) > MOST_ANSWER_BYTES) break;
  } catch {
    // Broken off or too slow: the head has said it all.
  } finally {
    answer.destroy();
  }
}
