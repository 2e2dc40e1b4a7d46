import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../kernel/app-error.js';
import { type FetchParts, GuardedFetch } from './guarded-fetch.js';
import { OutboundPolicy } from './outbound-policy.js';

const PORTS = '1-65535';
const here = { address: '127.0.0.1', family: 4 };
const open: (() => Promise<unknown>)[] = [];
let folder: string;

beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'haozhao-outbound-'))));
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
  rmSync(folder, { recursive: true });
});

async function listen(server: Server | https.Server | TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  );
  return (server.address() as AddressInfo).port;
}
const serve = (listener: RequestListener): Promise<number> => listen(createServer(listener));

/** Answers each connection with these bytes, whatever is asked. */
const serveRaw = (text: string): Promise<number> =>
  listen(createTcpServer((socket) => void socket.on('error', () => undefined).once('data', () => socket.end(text))));

/** May reach 127.0.0.1, where the servers of a test are. */
const allowed = (parts?: FetchParts) => new GuardedFetch(OutboundPolicy.of({ outboundAllow: '127.0.0.1', outboundPorts: PORTS }), parts);
const closed = (parts?: FetchParts) => new GuardedFetch(OutboundPolicy.of({ outboundAllow: '', outboundPorts: PORTS }), parts);

const options = (more: { maxBytes?: number; timeoutMs?: number; signal?: AbortSignal; headers?: Record<string, string> } = {}) => ({
  file: path.join(folder, 'file'),
  maxBytes: 1_000_000,
  timeoutMs: 60_000,
  ...more,
});

/** Code and sentence of a refusal, after which nothing may be left on the disk. */
async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  expect(readdirSync(folder)).toEqual([]);
  const { code, message, details } = error as AppError;
  expect(message + (details.english ?? '')).not.toMatch(/ECONN|EAI|HPE_/);
  return `${code} ${message}`;
}

describe('a download', () => {
  it('writes the file and tells what it is', async () => {
    const seen: IncomingMessage[] = [];
    const port = await serve((request, response) => {
      seen.push(request);
      response.setHeader('Content-Type', 'Text/CSV; charset=gbk');
      response.setHeader('Content-Disposition', "attachment; filename=x.csv; filename*=UTF-8''%E5%90%8D%E5%86%8C.csv");
      response.setHeader('ETag', '"a"').setHeader('Last-Modified', 'Wed, 25 Nov 2026 00:00:00 GMT').end('a,b\n1,2\n');
    });
    const address = `http://127.0.0.1:${port}/data?x=1`;
    const sent = { 'X-Key': 'k', 'Accept-Encoding': 'gzip', Host: 'inner.example', connection: 'keep-alive' };
    expect(await allowed().download(`${address}#part`, options({ headers: sent }))).toEqual({
      notModified: false,
      address,
      mediaType: 'text/csv',
      fileName: '名册.csv',
      byteSize: 8,
      etag: '"a"',
      lastModified: 'Wed, 25 Nov 2026 00:00:00 GMT',
    });
    expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('a,b\n1,2\n');
    expect(seen[0]!.headers).toEqual({
      'x-key': 'k',
      'user-agent': 'haozhao',
      'accept-encoding': 'identity',
      host: `127.0.0.1:${port}`,
      connection: 'close',
    });
  });

  it('is conditional when the caller says so', async () => {
    const port = await serve(
      (request, response) => void response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end('x'),
    );
    const address = `http://127.0.0.1:${port}/`;
    expect(await allowed().download(address, options({ headers: { 'If-None-Match': '"a"' } }))).toEqual({ notModified: true });
    expect(existsSync(path.join(folder, 'file'))).toBe(false);
    expect(await allowed().download(address, options({ headers: { 'If-None-Match': '"b"' } }))).toMatchObject({ byteSize: 1 });
  });

  it('keeps a file that lay there', async () => {
    const port = await serve((_request, response) => void response.end('new'));
    await allowed().download(`http://127.0.0.1:${port}/`, options());
    await expect(allowed().download(`http://127.0.0.1:${port}/`, options())).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('new');
  });

  it.each([
    [404, 'VALIDATION_FAILED'],
    [403, 'VALIDATION_FAILED'],
    [304, 'VALIDATION_FAILED'],
    [206, 'VALIDATION_FAILED'],
    [429, 'UNAVAILABLE'],
    [503, 'UNAVAILABLE'],
  ])('of status %d is %s', async (status, code) => {
    const port = await serve((_request, response) => void response.writeHead(status, { 'Retry-After': '7' }).end());
    expect(await refusal(allowed().download(`http://127.0.0.1:${port}/`, options()))).toMatch(new RegExp(`^${code} .*${status}`));
  });
});

