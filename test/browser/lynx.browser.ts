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

it('the first page reads well in a browser of text', async () => {
  // How duties are kept, and what is due next, is another thing every day.
  const [before, standing, after] = (await dump(path('home'))).split(/^(公开成效\n[\s\S]*?)(?= +各部门、各月的情况$)/m);
  expect(standing).toMatch(/\d+ 开放的数据\n[\s\S]*快到期限的事项\n\n +\* .* \d{4}-\d\d-\d\d\n/);
  await expect(`${before}公开成效 …\n${after}`).toMatchFileSnapshot('lynx/home.txt');
});

it('results read well in a browser of text', async () => {
  await expect(await dump(path('results'))).toMatchFileSnapshot('lynx/results.txt');
});

it('a document reads well in a browser of text', async () => {
  // The sample came into this catalog today; what the document says of itself is older.
  const text = (await dump(path('document')))
    .replaceAll(chinaDayOf(new Date()), '今天')
    .replace(/今天 \d\d:\d\d/g, '今天')
    .replace(/\[\d{4}-\d\d-\d\d\]/g, '[今天]');
  await expect(text).toMatchFileSnapshot('lynx/document.txt');
});
