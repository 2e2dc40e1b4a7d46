import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextExtractor } from '../../../src/modules/platform/text-extraction/index.js';
import { odsOf } from '../../support/crafted-office.js';
import { docxFile, gbkFont, identityFont, ofdFile, pdfPage, pptxFile } from '../../support/office/documents.js';

const extractor = new TextExtractor();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-text-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: Buffer | string, format: string) {
  const file = path.join(folder, `file.${format}`);
  await writeFile(file, content);
  return extractor.extract(file, format);
}

const whole = (text: string) => ({ text, state: 'whole', note: null, readToEnd: true, findings: [] });

describe('text of office documents', () => {
  it('docx: paragraphs, table rows and headers', async () => {
    const file = docxFile({
      paragraphs: ['关于 A&B 的通知', '各区县人民政府：'],
      table: [
        ['姓名', '金额'],
        ['张某', '12'],
      ],
      header: '澜川市文件',
    });
    expect(await read(file, 'docx')).toEqual(whole('关于 A&B 的通知\n各区县人民政府：\n姓名 | 金额\n张某 | 12\n澜川市文件'));
  });

  it('xlsx: sheets with their names, dates as dates, long numbers whole', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('名单');
    sheet.addRow(['名称', '日期', '电话', '比例']);
    sheet.addRow(['一中', new Date('2024-05-08'), 13800006789, 0.25]);
    sheet.getCell('B2').numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell('A4').value = { richText: [{ text: '富' }, { text: '文本' }] };
    sheet.getCell('A4').note = '批注内容';
    book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['藏着的字', { formula: 'A1&"甲"', result: '算出的字' }, true]);
    const found = await read(Buffer.from(await book.xlsx.writeBuffer()), 'xlsx');
    expect(found).toEqual(
      whole('名单\n名称 | 日期 | 电话 | 比例\n一中 | 2024-05-08 | 13800006789 | 0.25\n富文本\n批注内容\n隐藏\n藏着的字 | 算出的字 | TRUE'),
    );
  });

  it('pptx: slides in the order shown, with notes', async () => {
    const file = pptxFile([
      { text: '第一张', note: '讲稿一' },
      { text: '第二张', note: '讲稿二' },
    ]);
    expect(await read(file, 'pptx')).toEqual(whole('第一张\n讲稿一\n第二张\n讲稿二'));
  });

  it('ods: tables with their names, long numbers whole, notes of people', async () => {
    const cell = (type: string, attributes: string, inner: string) =>
      `<table:table-cell office:value-type="${type}" ${attributes}>${inner}</table:table-cell>`;
    const note = '<office:annotation><text:p>批注内容</text:p></office:annotation>';
    const markup = `<table:table table:name="名单"><table:table-row>${cell('string', '', `${note}<text:p>张<text:s/>某</text:p>`)}${cell('float', 'office:value="320583198001010011"', '<text:p>3.2E17</text:p>')}</table:table-row></table:table>`;
    const styles = '<?xml version="1.0"?><a><b>页眉的字</b></a>';
    const found = await read(odsOf({ markup, parts: [{ name: 'styles.xml', content: styles }] }), 'ods');
    expect(found).toEqual(whole('Sheet1\n站点\n名单\n批注内容\n张 某 | 320583198001010011'));
  });

  it('ofd: lines of every page, and the template under them', async () => {
    const file = ofdFile([[['澜政发', '〔2024〕3号'], ['关于印发办法的通知']], [['第二页的字']]], '内部流转单');
    expect(await read(file, 'ofd')).toEqual(whole('澜政发〔2024〕3号\n关于印发办法的通知\n第二页的字\n内部流转单'));
  });
});

