import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import '../../src/modules/platform/config/config.js';
import { describedSettings } from '../../src/modules/platform/config/setting.js';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, ROOT), 'utf8');
const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);

const PAGES = ['README.md', ...filesIn('docs', /\.md$/)];
const TEXT = PAGES.map(read).join('\n');

/** Whether the pages name something as a whole, not as the beginning of something longer. */
function mentions(name: string, text = TEXT): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w/{}-])${escaped}(?![\\w{}-]|/[\\w{])`).test(text);
}

/** Full names of the commands that do something, as `key create`. */
function commandsOf(command: Command, path: string[] = []): string[] {
  const inner = command.commands.flatMap((child) => commandsOf(child, [...path, child.name()]));
  return inner.length > 0 ? inner : [path.join(' ')];
}

async function program(): Promise<Command> {
  const whole = new Command('haozhao');
  for (const file of filesIn('src/command', /\.command\.ts$/)) {
    const module = (await import(new URL(file, ROOT).href)) as Record<string, unknown>;
    for (const add of Object.values(module)) if (typeof add === 'function') (add as (program: Command) => void)(whole);
  }
  return whole;
}

/** Relative links of a page, as [target file, anchor]. */
function linksOf(page: string): [file: string, anchor: string][] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', anchor = ''] = target.split('#');
    return [[new URL(file, new URL(page, ROOT)).href, anchor]];
  });
}

/** Anchor that a heading gets where the pages are shown. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function anchorsOf(url: string): string[] {
  return [...readFileSync(new URL(url), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe('the documentation', () => {
  it.each([
    ['/api/v1/records', 'GET /api/v1/records?limit=2', true],
    ['/api/v1/records', 'GET `/api/v1/records/{identifier}`', false],
    ['/api/v1/records/{identifier}', '`/api/v1/records/{identifier}/relations`', false],
    ['haozhao key', 'haozhao key-ring', false],
  ])('knows a mention of %s in “%s”', (name, text, expected) => {
    expect(mentions(name, text)).toBe(expected);
  });

  it('gives every decision a number of its own, which its heading says', () => {
    const decisions = filesIn('docs/adr', /^\d{4}-.*\.md$/).map((file) => [Number(/\/(\d{4})-/.exec(file)![1]), read(file)] as const);
    expect(decisions.length).toBeGreaterThan(40);
    expect(decisions.filter(([number, text]) => !text.startsWith(`# ${number}. `))).toEqual([]);
    expect(new Set(decisions.map(([number]) => number)).size).toBe(decisions.length);
  });

  it.each(PAGES)('%s closes every block of code before the next heading', (page) => {
    let open = '';
    for (const [index, line] of read(page).split('\n').entries()) {
      const fence = /^(`{3,})(.*)$/.exec(line);
      if (fence && open === '') open = fence[1]!;
      else if (fence) {
        expect([fence[1], fence[2]], `line ${index + 1}`).toEqual([open, '']);
        open = '';
      }
    }
    expect(open).toBe('');
    expect(read(page)).not.toContain('````');
  });

  it('names every setting', () => {
    const settings = [...describedSettings().values()].map(({ variable }) => variable);
    expect(settings).toContain('PORT');
    expect(settings.filter((variable) => !mentions(variable))).toEqual([]);
  });

  it('names every command and every option of it', async () => {
    const whole = await program();
    const commands = commandsOf(whole);
    expect(commands).toContain('key create');
    expect(commands.filter((name) => !mentions(`haozhao ${name}`))).toEqual([]);
    const options = (command: Command): string[] => [
      ...command.options.map(({ long }) => long ?? ''),
      ...command.commands.flatMap(options),
    ];
    expect(options(whole).filter((name) => !TEXT.includes(name))).toEqual([]);
  });

  it('names every address of the REST interface', () => {
    const { paths } = JSON.parse(read('openapi/haozhao.v1.json')) as { paths: Record<string, unknown> };
    expect(Object.keys(paths)).toContain('/api/v1/search');
    expect(Object.keys(paths).filter((path) => !mentions(path))).toEqual([]);
  });

  it.each(PAGES)('%s links to what is there', (page) => {
    const broken = linksOf(page).filter(([file, anchor]) => {
      const isPage = file.endsWith('.md');
      try {
        return isPage ? anchor !== '' && !anchorsOf(file).includes(anchor) : !readdirSyncOrFile(file);
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });
});

/** Whether a link to a folder or another file leads anywhere. */
function readdirSyncOrFile(url: string): boolean {
  try {
    return readdirSync(new URL(url)).length > 0;
  } catch {
    return readFileSync(new URL(url)).length > 0;
  }
}
