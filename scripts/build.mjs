// Compiles TypeScript to dist/ with swc and copies the data files that the code reads beside it.
// Files whose output is newer are left alone, so the second start costs only the directory walk.
// Types are checked by `npm run check`, not here.
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
// What judges pages is used by tests and by scripts.
const trees = { src: '', migrations: 'migrations', bench: 'bench', samples: 'samples', 'test/browser': 'test/browser' };
const compiled = /(?<!\.d)\.tsx?$/;
const copied = /\.(txt|css|json|jsonl|svg|graphql|js)$/;
const isTest = /\.(spec|test|browser)\.tsx?$/;

async function* walk(directory) {
  for (const entry of await readdir(directory, { withFileTypes: true }).catch(() => [])) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* walk(file);
    else yield file;
  }
}

const modified = async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

async function build(source, target, oldest) {
  if ((await modified(target)) > Math.max(await modified(source), oldest)) return;
  await mkdir(path.dirname(target), { recursive: true });
  if (!compiled.test(source)) return cp(source, target);
  const { code, map } = await transformFile(source, { sourceMaps: true, sourceFileName: source });
  await writeFile(`${target}.map`, map ?? '');
  await writeFile(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
}

const oldest = Math.max(await modified(path.join(root, '.swcrc')), await modified(fileURLToPath(import.meta.url)));
const expected = new Set();
const jobs = [];
for (const [tree, prefix] of Object.entries(trees)) {
  for await (const source of walk(path.join(root, tree))) {
    const relative = path.join(prefix, path.relative(path.join(root, tree), source));
    if (isTest.test(source) || !(compiled.test(source) || (copied.test(source) && tree === 'src'))) continue;
    const target = path.join(dist, relative.replace(compiled, '.js'));
    expected.add(target).add(`${target}.map`);
    jobs.push(build(source, target, oldest));
  }
}
await Promise.all(jobs);
for await (const file of walk(dist)) if (!expected.has(file)) await rm(file);
