import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeText } from '../../../src/modules/catalog/index.js';
import { TextExtractor } from '../../../src/modules/platform/text-extraction/index.js';
import { identityFont, pdfFile } from '../../support/office/documents.js';
import { packageOf, paragraphOf, strangeDocx, word } from '../../support/office/package.js';
import { zipFile } from '../../support/office/zip-file.js';

const ID = '11010519491231002X';
const MARK = '机密★5年';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-hidden-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: Buffer | string, format: string) {
  const file = path.join(folder, `file.${format}`);
  await writeFile(file, content);
  return describeText(new TextExtractor(), file, format);
}

const rulesIn = async (content: Buffer | string, format: string) => {
  const { findings } = await read(content, format);
  return findings.map(({ rule }) => rule);
};

describe('text of a docx under any name', () => {
  it('is read by relationships: body, headers, notes, comments, what nothing leads to', async () => {
    const part = (root: string, text: string, relations?: [string, string][]) => ({ content: word(root, paragraphOf(text)), relations });
    const file = strangeDocx(
      paragraphOf('正文的字'),
      {
        'word/a.xml': part('hdr', '页眉的字'),
        'word/b.dat': part('ftr', '页脚的字'),
        'x/c.xml': part('footnotes', '脚注的字'),
        'x/d.xml': part('comments', '批注的字', [['image', 'e.xml']]),
        'x/e.xml': part('endnotes', '尾注的字'),
        'orphan.xml': part('unknown', '没有关系的字'),
      },
      [
        ['header', 'a.xml'],
        ['footer', 'B.DAT'],
        ['footnotes', '/x/c.xml'],
        ['comments', '../x/d.xml'],
      ],
    );
    expect(await read(file, 'docx')).toMatchObject({
      textState: 'whole',
      text: '正文的字\n页眉的字\n页脚的字\n脚注的字\n批注的字\n尾注的字\n没有关系的字',
    });
  });

  it.each<[string, Buffer]>([
    ['the main part under another name', strangeDocx(paragraphOf(ID))],
    [
      'a text box',
      strangeDocx(`<w:p><w:r><w:pict><v:textbox><w:txbxContent>${paragraphOf(ID)}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`),
    ],
    ['the words for a picture', strangeDocx(`${paragraphOf('字')}<wp:docPr id="1" descr="${ID}"/>`)],
    [
      'the code of a field, cut into runs',
      strangeDocx(`<w:p><w:r><w:instrText>QUOTE "110105</w:instrText></w:r><w:r><w:instrText>19491231002X"</w:instrText></w:r></w:p>`),
    ],
    ['a list to choose from', strangeDocx(`${paragraphOf('字')}<w:listItem w:displayText="${ID}" w:value="1"/>`)],
    ['the glossary', strangeDocx(paragraphOf('字'), { 'g/x.xml': { content: word('glossaryDocument', paragraphOf(ID)) } })],
    [
      'a variable of the document',
      strangeDocx(paragraphOf('字'), { 's.xml': { content: word('settings', `<w:docVar w:name="a" w:val="${ID}"/>`) } }),
    ],
    [
      'the properties of the file',
      strangeDocx(paragraphOf('字'), {
        'docProps/c.xml': { content: `<cp:coreProperties xmlns:cp="c"><title>${ID}</title></cp:coreProperties>` },
      }),
    ],
    ['data of its own', strangeDocx(paragraphOf('字'), { 'customXml/item1.xml': { content: `<a><b>${ID}</b></a>` } })],
    ['the address of a link', strangeDocx(paragraphOf('字'), {}, [['hyperlink', `x?id=${ID}`]])],
    [
      'a number cut by a comment of XML',
      strangeDocx(paragraphOf('字'), { 'customXml/item1.xml': { content: `<a>110105<!-- -->19491231002X</a>` } }),
    ],
    ['a document in the document', strangeDocx(paragraphOf('字'), { 'e/x.bin': { content: strangeDocx(paragraphOf(ID)) } })],
    [
      'the cells of a workbook in the document',
      strangeDocx(paragraphOf('字'), { 'e/x.xlsx': { content: xlsx(`<row><c t="str"><v>${ID}</v></c></row>`) } }),
    ],
  ])('%s', async (_, file) => {
    expect(await rulesIn(file, 'docx')).toEqual(['identityNumber']);
  });

  it('a mark as a watermark, and in the labels of a list', async () => {
    expect(await rulesIn(strangeDocx(`${paragraphOf('字')}<v:textpath string="${MARK}"/>`), 'docx')).toEqual(['secrecyMark']);
    const numbering = word('numbering', `<w:lvlText w:val="${MARK}"/>`);
    expect(await rulesIn(strangeDocx(paragraphOf('字'), { 'n.xml': { content: numbering } }), 'docx')).toEqual(['secrecyMark']);
  });
});

