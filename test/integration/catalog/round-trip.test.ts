import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordExporter, RecordWriter } from '../../../src/modules/catalog/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { importContent, importFile, inFolder, jsonLines } from './import-text.js';
import { expectIntegrity } from './integrity.js';

const samples = fileURLToPath(new URL('../../../samples/data/', import.meta.url));

/** Everything that a careful reader would not put into one file. */
const NASTY = [
  {
    kind: 'dataset',
    identifier: 'b',
    title: ' 前后有空格 ',
    keywords: ['一', '一', '二'],
    topic: '没有这样的主题',
    region: '江苏省泰州市',
    formats: ['CSV', 'csv', 'XLSX'],
  },
  {
    kind: 'dataset',
    identifier: 'B',
    title: '大小写不同',
    abstract: '',
    keywords: [],
    updateCycle: '每个工作日',
    openness: '无条件开放',
    shareType: '不予共享',
    rowCount: 0,
  },
  {
    kind: 'dataset',
    identifier: 'a/b 你好?%&#',
    title: 'e\u0301 与 é',
    provider: '市统计局',
    region: '江苏/泰州',
    publishedOn: '2021',
    modifiedOn: '2021-02',
  },
  {
    kind: 'dataset',
    identifier: '\u{1f600}',
    title: '表情',
    items: [{ name: '甲', type: null, length: 12, description: '' }, { name: '乙' }],
    temporal: { start: '2020', end: null },
    contact: {},
  },
  { kind: 'dataset', identifier: '\uff5e', title: '全角', license: '自定义', dataGrade: '一般数据', classPath: ['部门信息资源', '市级'] },
  {
    kind: 'dataset',
    identifier: 'files',
    title: '带文件',
    resources: [
      { title: '表', path: 'files/表 格.csv', format: 'csv' },
      { title: '同一内容', path: 'copy.csv' },
      { title: '又一份同名', path: 'other/表 格.csv', description: '' },
      { title: '网址', url: 'https://a.example/?q=1&b=2', byteSize: 9007199254740991 },
    ],
  },
  {
    kind: 'document',
    identifier: 'html',
    title: '网页',
    body: '<div onclick="x()">一<script>alert(1)</script><b>二</b> &amp; &lt;三&gt;</div><table><tr><td colspan="2">四</td></tr></table>',
  },
  { kind: 'document', identifier: 'almost-html', title: '近似网页', body: '<span>a &lt; b &amp; c</span>' },
  {
    kind: 'document',
    identifier: 'plain',
    title: '纯\n文本',
    body: '第一行\r\n第二行 a<b && c>d\r第三行 ',
    issuer: '甲局、乙局 、 丙局',
    documentNumber: '国发[2016]51号',
  },
  {
    kind: 'document',
    identifier: 'repealer',
    title: '废止',
    publishedOn: '2022-01-01',
    relations: [
      { type: 'repeals', target: 'target', partial: false, note: '' },
      { type: 'amends', target: 'absent', partial: true, note: '第三条' },
      { type: 'relatesTo', target: 'files' },
    ],
  },
  {
    kind: 'document',
    identifier: 'target',
    title: '被废止',
    validity: '现行有效',
    writtenOn: '2023-01-01',
    publishedOn: '2022-12-31',
    attachments: [{ title: '附件', path: 'other/表 格.csv' }],
  },
  {
    kind: 'document',
    identifier: 'unknown-validity',
    title: '某种效力',
    validity: '尚待确认',
    documentType: '某种文种',
    audience: ['citizen', '企业'],
  },
];
const FILES = { 'files/表 格.csv': '甲,乙\n1,2\n', 'copy.csv': '甲,乙\n1,2\n', 'other/表 格.csv': '丙\n' };

let first: TestApplication;
let second: TestApplication;
beforeAll(async () => {
  first = await createTestApplication();
  second = await createTestApplication();
});
afterAll(() => Promise.all([first.close(), second.close()]));

