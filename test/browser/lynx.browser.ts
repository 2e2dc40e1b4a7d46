import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chinaDayOf } from '../../src/modules/kernel/clock.js';
import { PAGES } from './pages.js';
import { openSamplePortal, type SamplePortal } from './support/sample-portal.js';

const run = promisify(execFile);

let portal: SamplePortal;
beforeAll(async () => {
  portal = await openSamplePortal();
});
afterAll(() => portal?.close());

/** The page as a browser of text shows it; the port differs from run to run. */
async function dump(path: string): Promise<string> {
  const parameters = ['-dump', '-nolist', '-width=80', '-assume_charset=utf-8', '-display_charset=utf-8'];
  const { stdout } = await run('lynx', [...parameters, portal.address + path], {
    maxBuffer: 8 * 1024 * 1024,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
  });
  // Addresses are broken where the line ends, and the port may be longer tomorrow.
  return stdout.replace(/http:\/\/127\.0\.0\.1:\d+\S*(\n\s+\S+$)?/gm, 'http://…');
}

const path = (name: (typeof PAGES)[number][0]) => PAGES.find(([one]) => one === name)![1];

it.each(['home', 'results'] as const)('%s reads well in a browser of text', async (name) => {
  await expect(await dump(path(name))).toMatchFileSnapshot(`lynx/${name}.txt`);
});

it('a document reads well in a browser of text', async () => {
  // The sample came into this catalog today; what the document says of itself is older.
  const text = (await dump(path('document'))).replaceAll(chinaDayOf(new Date()), '今天');
  await expect(text).toMatchFileSnapshot('lynx/document.txt');
});