function xlsx(rows: string, around = '', parts: Parameters<typeof packageOf>[1] = {}, workbook = ''): Buffer {
  return packageOf('xlsx', {
    'x/book.xml': {
      content: `<workbook xmlns:q="r"><sheets><sheet name="表" sheetId="1" q:id="r1"/></sheets>${workbook}</workbook>`,
      relations: [
        ['worksheet', 'one.xml'],
        ['sharedStrings', 'strings.xml'],
      ],
    },
    'x/one.xml': { content: `<worksheet><sheetData>${rows}</sheetData>${around}</worksheet>` },
    ...parts,
  });
}
const ROW = '<row r="1"><c r="A1" t="str"><v>字</v></c></row>';
const cell = (inside: string) => `<row r="1"><c r="A1">${inside}</c></row>`;

describe('text of an xlsx', () => {
  it.each<[string, Buffer]>([
    ['header and footer', xlsx(ROW, `<headerFooter><oddHeader>&amp;C${ID}</oddHeader></headerFooter>`)],
    [
      'a list that cells choose from',
      xlsx(ROW, `<dataValidations><dataValidation><formula1>"男,${ID}"</formula1></dataValidation></dataValidations>`),
    ],
    ['the prompt of a cell', xlsx(ROW, `<dataValidations><dataValidation prompt="${ID}"/></dataValidations>`)],
    ['a name', xlsx(ROW, '', {}, `<definedNames><definedName name="n">"${ID}"</definedName></definedNames>`)],
    ['a formula that was never calculated', xlsx(cell('<f>"110105"&amp;"19491231"&amp;"002X"</f>'))],
    ['a formula that builds a number, with another result', xlsx(cell('<f>"110105"&amp;"19491231002X"</f><v>0</v>'))],
    ['a string that no cell has', xlsx(ROW, '', { 'x/strings.xml': { content: `<sst><si><t>${ID}</t></si></sst>` } })],
    ['the reading of a string', xlsx(ROW, '', { 'x/strings.xml': { content: `<sst><si><t>字</t><rPh><t>${ID}</t></rPh></si></sst>` } })],
    ['a cell without a column', xlsx(`<row r="1"><c r="1" t="str"><v>${ID}</v></c></row>`)],
    [
      'a sheet that the workbook does not list',
      xlsx(ROW, '', { 'y/z.xml': { content: `<worksheet><sheetData><row><c t="str"><v>${ID}</v></c></row></sheetData></worksheet>` } }),
    ],
    [
      'a comment, cut into runs',
      xlsx(ROW, '', {
        'c.xml': { content: '<comments><comment><text><r><t>110105</t></r><r><t>19491231002X</t></r></text></comment></comments>' },
      }),
    ],
    [
      'a comment of a thread',
      xlsx(ROW, '', { 'c.xml': { content: `<ThreadedComments><threadedComment><text>${ID}</text></threadedComment></ThreadedComments>` } }),
    ],
    ['the copy of a pivot table', xlsx(ROW, '', { 'p.xml': { content: `<pivotCacheRecords><r><s v="${ID}"/></r></pivotCacheRecords>` } })],
    ['a chart', xlsx(ROW, '', { 'c.xml': { content: `<c:chartSpace xmlns:c="c"><c:pt><c:v>${ID}</c:v></c:pt></c:chartSpace>` } })],
    ['a text box', xlsx(ROW, '', { 'd.xml': { content: `<x:wsDr xmlns:x="x" xmlns:a="a">${paragraphOf(ID, 'a')}</x:wsDr>` } })],
    [
      'the format of a number',
      xlsx(ROW, '', { 's.xml': { content: `<styleSheet><numFmt formatCode="&quot;${ID}&quot;"/></styleSheet>` } }),
    ],
    [
      'a property of the file',
      xlsx(ROW, '', { 'p.xml': { content: `<Properties><property name="a"><lpwstr>${ID}</lpwstr></property></Properties>` } }),
    ],
  ])('%s', async (_, file) => {
    expect(await rulesIn(file, 'xlsx')).toEqual(['identityNumber']);
  });
});