describe('text of pdf', () => {
  it('reads codes by the map in the file', async () => {
    const { codes, font } = identityFont('政务公开办法');
    expect(await read(pdfPage(codes, font), 'pdf')).toEqual(whole('政务公开办法'));
  });

  it('reads Chinese without any map or font in the file', async () => {
    const codes = iconv.encode('澜川市人民政府', 'gbk').toString('hex');
    expect(await read(pdfPage(codes, gbkFont), 'pdf')).toEqual(whole('澜川市人民政府'));
  });

  it('names the pages that a person has to look at', async () => {
    const { codes, font } = identityFont('⾝份证');
    expect(await read(pdfPage(codes, font, true), 'pdf')).toMatchObject({
      text: '身份证',
      state: 'partial',
      readToEnd: false,
      note: expect.stringContaining('第 2 页没有文字'),
    });
    expect(await read(ofdFile([[['一']], []], ''), 'ofd')).toMatchObject({ state: 'partial', note: '第 2 页只有图像，没有文字层。' });
  });

  it('says that a scan has no text', async () => {
    expect(await read(pdfPage('', gbkFont), 'pdf')).toMatchObject({
      text: '',
      state: 'none',
      note: expect.stringContaining('扫描件，没有文字层'),
    });
  });
});

describe('text in any encoding', () => {
  const simplified = '名称,地址\n第一中学,清江区和平路';
  const traditional = '臺北市政府資訊局的公開資料，依法發布。';
  it.each([
    ['utf-8', Buffer.from(simplified), simplified],
    ['utf-8 with mark', Buffer.from(`\ufeff${simplified}`), simplified],
    ['gb18030', iconv.encode(`${simplified}㐀`, 'gb18030'), `${simplified}㐀`],
    [
      'gbk after a long Latin beginning',
      iconv.encode(`${'a,b\n'.repeat(100_000)}${simplified}`, 'gbk'),
      `${'a,b\n'.repeat(100_000)}${simplified}`,
    ],
    ['utf-16le with mark', iconv.encode(simplified, 'utf-16le', { addBOM: true }), simplified],
    ['utf-16be with mark', iconv.encode(simplified, 'utf-16be', { addBOM: true }), simplified],
    ['utf-16le without', iconv.encode(`a,b\n1,2\n${simplified}`, 'utf-16le'), `a,b\n1,2\n${simplified}`],
    ['big5', iconv.encode(traditional, 'big5'), traditional],
  ])('%s', async (_, content, text) => {
    expect((await read(content, 'txt')).text).toBe(text);
  });

  it('csv: cells with quotations, breaks and delimiters in them', async () => {
    const found = await read('名称;"说 ""明"""\r\n"甲;乙";"两\n行"\r\n坏"引号;丙\r\n"没有收尾;丁\n', 'csv');
    expect(found.text).toBe('名称 | 说 "明"\n甲;乙 | 两\n行\n坏"引号 | 丙\n没有收尾 | 丁');
  });

  it('json: escaped characters as they are read', async () => {
    expect((await read('{"name":"\\u5f20\\u4e09"}', 'json')).text).toBe('{"name":"张三"}');
  });

  it('html: what a reader sees', async () => {
    const page =
      '<html><head><title>标题</title><style>p{}</style><script>var a="藏"</script></head><body><p>第一段 a&lt;b</p><table><tr><td>甲</td><td>乙</td></tr></table></body></html>';
    expect((await read(page, 'html')).text).toBe('标题\n第一段 a<b\n甲 乙');
  });

  it('xml: texts and attributes', async () => {
    expect((await read('<?xml version="1.0"?><根 属性="值"><项>一</项><项><![CDATA[二]]></项></根>', 'xml')).text).toBe('值\n一\n二');
  });

  it.each([
    ['doc', '旧的二进制格式'],
    ['jpg', '图片'],
    ['zip', '压缩包'],
    ['shp', 'SHP 格式'],
  ])('%s says why there is no text', async (format, note) => {
    expect(await read('x', format)).toMatchObject({ text: '', state: 'none', note: expect.stringContaining(note) });
  });
});