describe('the inner network', () => {
  it.each(['127.0.0.1', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]', 'localhost', 'localhost.', '0'])(
    '%s is not reached',
    async (host) => {
      let reached = 0;
      const port = await serve((_request, response) => void response.end(String(reached++)));
      const address = `http://${host}:${port}/`;
      expect(await refusal(closed().download(address, options()))).toMatch(/^VALIDATION_FAILED .*不在公开的网络上/);
      expect(await refusal(closed().post(address, { body: '', headers: {}, timeoutMs: 60_000 }))).toContain('不在公开的网络上');
      expect(reached).toBe(0);
    },
  );

  it.each([
    [
      'one inner address among public ones',
      [
        { address: '8.8.8.8', family: 4 },
        { address: '10.1.2.3', family: 4 },
      ],
    ],
    ['an inner IPv6', [{ address: 'fd00::1', family: 6 }]],
    ['an address with a zone', [{ address: 'fe80::1%eth0', family: 6 }]],
    ['no address', []],
  ])('a name with %s is refused, without saying where it leads', async (_what, addresses) => {
    const sentence = await refusal(closed({ resolve: () => Promise.resolve(addresses) }).download('http://name.example/', options()));
    expect(sentence).toMatch(/“name\.example”查不到，或者不在公开的网络上/);
    expect(addresses.filter(({ address }) => sentence.includes(address))).toEqual([]);
  });

  it('and a name that does not exist get the same answer', async () => {
    const missing = closed({ resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) });
    const inner = closed({ resolve: () => Promise.resolve([here]) });
    expect(await refusal(missing.download('http://name.example/', options()))).toBe(
      await refusal(inner.download('http://name.example/', options())),
    );
  });

  it('is allowed by name where OUTBOUND_ALLOW says so', async () => {
    const hosts: unknown[] = [];
    const port = await serve((request, response) => void response.end(String(hosts.push(request.headers.host))));
    const policy = OutboundPolicy.of({ outboundAllow: 'files.inner.example', outboundPorts: PORTS });
    const fetch = new GuardedFetch(policy, { resolve: () => Promise.resolve([here]) });
    await fetch.download(`http://files.inner.example:${port}/`, options());
    expect(hosts).toEqual([`files.inner.example:${port}`]);
    expect(
      await refusal(fetch.post(`http://other.inner.example:${port}/`, { body: '', headers: {}, timeoutMs: 60_000 })).catch(() => 'file'),
    ).toBe('file');
    expect(fetch.isAllowedInside('http://files.inner.example./')).toBe(true);
    expect(fetch.isAllowedInside('http://example.org/')).toBe(false);
  });

  it('is not reached by a name that changes its address after the check', async () => {
    let connections = 0;
    const port = await listen(createTcpServer((socket) => void socket.end(String(connections++))));
    let asked = 0;
    // Public the first time (a network that was given back: nobody answers there), inside for whoever looks once more.
    const rebinding = () => Promise.resolve([asked++ === 0 ? { address: '3ffe::1', family: 6 } : here]);
    await refusal(closed({ resolve: rebinding, firstByteMs: 300 }).download(`http://rebinding.example:${port}/`, options()));
    expect([asked, connections]).toEqual([1, 0]);
    // Asked again it is looked up and checked again, and refused.
    expect(await refusal(closed({ resolve: rebinding }).download(`http://rebinding.example:${port}/`, options()))).toContain(
      '不在公开的网络上',
    );
    expect([asked, connections]).toEqual([2, 0]);
  });
});