function pptx(slide: string, parts: Parameters<typeof packageOf>[1] = {}, relations: [string, string][] = []): Buffer {
  return packageOf('pptx', {
    'p/show.xml': {
      content: '<p:presentation xmlns:p="p" xmlns:q="r"><p:sldId id="256" q:id="r1"/></p:presentation>',
      relations: [['slide', 's/one.xml']],
    },
    'p/s/one.xml': { content: `<p:sld xmlns:p="p" xmlns:a="a">${slide}</p:sld>`, relations },
    ...parts,
  });
}

describe('text of a pptx', () => {
  it.each<[string, string, string]>([
    ['notes', 'notes', paragraphOf(ID, 'a')],
    ['a comment', 'cmLst', `<p:cm><p:text>${ID}</p:text></p:cm>`],
    ['a diagram', 'dataModel', paragraphOf(ID, 'a')],
    ['a chart', 'chartSpace', `<p:v>${ID}</p:v>`],
    ['a master', 'sldMaster', paragraphOf(ID, 'a')],
    ['a table', 'graphicFrame', `<a:tbl><a:tr><a:tc>${paragraphOf(ID, 'a')}</a:tc></a:tr></a:tbl>`],
    ['what nobody knows', 'whatever', `<x>${ID}</x>`],
  ])('%s, lying anywhere', async (_, root, content) => {
    const part = { content: `<p:${root} xmlns:p="p" xmlns:a="a">${content}</p:${root}>` };
    expect(await rulesIn(pptx(paragraphOf('字', 'a'), { 'x/y.xml': part }, [['any', '../../x/y.xml']]), 'pptx')).toEqual([
      'identityNumber',
    ]);
  });

  it('notes are told by their slide; masters are not searched', async () => {
    const notes = { content: `<p:notes xmlns:p="p" xmlns:a="a">${paragraphOf(ID, 'a')}</p:notes>` };
    const master = { content: `<p:sldMaster xmlns:p="p" xmlns:a="a">${paragraphOf('单击此处编辑母版标题', 'a')}</p:sldMaster>` };
    const found = await read(
      pptx(paragraphOf('第一张', 'a'), { 'n.xml': notes, 'm.xml': master }, [
        ['notesSlide', '/n.xml'],
        ['slideMaster', '/m.xml'],
      ]),
      'pptx',
    );
    expect(found.text).toBe(`第一张\n${ID}`);
    expect(found.findings).toMatchObject([{ field: '幻灯片 1的备注' }]);
  });
});

const PICTURE = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40_000, 7)]);
const picture = (size: number) => ({ content: PICTURE.subarray(0, size), type: 'image/png' });

