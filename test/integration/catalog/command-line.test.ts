import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiKeyService } from '../../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { inFolder, jsonLines } from './import-text.js';

const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
});
afterAll(() => running.close());

interface Ended {
  status: number | null;
  output: string;
  errors: string;
}

async function haozhao(parameters: string[], { input = '', cwd }: { input?: string | Buffer; cwd?: string } = {}): Promise<Ended> {
  const env = { PATH: process.env.PATH, DATABASE_URL: running.databaseUrl, DATA_DIR: running.config.dataDir };
  const child = spawn(process.execPath, [cli, ...parameters], { env, cwd, stdio: 'pipe' });
  child.stdin.end(input);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, output, errors };
}

const dataset = (identifier: string, fields: object = {}) => ({ kind: 'dataset', identifier, title: '表', ...fields });

describe('haozhao import', () => {
  it('reads files, plain and gzip, makes them searchable and counts over all', async () => {
    await inFolder(async (cwd) => {
      await writeFile(path.join(cwd, 'a.jsonl'), jsonLines(dataset('a1', { topic: '没有的主题' }), dataset('a2', { topic: '没有的主题' })));
      await writeFile(path.join(cwd, 'b.jsonl.gz'), gzipSync(jsonLines(dataset('b1'), { kind: 'dataset' })));
      const { status, output, errors } = await haozhao(['import', 'a.jsonl', 'b.jsonl.gz'], { cwd });
      expect({ status, output }).toEqual({ status: 1, output: '3 created, 0 updated, 0 unchanged, 1 rejected\n' });
      expect(errors).toMatch(/2 × topic：代码表中没有“没有的主题”/);
      expect(errors).toContain('b.jsonl.gz.rejected.jsonl');
      const rejected = JSON.parse(await readFile(path.join(cwd, 'b.jsonl.gz.rejected.jsonl'), 'utf8')) as object;
      expect(rejected).toEqual({
        line: 2,
        text: '{"kind":"dataset"}',
        errors: [expect.objectContaining({ field: 'identifier' }), expect.objectContaining({ field: 'title' })],
      });
      const [found] = await running.query<{ count: number }>('SELECT count(*)::int AS count FROM search_entry');
      expect(found).toEqual({ count: 3 });
    });
  });

  it('reads standard input', async () => {
    await inFolder(async (cwd) => {
      const { status, output } = await haozhao(['import', '-'], { cwd, input: `${jsonLines(dataset('s1'))}{` });
      expect({ status, output }).toEqual({ status: 1, output: '1 created, 0 updated, 0 unchanged, 1 rejected\n' });
      expect(JSON.parse(await readFile(path.join(cwd, 'stdin.rejected.jsonl'), 'utf8'))).toMatchObject({ line: 2, text: '{' });
    });
  });

  it('answers 0 when nothing was refused, and says in one sentence what is missing', async () => {
    expect(await haozhao(['import', '-'], { input: jsonLines(dataset('s1')) })).toMatchObject({
      status: 0,
      output: '0 created, 0 updated, 1 unchanged, 0 rejected\n',
    });
    expect(await haozhao(['import', 'none.jsonl'])).toEqual({ status: 1, output: '', errors: '没有文件“none.jsonl”，请检查路径。\n' });
    expect(await haozhao(['import', '.'])).toMatchObject({
      status: 1,
      output: '',
      errors: expect.stringMatching(/^[^\n]+EISDIR[^\n]+\n$/),
    });
  });
});

describe('haozhao export', () => {
  it('writes what import reads, one kind or all', async () => {
    await haozhao(['import', '-'], { input: jsonLines({ kind: 'document', identifier: 'd1', title: '通知' }) });
    const { status, output } = await haozhao(['export', '--kind', 'document']);
    expect({ status, output }).toEqual({ status: 0, output: '{"kind":"document","identifier":"d1","title":"通知"}\n' });
    const all = await haozhao(['export', '-']);
    expect(all.output.trimEnd().split('\n')).toHaveLength(Number(/^(\d+) records$/m.exec(all.errors)?.[1]));
  });
});

describe('haozhao key', () => {
  it('makes a key that works until it is revoked', async () => {
    const { output } = await haozhao(['key', 'create', '--name', '测试']);
    const key = output.trim();
    const keys = running.app.get(ApiKeyService);
    expect(await keys.authenticate(key)).toMatchObject({ name: 'key:测试', kind: 'key' });
    expect((await haozhao(['key', 'list'])).output).toMatch(/^测试\t/);
    expect(await haozhao(['key', 'revoke', '测试'])).toMatchObject({ status: 0, output: '1 revoked\n' });
    await expect(keys.authenticate(key)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(JSON.stringify(await running.query('SELECT * FROM api_key'))).not.toContain(key);
  });
});

describe('haozhao department', () => {
  it('registers departments', async () => {
    await inFolder(async (cwd) => {
      await writeFile(path.join(cwd, 'd.jsonl'), jsonLines({ code: 'a', name: '甲局', shortNames: ['甲'] }));
      expect(await haozhao(['department', 'import', 'd.jsonl'], { cwd })).toEqual({ status: 0, output: '1 registered\n', errors: '' });
      await writeFile(path.join(cwd, 'd.jsonl'), '{"code":"a"}');
      expect(await haozhao(['department', 'import', 'd.jsonl'], { cwd })).toEqual({
        status: 1,
        output: '',
        errors: '第 1 行 name：应为文本。\n',
      });
    });
  });
});
