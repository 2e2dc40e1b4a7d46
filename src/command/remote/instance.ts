import { setTimeout as wait } from 'node:timers/promises';
import { RemoteFailure } from './remote-failure.js';

/** Nobody waits longer for a second try. */
const LONGEST_WAIT_SECONDS = 120;
const PATIENCE_MS = 60_000;

type Parameters = Record<string, string | number | readonly string[] | undefined>;

/** What the interface answers when it refuses (RFC 9457). */
interface Problem {
  code: string;
  detail: string;
}

/** Any running instance, asked over its REST interface. */
export class Instance {
  private readonly base: string;

  constructor(
    address: string,
    private readonly key: string | undefined,
    private readonly say: (line: string) => void,
  ) {
    this.base = baseOf(address);
  }

  /** An answer that has these members. @throws RemoteFailure */
  async get<Answer extends object>(path: string, parameters: Parameters, members: readonly (keyof Answer & string)[]): Promise<Answer> {
    const url = `${this.base}/api/v1/${path}${queryOf(parameters)}`;
    let response = await this.fetch(url);
    if (response.status === 429) {
      const seconds = Math.min(LONGEST_WAIT_SECONDS, Number(response.headers.get('retry-after') ?? 1) || 0);
      this.say(`额度用完了，${seconds} 秒后再试一次……`);
      await response.body?.cancel();
      await wait(seconds * 1000);
      response = await this.fetch(url);
    }
    const body = await this.read(response);
    if (!response.ok && isProblem(body)) throw RemoteFailure.refused(response.status, body.detail);
    if (response.ok && isObject(body) && members.every((member) => member in body)) return body as Answer;
    throw RemoteFailure.stranger(this.base);
  }

  private async fetch(url: string): Promise<Response> {
    try {
      return await fetch(url, {
        headers: { Accept: 'application/json', 'Accept-Language': 'zh', ...(this.key ? { 'X-API-Key': this.key } : {}) },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      throw RemoteFailure.away(this.base, error);
    }
  }

  private async read(response: Response): Promise<unknown> {
    try {
      return await response.json();
    } catch (error) {
      if (error instanceof SyntaxError) throw RemoteFailure.stranger(this.base);
      throw RemoteFailure.away(this.base, error);
    }
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isProblem = (value: unknown): value is Problem =>
  isObject(value) && typeof (value as Problem).code === 'string' && typeof (value as Problem).detail === 'string';

/** The address without its end slash; without a scheme it is taken for https. @throws RemoteFailure */
function baseOf(address: string): string {
  const whole = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username) throw RemoteFailure.noAddress(address);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function queryOf(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined
      ? []
      : Array.isArray(value)
        ? value.map((each: string) => [name, each])
        : [[name, String(value as string | number)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
