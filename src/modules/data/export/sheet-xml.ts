import { quotedName, quotedText } from '../engine/sql-text.js';
import type { AnswerColumn } from '../query/compile-query.js';

/** Rows of data on one sheet of Excel, below its header. */
export const ROWS_OF_SHEET = 1_048_575;

/** Styles by number, as `stylesXml` has them. */
const STYLE = { plain: 0, head: 1, date: 2, datetime: 3, time: 4 } as const;

/** Characters that XML 1.0 cannot have. */
const FORBIDDEN = String.raw`[\x00-\x08\x0B\x0C\x0E-\x1F\x{FFFE}\x{FFFF}]`;
const LONGEST_CELL = 32_767;

/** Escapes a text expression for XML. */
const escapedSql = (text: string) =>
  `replace(replace(replace(regexp_replace(left(${text}, ${LONGEST_CELL}), ${quotedText(FORBIDDEN)}, '', 'g'), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
/** A line break inside a cell must not end the line that a row is. */
const onOneLine = (text: string) => `replace(replace(${text}, chr(13), '&#13;'), chr(10), '&#10;')`;

const EPOCH = "DATE '1899-12-30'";

/** The letters of a column, counting from 0: A, B … Z, AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** The cell of a value as SpreadsheetML; nothing for a missing one. */
function cellSql({ name, type }: AnswerColumn, place: number, numbered: string): string {
  const column = quotedName(name);
  const at = `'<c r="${letters(place)}' || ${numbered} || '"`;
  const number = (value: string, style: number) => `${at} s="${style}"><v>' || ${value} || '</v></c>'`;
  const textCell = (value: string) => `${at} t="inlineStr"><is><t xml:space="preserve">' || ${value} || '</t></is></c>'`;
  const filled: Record<AnswerColumn['type'], string> = {
    // A spreadsheet keeps fifteen digits: longer numbers are texts there.
    integer: `CASE WHEN abs(${column}) < 1000000000000000 THEN ${number(`${column}::VARCHAR`, STYLE.plain)} ELSE ${textCell(`${column}::VARCHAR`)} END`,
    number: number(`${column}::VARCHAR`, STYLE.plain),
    boolean: `${at} t="b"><v>' || CASE WHEN ${column} THEN '1' ELSE '0' END || '</v></c>'`,
    date: `CASE WHEN ${column} > DATE '1900-03-01' THEN ${number(`date_diff('day', ${EPOCH}, ${column})::VARCHAR`, STYLE.date)} ELSE ${textCell(`${column}::VARCHAR`)} END`,
    datetime: `CASE WHEN ${column} > TIMESTAMP '1900-03-01' THEN ${number(`(epoch(${column} - ${EPOCH}::TIMESTAMP) / 86400)::VARCHAR`, STYLE.datetime)} ELSE ${textCell(`${column}::VARCHAR`)} END`,
    time: number(`(epoch(${column}) / 86400)::VARCHAR`, STYLE.time),
    string: textCell(onOneLine(escapedSql(column))),
  };
  return `CASE WHEN ${column} IS NULL THEN '' ELSE ${filled[type]} END`;
}

/**
 * The statement that writes rows as the lines of a worksheet: DuckDB makes the XML, since it is ten times as fast.
 * A cell of text is never calculated in a workbook, whatever it begins with. Pure.
 */
export function sheetRowsSql(answer: string, columns: readonly AnswerColumn[], file: string): string {
  const number = quotedName(freeName(columns));
  const row = `'<row r="' || ${number} || '">' || ${columns.map((column, place) => cellSql(column, place, number)).join(' || ')} || '</row>'`;
  const numbered = `SELECT *, ((row_number() OVER () - 1) % ${ROWS_OF_SHEET} + 2)::VARCHAR AS ${number} FROM (${answer})`;
  return `COPY (SELECT ${row} FROM (${numbered})) TO ${quotedText(file)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\\x01')`;
}

/** A name for the number of a row that no column has. */
function freeName(columns: readonly AnswerColumn[]): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  let name = '@row';
  while (taken.has(name)) name += '_';
  return name;
}

// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string) =>
  text.replace(CONTROL, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands before the rows of a sheet: a frozen bold header. Pure. */
export function sheetHead(columns: readonly AnswerColumn[]): string {
  const names = columns.map(
    ({ name }, place) =>
      `<c r="${letters(place)}1" t="inlineStr" s="${STYLE.head}"><is><t xml:space="preserve">${escaped(name)}</t></is></c>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">${names.join('')}</row>\n`;
}

export const SHEET_FOOT = '</sheetData></worksheet>';

/** The other members of a workbook with so many sheets. Pure. */
export function workbookMembers(sheets: number): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/styles.xml', 'styles')}${numbers.map((n) => type(`/xl/worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${numbers.map((n) => `<sheet name="数据${sheets > 1 ? n : ''}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}
