import yazl from 'yazl';

/** A file as offices send it, and the rows it must give. */
export interface NastyFile {
  name: string;
  format: string;
  bytes: () => Promise<Buffer>;
  sheets: { name: string | null; rows: [number: number, ...cells: string[]][] }[];
  /** Beginnings of the notes, in order. */
  notes?: string[];
}

/** A zip of these members. */
export async function zipped(members: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (inner: string) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;

/** A workbook of sheets written as XML. */
export function workbookOf({
  sheets,
  shared = '',
  formats = [],
  since1904 = false,
}: {
  sheets: { name: string; rows: string; state?: string; behind?: string; before?: string }[];
  /** `si` elements. */
  shared?: string;
  /** Format codes of the styles 1, 2 and so on. */
  formats?: string[];
  since1904?: boolean;
}): Promise<Buffer> {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('');
  const styles = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('');
  const listed = sheets.map(
    ({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index}"/>`,
  );
  return zipped({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('r', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') +
        relation('t', 'styles', 'styles.xml') +
        relation('u', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${shared}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', behind = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${XML}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`,
      ]),
    ),
  });
}

/** A cell of text in the sheet itself. */
const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** A cell of a number with a style. */
const number = (reference: string, value: string | number, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const row = (r: number, ...cells: string[]) => `<row r="${r}">${cells.join('')}</row>`;

/** Workbooks (xlsx). */
export const NASTY_WORKBOOKS: NastyFile[] = [
  {
    name: 'a title and a header of two rows, merged',
    format: 'xlsx',
    bytes: () =>
      workbookOf({
        sheets: [
          {
            name: '人口',
            rows:
              row(1, text('A1', '2023年人口统计表')) +
              row(3, text('A3', '地区'), text('B3', '常住人口'), '<c r="C3" s="0"/>') +
              row(4, '<c r="A4"/>', text('B4', '男'), text('C4', '女')) +
              row(5, text('A5', '甲区'), number('B5', 10), number('C5', '12.0')),
            behind: '<mergeCells count="3"><mergeCell ref="A1:XFD1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>',
          },
        ],
      }),
    sheets: [
      {
        name: '人口',
        rows: [
          [1, '2023年人口统计表', '2023年人口统计表', '2023年人口统计表'],
          [3, '地区', '常住人口', '常住人口'],
          [4, '地区', '男', '女'],
          [5, '甲区', '10', '12'],
        ],
      },
    ],
  },
  {
    name: 'dates in Chinese formats, percents, money, codes',
    format: 'xlsx',
    bytes: () =>
      workbookOf({
        formats: ['yyyy"年"m"月"d"日"', 'yyyy/m/d h:mm', '0.0%', '#,##0.00"万元"', '000000', 'h:mm'],
        sheets: [
          {
            name: 'Sheet1',
            rows:
              row(1, text('A1', '日期'), text('B1', '时间')) +
              row(2, number('A2', 45_054, 1), number('B2', 45_054.75, 2), number('C2', '0.125', 3), number('D2', '1234567.8', 4)) +
              row(3, number('A3', 60, 1), number('B3', 45_054, 2), number('C3', '7.0000000000000007E-2', 3), number('E3', 1_001, 5)) +
              row(4, '<c r="A4" t="d" s="1"><v>2023-05-08T00:00:00</v></c>', number('F4', 0.75, 6)),
          },
        ],
      }),
    sheets: [
      {
        name: 'Sheet1',
        rows: [
          [1, '日期', '时间'],
          [2, '2023-05-08', '2023-05-08 18:00:00', '12.5%', '1234567.8'],
          [3, '1900-02-29', '2023-05-08 00:00:00', '7%', '', '001001'],
          [4, '2023-05-08', '', '', '', '', '18:00:00'],
        ],
      },
    ],
  },
  {
    name: 'dates since 1904',
    format: 'xlsx',
    bytes: () => workbookOf({ since1904: true, formats: ['yyyy-mm-dd'], sheets: [{ name: 'a', rows: row(1, number('A1', 43_592, 1)) }] }),
    sheets: [{ name: 'a', rows: [[1, '2023-05-08']] }],
  },
  {
    name: 'formulas, errors, booleans, numbers as text and long numbers',
    format: 'xlsx',
    bytes: () =>
      workbookOf({
        sheets: [
          {
            name: 'a',
            rows:
              row(
                1,
                '<c r="A1"><f>0.1+0.2</f><v>0.30000000000000004</v></c>',
                '<c r="B1" t="str"><f>B2&amp;"市"</f><v>昆山市</v></c>',
                '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
                '<c r="D1" t="b"><v>1</v></c>',
              ) + row(2, text('A2', '00123'), number('B2', '1.38E10'), number('C2', '320583198001010011'), '<c r="D2"><f>SUM(A1)</f></c>'),
          },
        ],
      }),
    sheets: [
      {
        name: 'a',
        rows: [
          [1, '0.3', '昆山市', '', 'true'],
          [2, '00123', '13800000000', '320583198001010011'],
        ],
      },
    ],
    notes: ['工作表“a”里有 1 个单元格是错误值'],
  },
  {
    name: 'rich text, phonetic runs, escapes and line breaks in shared strings',
    format: 'xlsx',
    bytes: () =>
      workbookOf({
        shared:
          '<si><r><t>企业</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 名称</t></r><rPh sb="0" eb="2"><t>QIYE</t></rPh><phoneticPr fontId="1"/></si><si><t>一行\n二行_x000D_&amp;</t></si>',
        sheets: [
          { name: 'a', rows: row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', '<c r="C1" t="s"><v>7</v></c>') },
        ],
      }),
    sheets: [{ name: 'a', rows: [[1, '企业 名称', '一行\n二行\r&']] }],
  },
  {
    name: 'several sheets, hidden ones, an empty one, gaps, no references',
    format: 'xlsx',
    bytes: () =>
      workbookOf({
        sheets: [
          { name: '空', rows: row(1, '<c r="A1" s="0"/>') },
          { name: '藏', rows: row(1, text('A1', '密')), state: 'veryHidden' },
          {
            name: '一',
            before: '<dimension ref="A1:A1"/><cols><col min="2" max="2" hidden="1"/></cols>',
            rows: row(2, text('C2', 'c')) + '<row r="9" hidden="1">' + text('A9', 'a') + text('E9', 'e') + '</row>',
          },
          { name: '二', rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>' },
        ],
      }),
    sheets: [
      {
        name: '一',
        rows: [
          [2, '', '', 'c'],
          [9, 'a', '', '', '', 'e'],
        ],
      },
      {
        name: '二',
        rows: [
          [1, '1', '2'],
          [2, '', '3'],
        ],
      },
    ],
    notes: ['隐藏的工作表“藏”没有做成表', '工作表“一”里隐藏的行和列也读入了表中'],
  },
  {
    name: 'names of regions merged downwards far below the header',
    format: 'xlsx',
    bytes: () =>
      workbookOf({
        sheets: [
          {
            name: 'a',
            rows:
              row(1, text('A1', '地区'), text('B1', '单位')) +
              row(30, text('A30', '甲区'), text('B30', 'x')) +
              row(31, text('B31', 'y')) +
              row(33, text('B33', 'z')),
            behind:
              '<mergeCells><mergeCell ref="A30:A31"/></mergeCells><controls><control><anchor><from><xdr:row>7</xdr:row></from></anchor></control></controls>',
          },
        ],
      }),
    sheets: [
      {
        name: 'a',
        rows: [
          [1, '地区', '单位'],
          [30, '甲区', 'x'],
          [31, '甲区', 'y'],
          [33, '', 'z'],
        ],
      },
    ],
    notes: ['工作表“a”里纵向合并的单元格'],
  },
];

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="${ODF}:${name}:1.0"`).join(' ');

/** An OpenDocument spreadsheet of tables written as XML. */
export function openDocumentOf(tables: string, styles = ''): Promise<Buffer> {
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `${XML}<office:document-content ${SPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:scripts/><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>`,
  });
}

const shown = (value: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${value}</text:p></table:table-cell>`;
const typed = (type: string, name: string, value: string) =>
  `<table:table-cell office:value-type="${type}" office:${name}="${value}"><text:p>…</text:p></table:table-cell>`;
const lines = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

/** Spreadsheets of OpenDocument (ods). */
export const NASTY_OPEN_DOCUMENTS: NastyFile[] = [
  {
    name: 'repeats, types, notes of people, merged header, a hidden table',
    format: 'ods',
    bytes: () =>
      openDocumentOf(
        `<table:table table:name="藏" table:style-name="hid">${lines(shown('密'))}</table:table>` +
          `<table:table table:name="一"><table:table-column table:visibility="collapse"/>` +
          `<table:table-header-rows>${lines(shown('地区', 'table:number-rows-spanned="2"'), shown('人口', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}</table:table-header-rows>` +
          lines('<table:covered-table-cell/>', shown('男'), shown('女'), '<table:table-cell table:number-columns-repeated="16381"/>') +
          lines(
            '<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c="2"/>区</text:p><text:p>乙<text:span>丙</text:span></text:p></table:table-cell>',
            '<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"><text:p>7</text:p></table:table-cell>',
            typed('percentage', 'value', '0.125'),
            typed('date', 'date-value', '2023-05-08'),
            typed('time', 'time-value', 'PT08H30M00S'),
            typed('boolean', 'boolean-value', 'true'),
            '<table:table-cell office:value-type="string" calcext:value-type="error" table:formula="of:=NA()"><text:p>#N/A</text:p></table:table-cell>',
          ) +
          `<table:table-row table:number-rows-repeated="2">${shown('同')}</table:table-row>` +
          '<table:table-row table:number-rows-repeated="10"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
          lines(shown('末')) +
          '<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>' +
          '<table:table table:name="空"><table:table-row><table:table-cell/></table:table-row></table:table>',
        '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
    sheets: [
      {
        name: '一',
        rows: [
          [1, '地区', '人口', '人口'],
          [2, '地区', '男', '女'],
          [3, '甲  区\n乙丙', '7', '7', '12.5%', '2023-05-08', '08:30:00', 'true'],
          [4, '同'],
          [5, '同'],
          [16, '末'],
        ],
      },
    ],
    notes: ['隐藏的工作表“藏”没有做成表', '工作表“一”里隐藏的列也读入了表中', '工作表“一”里有 1 个单元格是错误值'],
  },
];

const textFile = (content: string | Buffer) => () => Promise.resolve(Buffer.from(content as string));

/** Files of JSON. */
export const NASTY_JSON: NastyFile[] = [
  {
    name: 'the answer of an interface: nested objects, long numbers, years as keys, several lists',
    format: 'json',
    bytes: textFile(
      '\ufeff{"code":0,"data":{"total":2,"rows":[{"地区":{"代码":"320583","名称":"昆山"},"2020":1.50,"n":12345678901234567890,"标签":["甲","乙"]},\n{"地区":{"代码":"320581"},"x":1e21,"明细":[{"a":1}]}]},"tags":["a"],"depts":[{"id":"0012"}],"empty":[]}',
    ),
    sheets: [
      {
        name: 'data.rows',
        rows: [
          [0, '地区.代码', '地区.名称', '2020', 'n', '标签', 'x', '明细'],
          [1, '320583', '昆山', '1.50', '12345678901234567890', '甲；乙'],
          [2, '320581', '', '', '', '', '1e21', '[{"a":1}]'],
        ],
      },
      {
        name: 'depts',
        rows: [
          [0, 'id'],
          [1, '0012'],
        ],
      },
    ],
  },
  {
    name: 'rows as arrays, in UTF-16',
    format: 'json',
    bytes: textFile(Buffer.from('\ufeff[["名称","数"],["甲",1.0],["乙",null]]', 'utf16le')),
    sheets: [
      {
        name: null,
        rows: [
          [1, '名称', '数'],
          [2, '甲', '1.0'],
          [3, '乙', ''],
        ],
      },
    ],
  },
  {
    name: 'keys twice in one object and values among objects lose nothing',
    format: 'json',
    bytes: textFile('[{"a":1,"a":"02","b.c":1,"b":{"c":2}},7]'),
    sheets: [
      {
        name: null,
        rows: [
          [0, 'a', 'b.c', '值', '其他'],
          [1, '1', '1', '', '{"a":"02","b.c":2}'],
          [2, '', '', '7'],
        ],
      },
    ],
  },
  {
    name: 'points and areas',
    format: 'geojson',
    bytes: textFile(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"名称":"站"},"geometry":{"type":"Point","coordinates":[120.9810,31.380]}},{"type":"Feature","properties":{"名称":"区","类":1},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}}]}',
    ),
    sheets: [
      {
        name: null,
        rows: [
          [0, '名称', 'geometry', '经度', '纬度', '类'],
          [1, '站', '{"type":"Point","coordinates":[120.9810,31.380]}', '120.9810', '31.380'],
          [2, '区', '{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}', '', '', '1'],
        ],
      },
    ],
  },
  {
    name: 'lines whose keys change, with empty lines',
    format: 'jsonl',
    bytes: textFile('{"a":1}\r\n\r\n{"b":"二","a":0.10}\n{"c":false}'),
    sheets: [
      {
        name: null,
        rows: [
          [0, 'a', 'b', 'c'],
          [1, '1'],
          [3, '0.10', '二'],
          [4, '', '', 'false'],
        ],
      },
    ],
  },
  {
    name: 'lines under the name of json',
    format: 'json',
    bytes: textFile('{"a":1}\n{"a":2}\n'),
    sheets: [
      {
        name: null,
        rows: [
          [0, 'a'],
          [1, '1'],
          [2, '2'],
        ],
      },
    ],
  },
];
