import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Readable } from 'node:stream';
import { linesOf } from '../../../src/modules/catalog/exchange/read-lines.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { importContent, importFile, inFolder, jsonLines } from './import-text.js';

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
});
afterAll(() => running.close());

const dataset = (fields: object) => JSON.stringify({ kind: 'dataset', identifier: 'bad', title: '题名', ...fields });
const document = (fields: object) => JSON.stringify({ kind: 'document', identifier: 'bad', title: '题名', ...fields });

/** A line, the field that its rejection names, and what it says. */
const TABLE: [name: string, line: string, field: string, message: RegExp][] = [
  ['JSON that ends early', '{"kind":"dataset"', '', /不是有效的 JSON/],
  ['a number', '7', '', /JSON 对象/],
  ['an array', '[]', '', /JSON 对象/],
  ['null', 'null', '', /JSON 对象/],
  ['no kind', '{"identifier":"bad","title":"题名"}', 'kind', /dataset 或 document/],
  ['a kind with a slip', '{"kind":"datasets","identifier":"bad","title":"题名"}', 'kind', /是否指 dataset/],
  ['no title', '{"kind":"dataset","identifier":"bad"}', 'title', /应为文本/],
  ['an empty title', dataset({ title: '  ' }), 'title', /不能为空/],
  ['a title that is a number', dataset({ title: 5 }), 'title', /应为文本/],
  ['a title of 501 characters', dataset({ title: '长'.repeat(501) }), 'title', /最多 500/],
  ['no identifier', '{"kind":"dataset","title":"题名"}', 'identifier', /应为文本/],
  ['an empty identifier', dataset({ identifier: '' }), 'identifier', /不能为空/],
  ['an identifier of 201 characters', dataset({ identifier: 'x'.repeat(201) }), 'identifier', /最多 200/],
  [
    'an identifier of 201 characters with marks that draw nothing',
    dataset({ identifier: `${'x'.repeat(101)}${'\ufe0f'.repeat(100)}` }),
    'identifier',
    /最多 200/,
  ],
  ['a control character', dataset({ title: '题\u0007名' }), 'title', /控制字符/],
  ['a NUL character', dataset({ abstract: '摘\u0000要' }), 'abstract', /控制字符/],
  ['a control character in a nested field', dataset({ items: [{ name: '甲' }, { name: '\u0001' }] }), 'items[1].name', /控制字符/],
  ['an unpaired surrogate', '{"kind":"dataset","identifier":"bad","title":"题\\ud800名"}', 'title', /代理码元/],
  ['an unpaired surrogate in the identifier', '{"kind":"dataset","identifier":"b\\udc00","title":"题名"}', 'identifier', /代理码元/],
  ['30 February', document({ writtenOn: '2021-02-30' }), 'writtenOn', /./],
  ['a date that is a number', document({ publishedOn: 20210230 }), 'publishedOn', /应为文本/],
  ['keywords that are a text', dataset({ keywords: '甲' }), 'keywords', /应为列表/],
  ['a keyword that is null', dataset({ keywords: ['甲', null] }), 'keywords', /文本/],
  ['an item that is a text', dataset({ items: ['甲'] }), 'items[0]', /对象/],
  ['an item without a name', dataset({ items: [{ type: 'C' }] }), 'items[0].name', /./],
  ['resources that are an object', dataset({ resources: { title: '表' } }), 'resources', /列表/],
  ['a field with a slip', dataset({ titel: '题名' }), 'titel', /是否指 title/],
  ['a field of the other kind', dataset({ body: '正文' }), 'body', /没有这个字段/],
  ['a nested field with a slip', dataset({ items: [{ name: '甲', nmae: '乙' }] }), 'items[0].nmae', /是否指 name/],
  [
    'a field that reaches into prototypes',
    '{"kind":"dataset","identifier":"bad","title":"题名","__proto__":{"x":1}}',
    '__proto__',
    /没有这个字段/,
  ],
  [
    'nesting without end',
    `{"kind":"dataset","identifier":"bad","title":"题名","keywords":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    'keywords',
    /嵌套/,
  ],
  ['an issuer that is a number', document({ issuer: 3 }), 'issuer', /列表/],
  ['a relation of an unknown type', document({ relations: [{ type: 'repeal', target: 'x' }] }), 'relations[0].type', /repeals/],
  ['a relation to itself', document({ relations: [{ type: 'repeals', target: 'bad' }] }), 'relations[0].target', /自己/],
  [
    'the same relation twice',
    document({
      relations: [
        { type: 'amends', target: 'x' },
        { type: 'amends', target: 'x' },
      ],
    }),
    'relations[1]',
    /重复/,
  ],
  ['an absolute path', dataset({ resources: [{ title: '表', path: '/etc/hostname' }] }), 'resources[0].path', /相对路径/],
  ['a path that climbs out', dataset({ resources: [{ title: '表', path: '../records.jsonl' }] }), 'resources[0].path', /相对路径/],
  [
    'a path that climbs out with backslashes',
    dataset({ resources: [{ title: '表', path: 'a\\..\\..\\b' }] }),
    'resources[0].path',
    /相对路径/,
  ],
  ['a path to nothing', document({ attachments: [{ title: '表', path: 'none.csv' }] }), 'attachments[0].path', /没有文件/],
  ['a path to a folder', dataset({ resources: [{ title: '表', path: '.' }] }), 'resources[0].path', /文件/],
  ['a hash that is none', dataset({ resources: [{ title: '表', url: 'https://a.example/', sha256: 'xyz' }] }), 'resources[0].sha256', /./],
];

describe('A line that cannot be imported', () => {
  it.each(TABLE)('is refused by the name of its field: %s', async (_, line, field, message) => {
    const { tally, rejected } = await importContent(running, `${line}\n`);
    expect(String(tally)).toBe('0 created, 0 updated, 0 unchanged, 1 rejected');
    expect(rejected).toEqual([expect.objectContaining({ line: 1, text: line })]);
    expect(rejected[0]!.errors.map((error) => error.field)).toEqual([field]);
    expect(rejected[0]!.errors[0]!.message).toMatch(message);
    expect(await running.query('SELECT identifier FROM record')).toEqual([]);
  });

  it('is refused when a link leaves the folder', async () => {
    const outcome = await inFolder(async (outer) => {
      const folder = path.join(outer, 'inner');
      await mkdir(folder);
      await writeFile(path.join(outer, 'secret.csv'), 'a');
      await symlink(path.join(outer, 'secret.csv'), path.join(folder, 'link.csv'));
      const file = path.join(folder, 'records.jsonl');
      await writeFile(file, dataset({ resources: [{ title: '表', path: 'link.csv' }] }));
      return importFile(running, file);
    });
    expect(outcome.rejected[0]!.errors).toEqual([{ field: 'resources[0].path', message: '“link.csv”指向了文件夹之外' }]);
  });

  it('is refused when it is not UTF-8, and the lines around it are not', async () => {
    const content = Buffer.concat([
      Buffer.from('\ufeff{"kind":"dataset","identifier":"u1","title":"甲"}\r\n\r\n'),
      Buffer.from([0x7b, 0xb9, 0xab, 0x0a]),
      Buffer.from(' \t\n{"kind":"dataset","identifier":"u2","title":"乙"}'),
    ]);
    const { tally, rejected } = await importContent(running, content);
    expect(String(tally)).toBe('2 created, 0 updated, 0 unchanged, 1 rejected');
    expect(rejected.map(({ line, errors }) => [line, errors[0]!.message])).toEqual([[3, '不是有效的 UTF-8，请检查文件编码']]);
  });

  it('is refused when it is longer than 16 MB, and the next is read', async () => {
    const { tally, rejected } = await importContent(
      running,
      `"${'x'.repeat(17 * 1024 * 1024)}"\n{"kind":"dataset","identifier":"l1","title":"甲"}\n`,
    );
    expect(String(tally)).toBe('1 created, 0 updated, 0 unchanged, 1 rejected');
    expect(rejected[0]).toMatchObject({ line: 1, errors: [{ field: '', message: '超过 16 MB，请拆分' }] });
  });

  it('never takes the lines of its batch with it', async () => {
    const good = (identifier: string) => ({ kind: 'document', identifier, title: '通知' });
    const lines = jsonLines(
      good('g1'),
      { ...good('self'), relations: [{ type: 'amends', target: 'self' }] },
      good('g2'),
      { ...good('g1'), title: '另一件' },
      good('g1'),
    );
    const { tally, rejected } = await importContent(running, lines);
    expect(String(tally)).toBe('2 created, 0 updated, 0 unchanged, 3 rejected');
    expect(rejected.map(({ line, identifier }) => [line, identifier])).toEqual([
      [4, 'g1'],
      [5, 'g1'],
      [2, 'self'],
    ]);
    expect(rejected[0]!.errors).toEqual([{ field: 'identifier', message: '与第 1 行重复，一个文件中标识符只能出现一次' }]);
    expect(
      await running.query(`SELECT identifier, title, revision FROM record WHERE identifier IN ('g1', 'g2', 'self') ORDER BY 1`),
    ).toEqual([
      { identifier: 'g1', title: '通知', revision: 1 },
      { identifier: 'g2', title: '通知', revision: 1 },
    ]);
  });

  it('is the one that would close a cycle', async () => {
    const link = (identifier: string, target: string) => ({
      kind: 'document',
      identifier,
      title: '通知',
      relations: [{ type: 'basedOn', target }],
    });
    const { tally, rejected } = await importContent(running, jsonLines(link('c1', 'c2'), link('c2', 'c3'), link('c3', 'c1')));
    expect(String(tally)).toBe('2 created, 0 updated, 0 unchanged, 1 rejected');
    expect(rejected).toEqual([
      expect.objectContaining({ line: 3, identifier: 'c3', errors: [expect.objectContaining({ field: 'relations' })] }),
    ]);
  });

  it('is refused when its resource code belongs to another record, or its identifier to another kind', async () => {
    const coded = (identifier: string) => ({ kind: 'dataset', identifier, title: '表', resourceCode: '307001000/000099' });
    const { tally, rejected } = await importContent(
      running,
      jsonLines(coded('r1'), coded('r2'), { kind: 'document', identifier: 'r3', title: '文' }),
    );
    expect(String(tally)).toBe('2 created, 0 updated, 0 unchanged, 1 rejected');
    expect(rejected[0]).toMatchObject({ line: 2, identifier: 'r2', errors: [{ field: 'resourceCode' }] });
    const again = await importContent(running, jsonLines({ kind: 'dataset', identifier: 'r3', title: '文' }));
    expect(again.rejected[0]).toMatchObject({ identifier: 'r3', errors: [{ field: 'kind' }] });
  });

  it('leaves no file of refused lines behind once all is well', async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, 'records.jsonl');
      await writeFile(file, '{}\n');
      expect((await importFile(running, file)).rejected).toHaveLength(1);
      await writeFile(file, jsonLines({ kind: 'dataset', identifier: 'well', title: '表' }));
      expect((await importFile(running, file)).rejected).toEqual([]);
    });
  });
});

describe('Compressed input', () => {
  const lines = jsonLines({ kind: 'dataset', identifier: 'z1', title: '表' }, { kind: 'dataset', identifier: 'z2', title: '表' });

  it('is read like any other', async () => {
    expect(String((await importContent(running, gzipSync(lines))).tally)).toBe('2 created, 0 updated, 0 unchanged, 0 rejected');
  });

  it('is known by its first two bytes even when they come one by one', async () => {
    const bytes = [...gzipSync(lines)].map((byte) => Buffer.of(byte));
    const read: string[] = [];
    for await (const { text } of linesOf(Readable.from(bytes))) read.push(text);
    expect(read.join('\n')).toBe(lines.trimEnd());
  });

  it('that ends early is told in one sentence', async () => {
    const cut = gzipSync(lines).subarray(0, -6);
    await expect(importContent(running, cut)).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining('压缩内容不完整'),
    });
  });

  it('that is a folder is told in one sentence', async () => {
    const folder = inFolder((name) => importFile(running, name));
    await expect(folder).rejects.toMatchObject({ name: 'AppError', message: expect.stringContaining('EISDIR') });
  });
});