/** Names and contents of an export and of the files beside it. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (name) => [name, await readFile(path.join(folder, name), 'base64')] as const)),
  );
}

const exported = ({ app }: TestApplication, folder: string) => app.get(RecordExporter).exportFile(path.join(folder, 'all.jsonl'));

describe('Export', () => {
  beforeAll(async () => {
    expect(String((await importFile(first, path.join(samples, 'datasets.jsonl'))).tally)).toMatch(
      /^\d+ created, 0 updated, 0 unchanged, 0 rejected$/,
    );
    expect(String((await importFile(first, path.join(samples, 'documents.jsonl'))).tally)).toMatch(
      /^\d+ created, 0 updated, 0 unchanged, 0 rejected$/,
    );
    expect((await importContent(first, jsonLines(...NASTY), FILES)).rejected).toEqual([]);
  });

  it('is the inverse of import, byte for byte, with the files', async () => {
    await inFolder(async (folder) => {
      const lines = await exported(first, folder);
      const before = await contentsOf(folder);
      expect(Object.keys(before).length).toBeGreaterThan(60);
      expect(String((await importFile(second, path.join(folder, 'all.jsonl'))).tally)).toBe(
        `${lines} created, 0 updated, 0 unchanged, 0 rejected`,
      );
      await inFolder(async (again) => {
        await exported(second, again);
        expect(await contentsOf(again)).toEqual(before);
      });
    });
  });

  it('imported over the catalog it came from changes nothing', async () => {
    await inFolder(async (folder) => {
      const lines = await exported(first, folder);
      expect(String((await importFile(first, path.join(folder, 'all.jsonl'))).tally)).toBe(
        `0 created, 0 updated, ${lines} unchanged, 0 rejected`,
      );
      await expectIntegrity(first);
    });
  });

  it('goes by the bytes of the identifiers and says what was declared', async () => {
    await inFolder(async (folder) => {
      await exported(first, folder);
      const records = (await readFile(path.join(folder, 'all.jsonl'), 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { identifier: string });
      const identifiers = records.map(({ identifier }) => identifier);
      expect(identifiers).toEqual([...identifiers].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      const byIdentifier = new Map(records.map((record) => [record.identifier, record]));
      expect(byIdentifier.get('target')).toMatchObject({ validity: '现行有效' });
      expect(byIdentifier.get('B')).toEqual({
        kind: 'dataset',
        identifier: 'B',
        title: '大小写不同',
        shareType: '不予共享',
        openness: '无条件开放',
        updateCycle: '每个工作日',
        rowCount: 0,
      });
      expect(byIdentifier.get('plain')).toMatchObject({
        title: '纯 文本',
        issuer: ['甲局', '乙局', '丙局'],
        documentNumber: '国发〔2016〕51号',
        body: '第一行\n第二行 a<b && c>d\n第三行',
      });
      expect(byIdentifier.get('almost-html')).toMatchObject({ body: '<p>a &lt; b &amp; c</p>' });
    });
  });

  it('leaves withdrawn records out', async () => {
    await importContent(first, jsonLines({ kind: 'dataset', identifier: 'gone', title: '将撤回' }));
    await first.app.get(RecordWriter).withdraw('dataset', 'gone', 1, '错误', { actor: 'test', requestId: null });
    await inFolder(async (folder) => {
      await exported(first, folder);
      expect(await readFile(path.join(folder, 'all.jsonl'), 'utf8')).not.toContain('"gone"');
    });
  });

  it('puts nothing under the name of the export when it cannot be whole', async () => {
    await inFolder(async (folder) => {
      await writeFile(path.join(folder, 'files'), 'a file where the folder of files should be');
      await expect(exported(first, folder)).rejects.toMatchObject({ name: 'AppError' });
      expect(await readdir(folder)).toEqual(['files']);
    });
  });
});