describe('redirects', () => {
  it('are followed, each looked up once, and leave keys behind', async () => {
    const seen: string[] = [];
    const port = await serve((request, response) => {
      seen.push(
        `${request.headers.host} ${request.url} ${request.headers.authorization ?? '-'} ${request.headers['if-none-match'] ?? '-'}`,
      );
      if (request.url === '/1') response.writeHead(302, { Location: '/2' }).end('x');
      else if (request.url === '/2') response.writeHead(307, { Location: `http://b.example:${port}/%E8%A1%A8.csv` }).end();
      else response.end('ok');
    });
    const looked: string[] = [];
    const resolve = (host: string) => Promise.resolve(looked.push(host) > 0 ? [here] : []);
    const headers = { Authorization: 'secret', 'If-None-Match': '"a"' };
    const answer = await allowed({ resolve }).download(`http://a.example:${port}/1`, options({ headers }));
    expect(answer).toMatchObject({ address: `http://b.example:${port}/%E8%A1%A8.csv`, fileName: '表.csv', byteSize: 2 });
    expect(seen).toEqual([`a.example:${port} /1 secret "a"`, `a.example:${port} /2 secret "a"`, `b.example:${port} /%E8%A1%A8.csv - "a"`]);
    expect(looked).toEqual(['a.example', 'a.example', 'b.example']);
  });

  it.each(['http://127.0.0.2/', 'http://[::1]/', 'http://2130706434/', 'http://inner.example/', 'http://169.254.169.254/latest'])(
    'to %s are not followed',
    async (location) => {
      const port = await serve((_request, response) => void response.writeHead(302, { Location: location }).end());
      const resolve = (host: string) => Promise.resolve([host === 'a.example' ? here : { address: '10.0.0.1', family: 4 }]);
      expect(await refusal(allowed({ resolve }).download(`http://a.example:${port}/`, options()))).toContain('不在公开的网络上');
    },
  );

  it('do not go round for ever', async () => {
    let asked = 0;
    const port = await serve((_request, response) => void response.writeHead(302, { Location: `/${++asked}` }).end());
    expect(await refusal(allowed().download(`http://127.0.0.1:${port}/`, options()))).toMatch(/^VALIDATION_FAILED .*转了 5 次/);
    expect(asked).toBe(6);
  });
});