describe('a file whose text nobody could read', () => {
  it.each<[string, string, Buffer, string]>([
    ['a docx of pictures alone', 'docx', strangeDocx('<w:p/>', { 'm/a.png': picture(900) }, [['image', '../m/a.png']]), '只有图片'],
    ['a docx of one word and a page as a picture', 'docx', strangeDocx(paragraphOf('附件'), { 'm/a.png': picture(40_000) }), '以图片为主'],
    ['an xlsx of a picture alone', 'xlsx', xlsx('', '', { 'm/a.png': picture(40_000) }), '只有图片'],
    [
      'a slide that is a picture',
      'pptx',
      pptx(paragraphOf('一', 'a'), { 'm/a.png': picture(40_000) }, [['image', '/m/a.png']]),
      '第 1 页以图片为主',
    ],
    [
      'an OLE object',
      'docx',
      strangeDocx(paragraphOf('字'), { 'e/o.bin': { content: Buffer.from('d0cf11e0a1b11ae1', 'hex') } }),
      'e/o.bin',
    ],
    ['a part that is no XML', 'docx', strangeDocx(paragraphOf('字'), { 'a.xml': { content: 'plain' } }), '语法错误'],
    ['a part of plain text', 'docx', strangeDocx(paragraphOf('字'), { 'a.txt': { content: ID } }), 'a.txt'],
    [
      'a document in a document in a document in a document',
      'docx',
      [1, 2, 3].reduce((inner) => strangeDocx(paragraphOf('字'), { 'e/x.docx': { content: inner } }), strangeDocx(paragraphOf(ID))),
      'e/x.docx',
    ],
  ])('%s', async (_, format, file, note) => {
    const { findings } = await read(file, format);
    expect(findings).toMatchObject([{ rule: 'unreadText', severity: 'warn', message: expect.stringContaining(note) }]);
  });

  it.each<[string, Buffer]>([
    ['text beside an ornament', strangeDocx(paragraphOf('正文'), { 'm/a.png': picture(900) })],
    ['a page of text beside a picture', strangeDocx(paragraphOf('正文'.repeat(50)), { 'm/a.png': picture(40_000) })],
    [
      'a thumbnail',
      packageOf('docx', {
        'w.xml': { content: word('document', paragraphOf('字')), relations: [['thumbnail', 't.png']] },
        't.png': picture(40_000),
      }),
    ],
  ])('%s is read', async (_, file) => {
    expect(await rulesIn(file, 'docx')).toEqual([]);
  });
});

describe('text of a page and of XML', () => {
  it.each<[string, string, string]>([
    ['a comment', 'html', `<p>字</p><!-- ${ID} -->`],
    ['a comment that nothing closes', 'html', `<p>字</p><!-- ${ID}`],
    ['a title', 'html', `<p title="${ID}">字</p>`],
    ['the words for a picture', 'html', `<p>字</p><img alt="&#49;10105&#x31;9491231002X">`],
    ['a field', 'html', `<p>字</p><input value="${ID}" placeholder="x">`],
    ['a field that is hidden', 'html', `<p>字</p><input type=hidden value=${ID}>`],
    ['a large field', 'html', `<p>字</p><textarea>${ID}</textarea>`],
    ['a template', 'html', `<p>字</p><template><p>${ID}</p></template>`],
    ['what stands for scripts', 'html', `<p>字</p><noscript>${ID}</noscript>`],
    ['an element that is hidden', 'html', `<p>字</p><div hidden style="display:none">${ID}</div>`],
    ['a label for readers of the screen', 'html', `<p>字</p><a aria-label="${ID}"></a>`],
    ['what a page says of itself', 'html', `<meta name="description" content="${ID}"><p>字</p>`],
    ['an attribute of anybody', 'html', `<p data-x="${ID}">字</p>`],
    ['a script', 'html', `<p>字</p><SCRIPT>var a = "${ID}"</script>`],
    ['what a style writes', 'html', `<p>字</p><style>p::after { content: "${ID}" }</style>`],
    ['a comment of XML', 'xml', `<a>字<!-- ${ID} --></a>`],
    ['a text cut by a comment', 'xml', '<a>110105<!-- -->19491231002X</a>'],
    ['a text cut by a section', 'xml', '<a>110105<![CDATA[19491231002X]]></a>'],
  ])('%s', async (_, format, content) => {
    expect(await rulesIn(content, format)).toEqual(['identityNumber']);
  });

  it('comments and attributes are not searched', async () => {
    expect(await read('<p title="标签">字</p><!-- 注释 -->', 'html')).toMatchObject({ text: '字', textState: 'whole' });
  });

  it('a page of a picture alone has not been read', async () => {
    expect(await rulesIn('<body><img src="a.png"></body>', 'html')).toEqual(['unreadText']);
  });

  it('ten million openings without an end are gone through once', async () => {
    expect(await read(`${'<!--'.repeat(2_000_000)}${'<script '.repeat(500_000)}${ID}`, 'html')).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'identityNumber' })]),
    });
  });
});

/** An OFD of one page with these objects, and other parts. */
function ofd(objects: string, parts: Record<string, string | Buffer> = {}): Buffer {
  return zipFile({
    'OFD.xml': '<OFD><DocBody><DocInfo><Title>公文</Title></DocInfo><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>',
    'D/Document.xml': '<Document><Pages><Page ID="1" BaseLoc="p/anything.xml"/></Pages></Document>',
    'D/p/anything.xml': `<Page><Content><Layer>${objects}</Layer></Content></Page>`,
    ...parts,
  });
}
const textObject = (text: string) => `<TextObject Boundary="0 0 9 9"><TextCode X="0">${text}</TextCode></TextObject>`;

