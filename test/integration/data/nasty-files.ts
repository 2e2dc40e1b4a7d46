import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { zipOf } from '../../support/crafted-zip.js';

/** A file as offices make them, and the tables it must become. */
export interface NastyFile {
  name: string;
  format: string;
  content: () => Buffer | Promise<Buffer>;
  /** By sheet; the names with their types and units, and the cells. */
  tables: { sheet?: string; columns: string[]; rows: unknown[][] }[];
  /** Each must stand in some sentence of the log. */
  says?: RegExp[];
}

const text =
  (content: string, encoding = 'utf8') =>
  () =>
    iconv.encode(content, encoding);
const utf16 = (content: string, big: boolean) => () => iconv.encode(content, big ? 'utf-16be' : 'utf-16le', { addBOM: true });
const PEOPLE = '姓名,单位\n张三,市公积金中心\n李四,市教育局\n';
const people = {
  columns: ['姓名:string', '单位:string'],
  rows: [
    ['张三', '市公积金中心'],
    ['李四', '市教育局'],
  ],
};

const zip = (members: Record<string, string>) => zipOf(...Object.entries(members).map(([name, content]) => ({ name, content })));

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const day = (month: number, date: number) => new Date(Date.UTC(2023, month - 1, date));

export const NASTY_FILES: NastyFile[] = [
  { name: 'GBK with CRLF', format: 'csv', content: text(PEOPLE.replaceAll('\n', '\r\n'), 'gbk'), tables: [people] },
  {
    name: 'GB18030 with rare characters',
    format: 'csv',
    content: text('姓名,单位\n㐀𠀀,市公积金中心的一个单位\n', 'gb18030'),
    tables: [{ columns: people.columns, rows: [['㐀𠀀', '市公积金中心的一个单位']] }],
  },
  { name: 'UTF-8 with a mark', format: 'csv', content: text(`\ufeff${PEOPLE}`), tables: [people] },
  { name: 'UTF-16 little-endian, tabs', format: 'csv', content: utf16(PEOPLE.replaceAll(',', '\t'), false), tables: [people] },
  { name: 'UTF-16 big-endian', format: 'csv', content: utf16(PEOPLE, true), tables: [people] },
  {
    name: 'Big5',
    format: 'csv',
    content: text('姓名,單位\n張三,這是市政府的公積金中心\n李四,我們的教育局\n', 'big5'),
    tables: [
      {
        columns: ['姓名:string', '單位:string'],
        rows: [
          ['張三', '這是市政府的公積金中心'],
          ['李四', '我們的教育局'],
        ],
      },
    ],
  },
  {
    name: 'old Mac line ends and semicolons',
    format: 'csv',
    content: text('a;b\r1;x\r2;y\r'),
    tables: [
      {
        columns: ['a:integer', 'b:string'],
        rows: [
          [1, 'x'],
          [2, 'y'],
        ],
      },
    ],
  },
  {
    name: 'quotes, commas, line breaks in cells, a stray quote',
    format: 'csv',
    content: text('名称,说明\n"甲, 乙","第一行\n第二行 ""引号"""\n丙,5" 管\n'),
    tables: [
      {
        columns: ['名称:string', '说明:string'],
        rows: [
          ['甲, 乙', '第一行\n第二行 "引号"'],
          ['丙', '5" 管'],
        ],
      },
    ],
  },
  {
    name: 'titles, two-row header, totals and remarks',
    format: 'csv',
    content: text(
      '2023年贷款统计表（单位：万元）,,,\n填报单位：市公积金中心,,,2023年5月8日\n区县,贷款,,日期\n,笔数,金额,\n海陵区,12,"1,234.50",2023年5月8日\n姜堰区,3,800,2023/5/9\n合 计,15,"2,034.50",\n注：含异地贷款,,,\n',
    ),
    tables: [
      {
        columns: ['区县:string', '贷款.笔数:integer', '贷款.金额:number', '日期:date'],
        rows: [
          ['海陵区', 12, 1234.5, '2023-05-08'],
          ['姜堰区', 3, 800, '2023-05-09'],
        ],
      },
    ],
    says: [/第 1 行是标题/, /第 2 行是标题/, /表头有两行/, /第 7 行是“合计”/, /第 8 行是附注/],
  },
  {
    name: 'codes keep their zeros, long numbers stay text',
    format: 'csv',
    content: text(
      '行政区划代码,邮编,电话,身份号码,流水号,序号\n320000,010010,0523-86888888,320102199001011234,0007,1\n110000,225300,13900001111,32010219900101123X,0008,2\n',
    ),
    tables: [
      {
        columns: ['行政区划代码:string', '邮编:string', '电话:string', '身份号码:string', '流水号:string', '序号:integer'],
        rows: [
          ['320000', '010010', '0523-86888888', '320102199001011234', '0007', 1],
          ['110000', '225300', '13900001111', '32010219900101123X', '0008', 2],
        ],
      },
    ],
  },
  {
    name: 'money, percent, brackets, full width, units',
    format: 'csv',
    content: text(
      '项目,预算（万元）,完成率,差额,金额,面积\n甲,１２３．５,12.5%,"(1,234)",￥1200,3亩\n乙,－5,100%,50,￥0.50,"1,200.5 亩"\n',
    ),
    tables: [
      {
        columns: ['项目:string', '预算（万元）:number/万元', '完成率:number/%', '差额:number', '金额:number/元', '面积:number/亩'],
        rows: [
          ['甲', 123.5, 12.5, -1234, 1200, 3],
          ['乙', -5, 100, 50, 0.5, 1200.5],
        ],
      },
    ],
  },
  {
    name: 'dates of every style, times, months that are no dates, years of the Republic',
    format: 'csv',
    content: text(
      '日期,更新时间,月份,民国,时刻,办理日期\n2023/5/8,2023-05-08 14:30,2023年5月,民国112年5月8日,8:05,20230508\n2023.12.31,2023/5/9 08:00:01,2023年6月,民国112年5月9日,23:59:59,20231231\n',
    ),
    tables: [
      {
        columns: ['日期:date', '更新时间:datetime', '月份:string', '民国:string', '时刻:time', '办理日期:date'],
        rows: [
          ['2023-05-08', '2023-05-08T14:30:00', '2023年5月', '民国112年5月8日', '08:05:00', '2023-05-08'],
          ['2023-12-31', '2023-05-09T08:00:01', '2023年6月', '民国112年5月9日', '23:59:59', '2023-12-31'],
        ],
      },
    ],
  },
  {
    name: 'one odd cell keeps a column text, and is named',
    format: 'csv',
    content: text('序号,金额\n1,10\n2,待定\n3,30\n'),
    tables: [
      {
        columns: ['序号:integer', '金额:string'],
        rows: [
          [1, '10'],
          [2, '待定'],
          [3, '30'],
        ],
      },
    ],
    says: [/第 3 行第 2 列（金额）：“待定”不是整数，整列按文本保存/],
  },
  {
    name: 'words for nothing are nothing only where the rest is typed',
    format: 'csv',
    content: text('数,文,是否\n1,-,是\n—,无,否\n暂无,x,\n'),
    tables: [
      {
        columns: ['数:integer', '文:string', '是否:boolean'],
        rows: [
          [1, '-', true],
          [null, '无', false],
          [null, 'x', null],
        ],
      },
    ],
  },
  {
    name: 'no header',
    format: 'csv',
    content: text('1,海陵区,3.5\n2,姜堰区,4.25\n3,高港区,1\n'),
    tables: [
      {
        columns: ['列1:integer', '列2:string', '列3:number'],
        rows: [
          [1, '海陵区', 3.5],
          [2, '姜堰区', 4.25],
          [3, '高港区', 1],
        ],
      },
    ],
    says: [/没有表头/],
  },
  {
    name: 'rows that are too long and too short, empty and repeated names, empty columns',
    format: 'csv',
    content: text('a,a,,\n1,2,,\n3\n4,5,6,7\n\n'),
    tables: [
      {
        columns: ['a:integer', 'a_2:integer', '列3:integer', '列4:integer'],
        rows: [
          [1, 2, null, null],
          [3, null, null, null],
          [4, 5, 6, 7],
        ],
      },
    ],
  },
  {
    name: 'years as names of columns, full-width commas',
    format: 'csv',
    content: text('地区，2020，2021，2022\n海陵，1，2，3\n姜堰，4，5，6\n'),
    tables: [
      {
        columns: ['地区:string', '2020:integer', '2021:integer', '2022:integer'],
        rows: [
          ['海陵', 1, 2, 3],
          ['姜堰', 4, 5, 6],
        ],
      },
    ],
  },
  {
    name: 'a workbook with titles, merged cells, dates, percent, formulas, hidden and several sheets',
    format: 'xlsx',
    content: () =>
      workbook((book) => {
        const sheet = book.addWorksheet('贷款');
        sheet.addRow(['2023年贷款统计表（单位：万元）']);
        sheet.addRow(['区县', '贷款', null, '比例', '日期']);
        sheet.addRow([null, '笔数', '金额']);
        for (const range of ['A1:E1', 'B2:C2', 'A2:A3', 'D2:D3', 'E2:E3']) sheet.mergeCells(range);
        sheet.addRow(['海陵区', 12, 1234.5, 0.125, day(5, 8)]);
        sheet.addRow([null, 3, 0.1 + 0.2, 0.5, day(5, 9)]);
        sheet.mergeCells('A4:A5');
        sheet.addRow(['合计', 15, { formula: 'SUM(C4:C5)', result: 1234.8 }, 0.1]);
        sheet.getColumn(4).numFmt = '0.0%';
        sheet.getColumn(5).numFmt = 'yyyy"年"m"月"d"日"';
        book.addWorksheet('隐藏').addRow(['a']).worksheet.state = 'hidden';
        const codes = book.addWorksheet('代码');
        codes.addRow(['代码', '值']);
        codes.addRow(['001', true]);
        codes.addRow(['002', false]);
        book.addWorksheet('空');
      }),
    tables: [
      {
        sheet: '贷款',
        columns: ['区县:string', '贷款.笔数:integer', '贷款.金额:number', '比例:number/%', '日期:date'],
        rows: [
          ['海陵区', 12, 1234.5, 12.5, '2023-05-08'],
          ['海陵区', 3, 0.3, 50, '2023-05-09'],
        ],
      },
      {
        sheet: '代码',
        columns: ['代码:string', '值:boolean'],
        rows: [
          ['001', true],
          ['002', false],
        ],
      },
    ],
    says: [/隐藏的工作表“隐藏”/, /第 1 行是标题/, /“合计”/],
  },
  {
    name: 'a workbook whose days count from 1904, with times and rich text',
    format: 'xlsx',
    content: () =>
      workbook((book) => {
        book.properties.date1904 = true;
        const sheet = book.addWorksheet('s');
        sheet.addRow(['说明', '时间']);
        sheet.addRow([{ richText: [{ text: '公积' }, { text: '金', font: { bold: true } }] }, new Date(Date.UTC(2023, 4, 8, 14, 30))]);
        sheet.getColumn(2).numFmt = 'yyyy-mm-dd hh:mm';
      }),
    tables: [{ columns: ['说明:string', '时间:datetime'], rows: [['公积金', '2023-05-08T14:30:00']] }],
  },
  {
    name: 'a workbook with gaps, a title of its own and text numbers',
    format: 'xlsx',
    content: () =>
      workbook((book) => {
        const sheet = book.addWorksheet('s');
        sheet.getCell('B3').value = '编号';
        sheet.getCell('D3').value = '数量';
        sheet.getCell('B4').value = '007';
        sheet.getCell('D4').value = 12345678901;
        sheet.getCell('B6').value = '008';
        sheet.getCell('D6').value = 1e-7;
      }),
    tables: [
      {
        columns: ['编号:string', '数量:number'],
        rows: [
          ['007', 12345678901],
          ['008', 1e-7],
        ],
      },
    ],
  },
  {
    name: 'an OpenDocument sheet with repeated cells and a million empty rows',
    format: 'ods',
    content: () =>
      zip({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet>
          <table:table table:name="数据"><table:table-row><table:table-cell office:value-type="string"><text:p>区县</text:p></table:table-cell><table:table-cell><text:p>数</text:p></table:table-cell><table:table-cell><text:p>日期</text:p></table:table-cell><table:table-cell><text:p>率</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
          <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>海陵<text:s/>区</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1.5"/><table:table-cell office:value-type="date" office:date-value="2023-05-08"/><table:table-cell office:value-type="percentage" office:value="0.125"/></table:table-row>
          <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      }),
    tables: [
      {
        columns: ['区县:string', '数:number', '日期:date', '率:number/%'],
        rows: [
          ['海陵 区', 1.5, '2023-05-08', 12.5],
          ['海陵 区', 1.5, '2023-05-08', 12.5],
        ],
      },
    ],
  },
  {
    name: 'JSON wrapped, nested, with lists and numbers that no double holds',
    format: 'json',
    content: text(
      '{"code":0,"data":{"total":2,"rows":[{"编号":"007","人数":12345678901234567,"地址":{"区":"海陵","街道":"城东"},"标签":["a","b"],"o":[{"x":1}]},{"编号":"008","人数":2,"地址":{"区":"姜堰"},"标签":[],"新":true}]}}',
    ),
    tables: [
      {
        columns: ['编号:string', '人数:string', '地址.区:string', '地址.街道:string', '标签:string', 'o:string', '新:boolean'],
        rows: [
          ['007', '12345678901234567', '海陵', '城东', 'a；b', '[{"x":1}]', null],
          ['008', '2', '姜堰', null, null, null, true],
        ],
      },
    ],
  },
  {
    name: 'JSON Lines whose fields change',
    format: 'jsonl',
    content: text('\ufeff{"a":1,"b":"2023-05-08"}\n\n{"a":2.50,"c":"x"}\n'),
    tables: [
      {
        columns: ['a:number', 'b:date', 'c:string'],
        rows: [
          [1, '2023-05-08', null],
          [2.5, null, 'x'],
        ],
      },
    ],
  },
  {
    name: 'GeoJSON with points and lines',
    format: 'geojson',
    content: text(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"公园","n":3},"geometry":{"type":"Point","coordinates":[119.9,32.4]}},{"type":"Feature","properties":{"name":"河"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}',
    ),
    tables: [
      {
        columns: ['name:string', 'n:integer', 'geometry:string', '经度:number', '纬度:number'],
        rows: [
          ['公园', 3, '{"type":"Point","coordinates":[119.9,32.4]}', 119.9, 32.4],
          ['河', null, '{"type":"LineString","coordinates":[[1,2],[3,4]]}', null, null],
        ],
      },
    ],
  },
  {
    name: 'hostile names of columns',
    format: 'csv',
    content: text(`"a""b","'; DROP TABLE x; --",select,💥,__proto__\n1,2,3,4,5\n6,7,8,9,0\n`),
    tables: [
      {
        columns: ['a"b:integer', "'; DROP TABLE x; --:integer", 'select:integer', '💥:integer', '__proto__:integer'],
        rows: [
          [1, 2, 3, 4, 5],
          [6, 7, 8, 9, 0],
        ],
      },
    ],
  },
];

