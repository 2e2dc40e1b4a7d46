import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClamdScanner } from '../../src/modules/platform/inspection/virus/clamd-scanner.js';
import { clamdInstalled, ClamdServer, PLAGUE } from '../support/clamd-server.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-scan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(content: string | Buffer): Promise<string> {
  const file = path.join(folder, 'file');
  await writeFile(file, content);
  return file;
}

describe.skipIf(!clamdInstalled())('a real clamd', () => {
  let clamd: ClamdServer;
  let scanner: ClamdScanner;
  beforeAll(async () => {
    clamd = await ClamdServer.start();
    scanner = new ClamdScanner(clamd.socket);
  });
  afterAll(() => clamd.stop());

  it('is up', async () => {
    expect(await scanner.state()).toBe('up');
  });

  it('finds what its database knows, and nothing in what is clean', async () => {
    expect(await scanner.scan(await fileOf('清白'))).toEqual({ result: 'clean' });
    expect(await scanner.scan(await fileOf(PLAGUE))).toEqual({ result: 'infected', virus: expect.stringContaining('Haozhao.Test') });
    const within = Buffer.concat([Buffer.alloc(700_000, 'a'), Buffer.from(PLAGUE), Buffer.alloc(1000, 'b')]);
    expect(await scanner.scan(await fileOf(within))).toEqual({ result: 'infected', virus: expect.stringContaining('Haozhao.Test.Inside') });
  });

  it('says that a file is larger than it takes', async () => {
    expect(await scanner.scan(await fileOf(Buffer.alloc(3 * 1024 * 1024)))).toEqual({ result: 'tooLarge' });
  });
});

describe('a clamd that fails', () => {
  const servers: Server[] = [];
  afterAll(() => servers.forEach((server) => server.close()));

  /** Something that listens like clamd and then does as told. */
  async function pretend(behave: Parameters<typeof createServer>[1], patience = 100): Promise<ClamdScanner> {
    const server = createServer({}, behave);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ClamdScanner(`127.0.0.1:${(server.address() as { port: number }).port}`, patience);
  }

  it('is heard when it answers and hangs up while the file is still on its way', async () => {
    let asked = 0;
    const scanner = await pretend((socket) => {
      let bytes = 0;
      asked += 1;
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes < 1024 * 1024) return;
        // The first answer is lost with the connection, as it happens when the sender is quick.
        if (asked === 1) socket.resetAndDestroy();
        else socket.end('INSTREAM size limit exceeded. ERROR\0');
      });
    }, 20_000);
    expect(await scanner.scan(await fileOf(Buffer.alloc(3 * 1024 * 1024)))).toEqual({ result: 'tooLarge' });
    expect(asked).toBe(2);
  });

  it('is away when nothing listens', async () => {
    const scanner = new ClamdScanner(path.join(folder, 'none.sock'));
    expect(await scanner.scan(await fileOf('a'))).toMatchObject({ result: 'away', reason: 'ENOENT' });
    expect(await scanner.state()).toBe('away');
  });

  it('is away when it hangs up', async () => {
    const scanner = await pretend((socket) => socket.destroy());
    expect(await scanner.scan(await fileOf(Buffer.alloc(5_000_000)))).toMatchObject({ result: 'away' });
  });

  it('is away when it keeps silent', async () => {
    const scanner = await pretend((socket) => socket.resume());
    expect(await scanner.scan(await fileOf('a'))).toMatchObject({ result: 'away', reason: expect.stringContaining('没有按时回答') });
  });

  it('is away when it answers what nobody understands', async () => {
    const scanner = await pretend((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\0')));
    expect(await scanner.scan(await fileOf('a'))).toMatchObject({ result: 'away' });
    expect(await scanner.state()).toBe('away');
  });
});