describe('text of an ofd', () => {
  it.each<[string, Buffer]>([
    ['properties', ofd(textObject('字'), { 'D/x.xml': `<CustomDatas><CustomData Name="a">${ID}</CustomData></CustomDatas>` })],
    ['a bookmark', ofd(textObject('字'), { 'D/Outlines.xml': `<Outlines><OutlineElem Title="${ID}"/></Outlines>` })],
    ['a remark', ofd(textObject('字'), { 'D/Annots/a/b.xml': `<PageAnnot><Annot><Remark>${ID}</Remark></Annot></PageAnnot>` })],
    ['a drawing among the resources', ofd(textObject('字'), { 'D/PublicRes.xml': `<Res><Content>${textObject(ID)}</Content></Res>` })],
    ['a page that is not listed', ofd(textObject('字'), { 'D/Pages/P/Content.xml': `<Page>${textObject(ID)}</Page>` })],
    ['an attribute of a page', ofd(`${textObject('字')}<Actions><URI URI="http://a.example/?${ID}"/></Actions>`)],
    ['a document that is attached', ofd(textObject('字'), { 'D/Attachs/a': strangeDocx(paragraphOf(ID)) })],
  ])('%s', async (_, file) => {
    expect(await rulesIn(file, 'ofd')).toEqual(['identityNumber']);
  });

  it.each<[string, Buffer, string]>([
    ['a page as an image with a number', ofd(`${textObject('1')}<ImageObject/>`), '第 1 页只有图像'],
    [
      'a page that is missing',
      zipFile({ 'OFD.xml': '<OFD><DocRoot>d.xml</DocRoot></OFD>', 'd.xml': '<D><Page BaseLoc="../../etc/passwd"/></D>' }),
      '第 1 页缺失',
    ],
    ['an attached file that nobody can read', ofd(textObject('字'), { 'D/Attachs/a.pdf': '%PDF-1.7' }), 'D/Attachs/a.pdf'],
  ])('%s', async (_, file, note) => {
    const { findings } = await read(file, 'ofd');
    expect(findings).toMatchObject([{ rule: 'unreadText', message: expect.stringContaining(note) }]);
  });

  it('a seal is no text', async () => {
    expect(await rulesIn(ofd(textObject('字'), { 'D/Signs/Sign_0/SignedValue.dat': Buffer.from('3082', 'hex') }), 'ofd')).toEqual([]);
  });
});

describe('text of a pdf', () => {
  const { codes, font } = identityFont('字');
  const withObject = (object: string, catalog = '', trailer = '') =>
    pdfFile([
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /I 9 0 R >> >> >>',
      `<< /Length ${codes.length + 60} >>\nstream\n${`BT /F1 16 Tf 50 700 Td <${codes}> Tj ET /I Do`.padEnd(codes.length + 60)}\nendstream`,
      ...font,
      object,
    ])
      .toString('latin1')
      .replace('/Root 1 0 R', `/Root 1 0 R ${trailer}`);

  it('properties and bookmarks are looked through', async () => {
    expect(await rulesIn(Buffer.from(withObject(`<< /Title (${ID}) >>`, '', '/Info 9 0 R'), 'latin1'), 'pdf')).toEqual(['identityNumber']);
    const outlines = withObject(`<< /First 10 0 R /Last 10 0 R >>`, '/Outlines 9 0 R').replace(
      'xref\n',
      `10 0 obj\n<< /Title (${ID}) /Parent 9 0 R /Next 10 0 R >>\nendobj\nxref\n`,
    );
    expect(await rulesIn(Buffer.from(outlines, 'latin1'), 'pdf')).toEqual(['identityNumber']);
  });

  it('a page that is an image with a word on it asks people to look', async () => {
    const image =
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\na\nendstream';
    expect(await read(Buffer.from(withObject(image), 'latin1'), 'pdf')).toMatchObject({
      text: '字',
      findings: [{ rule: 'unreadText', message: expect.stringContaining('第 1 页以图像为主') }],
    });
  });
});
