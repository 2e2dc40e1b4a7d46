// `npm run check`: everything that is held against the code without running it as a product, and the migrations both ways.
// Each check is a command of its own; all run, and the last line tells how many passed.
import { spawnSync } from 'node:child_process';

const checks = [
  ['format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['lint', 'npx', ['eslint', '.']],
  ['types', 'npx', ['tsc', '--noEmit']],
  ['dependency rules', 'npx', ['depcruise', 'src', 'migrations', '--config', '.dependency-cruiser.cjs']],
  ['build', 'node', ['scripts/build.mjs']],
  ['generated files', 'node', ['dist/generate.js', '--check']],
  ['migrations up, down, up, no drift', 'node', ['dist/check-migrations.js']],
  ['openapi', 'npx', ['spectral', 'lint', '--fail-severity', 'error', 'openapi/haozhao.v1.json']],
];

let passed = 0;
let failed = 0;
for (const [name, command, parameters] of checks) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8', shell: process.platform === 'win32' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (status === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  if (status !== 0) process.stdout.write(`${stdout}${stderr}\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
