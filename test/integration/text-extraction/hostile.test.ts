import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtractionLimits, TextExtractor } from '../../../src/modules/platform/text-extraction/index.js';
import { docxFile, identityFont, pdfPage } from '../../support/office/documents.js';
import { zipFile } from '../../support/office/zip-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: Buffer | string, format: string, limits: Partial<ExtractionLimits> = {}, script?: string) {
  const file = path.join(folder, `file.${format}`);
  await writeFile(file, content);
  return new TextExtractor(limits, script).extract(file, format);
}

const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${[...'bcdefghi'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]>`;
const workbook = (sheet: Buffer | string) =>
  zipFile({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  });

describe('files that are made to harm end in a sentence', () => {
  it.each<[string, string, Buffer, string]>([
    ['a docx with entities in entities', 'docx', docxFile({ paragraphs: ['&i;'], prolog: laughs }), 'DTD'],
    ['xml with entities in entities', 'xml', Buffer.from(`${laughs}<w>&i;</w>`), 'DTD'],
    ['xml nested without end', 'xml', Buffer.from('<a>'.repeat(500_000)), '嵌套'],
    ['xml cut off', 'xml', Buffer.from('<a><b>'), '语法错误'],
    ['a docx cut off', 'docx', docxFile({ paragraphs: ['字'.repeat(1000)] }).subarray(0, 300), '压缩结构'],
    ['a docx without its document', 'docx', zipFile({ 'a.txt': 'x' }), '没有文字'],
    ['an ofd without documents', 'ofd', zipFile({ 'OFD.xml': '<OFD/>' }), 'OFD.xml'],
    ['an xlsx that is none', 'xlsx', Buffer.from('hello'), '密码'],
    ['a pdf cut off', 'pdf', pdfPage('0001', identityFont('字').font).subarray(0, 60), 'PDF'],
    ['an empty file', 'txt', Buffer.alloc(0), '没有文字'],
  ])('%s', async (_, format, content, note) => {
    expect(await read(content, format)).toMatchObject({ text: '', state: 'none', note: expect.stringContaining(note) });
  });

  const big = 'x'.repeat(30_000_000);
  const ofd = (document: string, page = '<Page/>') =>
    zipFile({ 'OFD.xml': '<OFD><DocRoot>d.xml</DocRoot></OFD>', 'd.xml': document, 'p.xml': page });
  const show = (presentation: string, slide = '<sld/>') =>
    zipFile({
      'ppt/presentation.xml': presentation,
      'ppt/_rels/presentation.xml.rels': '<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>',
      'ppt/s.xml': slide,
      'ppt/_rels/s.xml.rels':
        '<Relationships><Relationship Id="a" Target="s.xml"/><Relationship Id="b" Target="presentation.xml"/><Relationship Id="c" Target="../../../../etc/passwd"/></Relationships>',
    });
  const text = '<TextObject Boundary="0 0 1 1"><TextCode>字</TextCode></TextObject>';
  const shown = '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>字</a:t></a:p></p:sld>';

  it.each<[string, string, Buffer, object]>([
    [
      'an ofd with entities in entities',
      'ofd',
      ofd('<D><Page BaseLoc="p.xml"/></D>', `${laughs}<Page>&i;</Page>`),
      { text: '', readToEnd: false, note: expect.stringContaining('DTD') },
    ],
    [
      'an ofd nested without end',
      'ofd',
      ofd('<D><Page BaseLoc="p.xml"/></D>', '<a>'.repeat(500_000)),
      { readToEnd: false, note: expect.stringContaining('嵌套') },
    ],
    [
      'an ofd that is its own document',
      'ofd',
      zipFile({ 'OFD.xml': '<OFD><DocRoot>OFD.xml</DocRoot><Page BaseLoc="OFD.xml"/></OFD>' }),
      { text: '' },
    ],
    [
      'an ofd of one page a hundred thousand times',
      'ofd',
      ofd(`<D>${'<Page BaseLoc="p.xml"/>'.repeat(100_000)}</D>`, `<Page>${text}</Page>`),
      { text: '字', state: 'whole' },
    ],
    [
      'an ofd of a hundred thousand pages that are not there',
      'ofd',
      ofd(`<D>${Array.from({ length: 100_000 }, (_, index) => `<Page BaseLoc="${index}.xml"/>`).join('')}</D>`),
      { readToEnd: false, note: expect.stringContaining('等 100000 页缺失') },
    ],
    [
      'an ofd with an attribute of thirty million characters',
      'ofd',
      ofd('<D><Page BaseLoc="p.xml"/></D>', `<Page a="${big}" Boundary="${big}">${text}</Page>`),
      { text: '字' },
    ],
    [
      'an ofd with half a document',
      'ofd',
      ofd('<D><Page BaseLoc="p.xml"/>', `<Page>${text}</Page>`),
      { readToEnd: false, note: expect.stringContaining('语法错误') },
    ],
    [
      'a pptx with entities in entities',
      'pptx',
      show('<p/>', `${laughs}<a>&i;</a>`),
      { text: '', readToEnd: false, note: expect.stringContaining('DTD') },
    ],
    [
      'a pptx nested without end',
      'pptx',
      show('<p/>', '<a:p>'.repeat(500_000)),
      { readToEnd: false, note: expect.stringContaining('嵌套') },
    ],
    [
      'a pptx whose slides lead to themselves and to a password file',
      'pptx',
      show('<p:presentation xmlns:p="p" xmlns:r="r"><p:sldId r:id="r1"/></p:presentation>', shown),
      { text: '字', state: 'whole' },
    ],
    [
      'a pptx of one slide a hundred thousand times',
      'pptx',
      show(`<presentation>${'<sldId r:id="r1"/>'.repeat(100_000)}</presentation>`, shown),
      { text: '字', state: 'whole' },
    ],
    [
      'a pptx with an attribute of thirty million characters',
      'pptx',
      show('<p/>', `<sld a="${big}"><p><t>字</t></p></sld>`),
      { text: '字' },
    ],
    ['a pptx that is an ofd', 'pptx', ofd('<D/>'), { readToEnd: false, note: expect.stringContaining('里面没有文档') }],
    [
      'a pptx with a part out of the package',
      'pptx',
      zipFile({ '../../ppt/presentation.xml': shown }),
      { text: '', readToEnd: false, note: expect.stringContaining('压缩结构') },
    ],
    [
      'a pptx with an absolute part',
      'pptx',
      zipFile({ '/ppt/presentation.xml': shown }),
      { text: '', readToEnd: false, note: expect.stringContaining('压缩结构') },
    ],
    [
      'a million relationships',
      'docx',
      zipFile({
        '_rels/.rels': `<R>${'<Relationship Id="a" Target="word/document.xml"/>'.repeat(1_000_000)}</R>`,
        'word/document.xml': '<document><p><t>字</t></p></document>',
      }),
      { text: '字', state: 'whole' },
    ],
  ])('%s', async (_, format, content, expected) => {
    expect(await read(content, format)).toMatchObject(expected);
  });

  it('a part larger than a worker may hold in one text', async () => {
    const file = zipFile({ 'word/document.xml': Buffer.concat([Buffer.from('<document a="'), Buffer.alloc(150_000_000, 'x')]) });
    expect(await read(file, 'docx', { heapMegabytes: 48 })).toMatchObject({ text: '', readToEnd: false });
  });

  it('a pdf whose pages and bookmarks go in circles', async () => {
    const { codes, font } = identityFont('字');
    const file = pdfPage(codes, font).toString('latin1');
    const circle = file.replace('/Kids [3 0 R]', '/Kids [2 0 R]');
    expect(await read(Buffer.from(circle, 'latin1'), 'pdf')).toMatchObject({ readToEnd: false });
    const many = file.replace('/Count 1', '/Count 99999999');
    // What it says of its pages is held against the pages that are there.
    expect(await read(Buffer.from(many, 'latin1'), 'pdf')).toMatchObject({ text: '字' });
  });

  it('html nested a hundred thousand deep', async () => {
    const { text, state } = await read(`${'<div>'.repeat(100_000)}字`, 'html');
    expect({ text, state }).toEqual({ text: '字', state: 'whole' });
  });

  it('a sheet of two million rows is read to its end; its beginning is kept', async () => {
    const rows = '<row><c t="str"><v>甲</v></c></row>'.repeat(2_000_000);
    const found = await read(workbook(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), 'xlsx', { heapMegabytes: 128 });
    expect(found).toMatchObject({ state: 'partial', readToEnd: true, note: expect.stringContaining('全文已检查') });
    expect(found.text).toHaveLength(1_999_999);
  });

  it('a member that unpacks to far more than it says', async () => {
    const bomb = workbook(Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(50_000_000, ' ')]));
    // The directory at the end tells a small size.
    bomb.writeUInt32LE(1000, bomb.lastIndexOf('PK\x01\x02') + 24);
    expect(await read(bomb, 'xlsx')).toMatchObject({ readToEnd: false, note: expect.stringContaining('压缩') });
  });

  it('a pdf whose page unpacks to gigabytes is stopped by what the process grows', async () => {
    const packed = deflateSync(Buffer.alloc(400_000_000, ' '), { level: 1 });
    const head = pdfPage('', identityFont('字').font).toString('latin1');
    const bomb = head.replace(
      '<< /Length 0 >>\nstream\n\nendstream',
      `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream`,
    );
    const found = await read(Buffer.from(bomb, 'latin1'), 'pdf', { growthMegabytes: 200 });
    expect(found).toMatchObject({ state: 'none', readToEnd: false, note: expect.stringContaining('太大') });
  });

  it('more on the heap than a worker may have', async () => {
    const strings = Array.from({ length: 400_000 }, (_, index) => `<si><t>${index}${'汉'.repeat(60)}</t></si>`).join('');
    const file = zipFile({ 'xl/workbook.xml': '<workbook/>', 'xl/sharedStrings.xml': `<sst>${strings}</sst>` });
    expect(await read(file, 'xlsx', { heapMegabytes: 24 })).toMatchObject({ state: 'none', note: expect.stringContaining('太大') });
  });
});

describe('a worker that', () => {
  const script = async (code: string) => {
    const file = path.join(folder, 'worker.mjs');
    await writeFile(
      file,
      `import { parentPort } from 'node:worker_threads';\nparentPort.postMessage({ type: 'more', text: '读到的', findings: [] });\n${code}`,
    );
    return file;
  };

  it.each([
    ['never ends', 'for (;;);', '限时'],
    ['throws', 'setTimeout(() => { throw new Error("x"); }, 50);', '错误'],
    ['leaves', 'setTimeout(() => process.exit(1), 50);', '错误'],
  ])('%s leaves what it told', async (_, code, note) => {
    const found = await read('x', 'txt', { timeMs: 2_000, graceMs: 0 }, await script(code));
    expect(found).toMatchObject({ text: '读到的', state: 'partial', readToEnd: false, note: expect.stringContaining(note) });
  });

  it('waits for its turn', async () => {
    const file = path.join(folder, 'many.txt');
    await writeFile(file, '字');
    const extractor = new TextExtractor({ workers: 1 });
    const found = await Promise.all(Array.from({ length: 5 }, () => extractor.extract(file, 'txt')));
    expect(found.map(({ text }) => text)).toEqual(new Array(5).fill('字'));
  });

  it('takes too long by its own clock keeps what it read', async () => {
    const found = await read('很长的文字，一行一行。\n'.repeat(500_000), 'txt', { timeMs: 1, timeMsPerMegabyte: 0 });
    expect(found).toMatchObject({ state: 'partial', readToEnd: false, note: expect.stringContaining('没有读完') });
    expect(found.text).toContain('很长的文字');
  });
});
