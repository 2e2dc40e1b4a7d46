import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { messagesOf } from './index.js';

const PORTAL = fileURLToPath(new URL('..', import.meta.url));
const HAN = /\p{Script=Han}/u;
/** Written for departments, for whoever works on the pages, or sentences of errors, which have their English beside them. */
const CHINESE_ALONE = [
  /^workbench\//,
  /^message\//,
  /^information\/styleguide-page/,
  /^layout\/column/,
  /\.(spec|controller|service)\.tsx?$/,
];

/** Every text of a tree of messages by its key; functions are called with words that belong to neither language. */
function texts(tree: unknown, key = ''): [string, string][] {
  if (typeof tree === 'string') return [[key, tree]];
  if (typeof tree === 'function')
    return texts((tree as (...values: unknown[]) => unknown)(...Array.from({ length: tree.length }, () => 7)), `${key}()`);
  if (Array.isArray(tree)) return tree.flatMap((each, index) => texts(each, `${key}.${String(index)}`));
  if (tree && typeof tree === 'object') return Object.entries(tree).flatMap(([name, each]) => texts(each, key ? `${key}.${name}` : name));
  return [];
}

const english = texts(messagesOf('en')).filter(([key]) => !key.startsWith('value.'));
const chinese = texts(messagesOf('zh'));

describe('messages', () => {
  it('are many', () => {
    expect(english.length).toBeGreaterThan(100);
  });

  it('say something in both languages', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same keys', () => {
    const keys = (all: [string, string][]) => new Set(all.map(([key]) => key.replace(/\.\d+/g, '')));
    expect(keys(english)).toEqual(keys(chinese));
  });

  it('leave no Chinese in English, but for the name of the other language', () => {
    expect(english.filter(([key, text]) => key !== 'layout.otherLanguage' && HAN.test(text))).toEqual([]);
  });

  it('give values in English that are not empty', () => {
    expect(Object.entries(messagesOf('en').value).filter(([from, to]) => !HAN.test(from) || to === '' || HAN.test(to))).toEqual([]);
  });
});

/** Chinese words in the code of a file, where comments do not count. */
function literals(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(PORTAL, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const literal =
      ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (literal && HAN.test(node.text)) found.push(node.text.trim());
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

it('stand in message files alone: no page has Chinese words of its own', () => {
  const files = readdirSync(PORTAL, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !CHINESE_ALONE.some((pattern) => pattern.test(file)),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(Object.fromEntries(files.map((file) => [file, literals(file)]).filter(([, words]) => words!.length > 0))).toEqual({});
});
