import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** What the virus database of the test knows: nothing in the world but this text. */
export const PLAGUE = '好找测试病毒：只为测试而生，别无害处。';

/** Whether clamd is installed; where it must be (CI), its absence is an error and not a reason to skip. */
export function clamdInstalled(): boolean {
  try {
    execFileSync('clamd', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI === 'true') throw new Error('clamd is missing: apt-get install clamav-daemon clamav');
    process.stderr.write('clamd is not installed: its tests are skipped (apt-get install clamav-daemon clamav)\n');
    return false;
  }
}

/** A real clamd of this test alone, with a database of one signature. */
export class ClamdServer {
  private constructor(
    readonly socket: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<ClamdServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'haozhao-clamd-'));
    await chmod(folder, 0o755);
    const at = (name: string) => path.join(folder, name);
    const content = Buffer.from(PLAGUE);
    await writeFile(at('test.hdb'), `${createHash('md5').update(content).digest('hex')}:${content.length}:Haozhao.Test.Plague\n`);
    await writeFile(at('body.ndb'), `Haozhao.Test.Inside:0:*:${content.toString('hex')}\n`);
    const settings = [
      'Foreground yes',
      `LocalSocket ${at('clamd.sock')}`,
      `DatabaseDirectory ${folder}`,
      `TemporaryDirectory ${folder}`,
      'StreamMaxLength 1M',
      'LogFileMaxSize 0',
      'User root',
    ];
    if (process.getuid?.() !== 0) settings.pop();
    await writeFile(at('clamd.conf'), `${settings.join('\n')}\n`);
    const child = spawn('clamd', ['--config-file', at('clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    const listening = new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface(stream).on('line', (line) => {
          said.push(line);
          if (/Self checking|Listening daemon/.test(line)) resolve();
        });
      child.once('exit', (code) => reject(new Error(`clamd ended with ${code}:\n${said.join('\n')}`)));
    });
    await listening;
    return new ClamdServer(at('clamd.sock'), folder, child);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