/** A table whose column without a name says something in one row only; `at` is its number. */
const sayingLate = (count: number, at: number): NastyFile => ({
  name: `a column without a name that speaks up in row ${at}`,
  format: 'csv',
  content: text(`a,,b\n${Array.from({ length: count }, (_, i) => `${i},${i + 1 === at ? '说' : ''},x${i}`).join('\n')}\n`),
  tables: [
    {
      columns: ['a:integer', '列2:string', 'b:string'],
      rows: Array.from({ length: count }, (_, i) => [i, i + 1 === at ? '说' : null, `x${i}`]),
    },
  ],
});

NASTY_FILES.push(sayingLate(120, 100), sayingLate(5_200, 5_100));

/** Files that must be refused with a sentence, within bounded memory. */
export const REFUSED_FILES: { name: string; format: string; content: () => Buffer | Promise<Buffer>; says: RegExp }[] = [
  { name: 'nothing', format: 'csv', content: text('  \n \n'), says: /文件是空的/ },
  { name: 'bytes', format: 'csv', content: () => Buffer.from([0, 1, 2, 0, 255, 0, 7, 10, 0]), says: /二进制|没有表格|空/ },
  {
    name: 'a million columns',
    format: 'csv',
    content: text(`${Array.from({ length: 1_000_000 }, (_, i) => i).join(',')}\n`),
    says: /2000 列/,
  },
  { name: 'an old workbook', format: 'xls', content: () => Buffer.from('D0CF11E0A1B11AE1', 'hex'), says: /另存为 \.xlsx/ },
  { name: 'no workbook', format: 'xlsx', content: text('不是'), says: /压缩结构/ },
  { name: 'an empty archive', format: 'xlsx', content: () => zip({ 'a.txt': 'a' }), says: /缺少工作簿/ },
  {
    name: 'a billion laughs',
    format: 'xlsx',
    content: () =>
      zip({
        '_rels/.rels': '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="w.xml"/></Relationships>',
        'w.xml': '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>',
      }),
    says: /DTD/,
  },
  { name: 'broken JSON', format: 'json', content: text('[{"a":1},{"a":]'), says: /没有结束/ },
  { name: 'JSON without a list', format: 'json', content: text('{"a":1}'), says: /没有由对象组成的数组/ },
  { name: 'deep JSON', format: 'json', content: text('['.repeat(100_000)), says: /语法错误|列表|JSON/ },
  { name: 'no Parquet', format: 'parquet', content: text('PAR1xxxxPAR1'), says: /Parquet 文件已损坏/ },
  { name: 'an archive as OpenDocument', format: 'ods', content: () => zip({ 'a.txt': 'a' }), says: /content\.xml/ },
];
