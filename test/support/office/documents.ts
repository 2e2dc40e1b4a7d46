import { zipFile } from './zip-file.js';

const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`;
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const relationships = (targets: string[]) =>
  xml(`<Relationships>${targets.map((target, index) => `<Relationship Id="r${index + 1}" Target="${target}"/>`).join('')}</Relationships>`);

/** A Word document of paragraphs, a table and a header. */
export function docxFile({
  paragraphs,
  table = [],
  header = '',
  prolog = '',
}: {
  paragraphs: string[];
  table?: string[][];
  header?: string;
  prolog?: string;
}): Buffer {
  // Word cuts a paragraph into runs wherever it likes.
  const paragraph = (text: string) =>
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${[text.slice(0, 3), text.slice(3)].map((run) => `<w:r><w:t xml:space="preserve">${escape(run)}</w:t></w:r>`).join('')}</w:p>`;
  const rows = table.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('');
  const tables = rows === '' ? '' : `<w:tbl>${rows}</w:tbl>`;
  return zipFile({
    '[Content_Types].xml': xml(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': prolog + `<w:document xmlns:w="w"><w:body>${paragraphs.map(paragraph).join('')}${tables}</w:body></w:document>`,
    'word/header1.xml': xml(`<w:hdr xmlns:w="w">${paragraph(header)}</w:hdr>`),
  });
}

/** A presentation whose slides are stored in another order than shown, each with a note. */
export function pptxFile(slides: { text: string; note: string }[]): Buffer {
  const files: Record<string, string> = {
    'ppt/presentation.xml': xml(
      `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${slides.map((_, index) => `<p:sldId r:id="r${index + 1}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ),
    'ppt/_rels/presentation.xml.rels': relationships(slides.map((_, index) => `slides/slide${slides.length - index}.xml`)),
  };
  slides.forEach(({ text, note }, index) => {
    const number = slides.length - index;
    const body = (content: string) => xml(`<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${escape(content)}</a:t></a:r></a:p></p:sld>`);
    files[`ppt/slides/slide${number}.xml`] = body(text);
    files[`ppt/slides/_rels/slide${number}.xml.rels`] = relationships([`../notesSlides/notesSlide${number}.xml`]);
    files[`ppt/notesSlides/notesSlide${number}.xml`] = body(note);
  });
  return zipFile(files);
}

/** An OFD of pages, each line an object, words of a line apart, a page without lines a picture; every page stands on a template. */
export function ofdFile(pages: string[][][], template: string): Buffer {
  const objects = (lines: string[][]) =>
    lines
      .flatMap((words, line) =>
        words.map(
          (word, index) =>
            `<ofd:TextObject ID="${line}${index}" Boundary="${20 + index * 30} ${30 + line * 10} 30 6"><ofd:TextCode X="0" Y="5">${escape(word)}</ofd:TextCode></ofd:TextObject>`,
        ),
      )
      .join('');
  const page = (lines: string[][]) =>
    xml(
      `<ofd:Page xmlns:ofd="o"><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer ID="1">${lines.length > 0 ? objects(lines) : '<ofd:ImageObject ID="8" ResourceID="7"/>'}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  return zipFile({
    'OFD.xml': xml('<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'),
    'Doc_0/Document.xml': xml(
      `<ofd:Document xmlns:ofd="o"><ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/Tpls/Tpl_0/Content.xml': page([[template]]),
    ...Object.fromEntries(pages.map((lines, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, page(lines)])),
  });
}

/** A PDF of these objects in order, the first being the catalog (ISO 32000 7.5). */
export function pdfFile(objects: string[]): Buffer {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

const stream = (content: string, more = '') => `<< /Length ${content.length} ${more}>>\nstream\n${content}\nendstream`;

/** One page with one string in a font, as hexadecimal codes; and a blank page if wanted. */
export function pdfPage(codes: string, font: string[], blank = false): Buffer {
  const last = 5 + font.length;
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R${blank ? ` ${last} 0 R` : ''}] /Count ${blank ? 2 : 1} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(codes === '' ? '' : `BT /F1 16 Tf 50 700 Td <${codes}> Tj ET`),
    ...font,
    ...(blank ? ['<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>'] : []),
  ]);
}

const descriptor =
  '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>';

/** Codes that mean nothing by themselves; a map in the file says which characters they are. */
export function identityFont(text: string): { codes: string; font: string[] } {
  const hex = (code: number) => code.toString(16).padStart(4, '0');
  const signs = [...text];
  const map = signs.map((sign, index) => `<${hex(index + 1)}> <${hex(sign.codePointAt(0)!)}>`).join('\n');
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${signs.length} beginbfchar ${map} endbfchar endcmap end end`;
  return {
    codes: signs.map((_, index) => hex(index + 1)).join(''),
    font: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>',
      descriptor,
      stream(toUnicode),
    ],
  };
}

/** Codes of GBK and no map: only the predefined character map tells what they are. */
export const gbkFont = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
  descriptor,
];