describe('limits', () => {
  it('of time, while nothing is answered', async () => {
    const port = await serve(() => undefined);
    expect(await refusal(allowed({ firstByteMs: 50 }).download(`http://127.0.0.1:${port}/`, options()))).toMatch(
      /^UNAVAILABLE .*限定的时间/,
    );
    expect(await refusal(allowed({ idleMs: 50 }).download(`http://127.0.0.1:${port}/`, options()))).toContain('限定的时间');
    expect(await refusal(allowed().post(`http://127.0.0.1:${port}/`, { body: 'x', headers: {}, timeoutMs: 50 }))).toContain('限定的时间');
  });

  it('of time, while a name is looked up', async () => {
    const never = () => new Promise<never>(() => undefined);
    expect(await refusal(allowed({ resolve: never }).download('http://a.example/', options({ timeoutMs: 50 })))).toContain('限定的时间');
  });

  it('of time, while a body drips', async () => {
    const port = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(drip));
    });
    expect(await refusal(allowed().download(`http://127.0.0.1:${port}/`, options({ timeoutMs: 200 })))).toContain('限定的时间');
  });

  it('of a body that stands still', async () => {
    const port = await serve((_request, response) => void response.write('x'));
    expect(await refusal(allowed({ idleMs: 50 }).download(`http://127.0.0.1:${port}/`, options()))).toContain('限定的时间');
  });

  it('of bytes, whether the other side says how many or not', async () => {
    let written = 0;
    const port = await serve((request, response) => {
      if (request.url === '/said') return void response.writeHead(200, { 'Content-Length': 2_000_001 }).write('x');
      const block = Buffer.alloc(65_536);
      const more = () => {
        while (!response.destroyed && response.write(block)) written++;
      };
      response.on('drain', more);
      more();
    });
    const most = options({ maxBytes: 2_000_000 });
    expect(await refusal(allowed().download(`http://127.0.0.1:${port}/said`, most))).toMatch(/^PAYLOAD_TOO_LARGE .*1\.9 MB/);
    expect(await refusal(allowed().download(`http://127.0.0.1:${port}/endless`, most))).toMatch(/^PAYLOAD_TOO_LARGE/);
    expect(written).toBeLessThan(1_000);
  });

  it.each([{ 'Content-Encoding': 'gzip' }, { 'Content-Encoding': 'identity, br' }, { 'Transfer-Encoding': 'gzip, chunked' }])(
    'of codings: %o is refused',
    async (headers) => {
      const port = await serve((_request, response) => void response.writeHead(200, headers).end(gzipSync(Buffer.alloc(5_000_000))));
      expect(await refusal(allowed().download(`http://127.0.0.1:${port}/`, options()))).toMatch(/^UNSUPPORTED_MEDIA_TYPE/);
    },
  );

  it('of headers', async () => {
    const port = await serve((_request, response) => void response.setHeader('X', 'x'.repeat(100_000)).end());
    expect(await refusal(allowed().download(`http://127.0.0.1:${port}/`, options()))).toMatch(/^UNAVAILABLE .*头部过大/);
  });

  it('a signal of the caller ends it with the reason of the caller', async () => {
    const stop = new AbortController();
    const port = await serve(() => stop.abort(new Error('given up')));
    await expect(allowed().download(`http://127.0.0.1:${port}/`, options({ signal: stop.signal }))).rejects.toThrow('given up');
    await expect(allowed().download(`http://127.0.0.1:${port}/`, options({ signal: stop.signal }))).rejects.toThrow('given up');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an answer that is none', () => {
  it.each([
    ['broken off', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', '中断'],
    ['broken off in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab', '中断'],
    ['nothing', '', '中断'],
    ['not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', '规范'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', '规范'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', '中断'],
  ])('%s', async (_what, text, sentence) => {
    const port = await serveRaw(text);
    expect(await refusal(allowed().download(`http://127.0.0.1:${port}/`, options()))).toMatch(new RegExp(`^UNAVAILABLE .*${sentence}`));
  });

  it('nobody at home', async () => {
    const port = await serve(() => undefined);
    await open.pop()!();
    const sentence = await refusal(allowed({ resolve: () => Promise.resolve([here]) }).download(`http://a.example:${port}/`, options()));
    expect(sentence).toMatch(/^UNAVAILABLE 连不上“a\.example”/);
    expect(sentence).not.toContain('127.0.0.1');
  });
});

describe('a post', () => {
  it('sends the body and gives the status, redirects too', async () => {
    const seen: string[] = [];
    const port = await serve((request, response) => {
      request.on('data', (chunk) =>
        seen.push(`${request.method} ${request.headers['content-length']} ${String(request.headers['haozhao-event'])} ${chunk}`),
      );
      response.writeHead(302, { Location: '/elsewhere', 'Retry-After': '120' }).end();
    });
    const headers = { 'Haozhao-Event': 'changes', 'Content-Length': '999' };
    const answer = await allowed().post(`http://127.0.0.1:${port}/`, { body: '新', headers, timeoutMs: 60_000 });
    expect(answer).toEqual({ status: 302, retryAfter: '120' });
    expect(seen).toEqual(['POST 3 changes 新']);
  });

  it('does not read an endless answer, and its status counts', async () => {
    const port = await serve((_request, response) => {
      const block = Buffer.alloc(65_536);
      const more = () => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      more();
    });
    expect(await allowed().post(`http://127.0.0.1:${port}/`, { body: '', headers: {}, timeoutMs: 60_000 })).toEqual({ status: 200 });
  });
});

describe('https', () => {
  it('keeps the name for SNI and certificate while it connects to the checked address', async () => {
    execFileSync(
      'openssl',
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=a.example -addext subjectAltName=DNS:a.example'.split(
        ' ',
      ),
      { cwd: folder, stdio: 'ignore' },
    );
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    const seen: unknown[] = [];
    const port = await listen(
      https.createServer({ key, cert }, (request, response) => {
        seen.push([(request.socket as unknown as { servername: string }).servername, request.headers.host]);
        if (request.url === '/down') response.writeHead(301, { Location: `http://a.example:${port}/` }).end();
        else response.end('ok');
      }),
    );
    const resolve = () => Promise.resolve([here]);
    await allowed({ resolve, ca: cert }).post(`https://a.example:${port}/`, { body: '', headers: {}, timeoutMs: 60_000 });
    expect(seen).toEqual([['a.example', `a.example:${port}`]]);
    expect(await refusal(allowed({ resolve, ca: cert }).download(`https://a.example:${port}/down`, options()))).toContain('不加密');
    expect(await refusal(allowed({ resolve, ca: cert }).download(`https://b.example:${port}/`, options()))).toMatch(/证书不可信/);
    expect(await refusal(allowed({ resolve }).download(`https://a.example:${port}/`, options()))).toMatch(/证书不可信/);
  });
});
