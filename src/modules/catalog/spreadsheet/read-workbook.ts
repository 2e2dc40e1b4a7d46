import { SaxesParser } from 'saxes';
import { MOST_ITEMS } from './column.js';
import { openParts, noWorkbook, tooLarge, type WorkbookParts } from './workbook-parts.js';
import { placeOf, type TableCell, type TableRow, type Workbook } from './workbook-table.js';

const MOST_COLUMNS = 200;
const MOST_TABLES = 20;
/** A full template with all its items has half of them. */
const MOST_CELLS = 800_000;

type Attributes = Record<string, string>;

/** What is told of an element of a part. */
interface Listener {
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/**
 * Reads the values of a workbook as a stream: no formula is computed, no style, macro, link or picture is looked at, and
 * ranges such as merged cells are not spread out, so that a small file cannot become a large one.
 * @throws AppError VALIDATION_FAILED, PAYLOAD_TOO_LARGE
 */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const parts = await openParts(bytes);
  try {
    const { sheets, from1904 } = await readOutline(parts);
    const shared = parts.has('xl/sharedStrings.xml') ? await readSharedTexts(parts) : [];
    const tables = [];
    const budget = { cells: MOST_CELLS };
    for (const { name, part } of sheets) tables.push({ name, rows: await readRows(parts, part, shared, budget) });
    return { tables, from1904 };
  } finally {
    parts.close();
  }
}

/** Names of the sheets in their order, and the part each is in. */
async function readOutline(parts: WorkbookParts): Promise<{ sheets: { name: string; part: string }[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await walk(parts, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await walk(parts, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const part = name === 'sheet' ? targets.get(attributes['r:id'] ?? attributes.id ?? '') : undefined;
      if (part && parts.has(part) && sheets.length < MOST_TABLES) sheets.push({ name: attributes.name ?? '', part });
    },
  });
  if (sheets.length === 0) throw noWorkbook();
  return { sheets, from1904 };
}

async function readSharedTexts(parts: WorkbookParts): Promise<string[]> {
  const texts: string[] = [];
  let [text, inText, inReading] = ['', false, false];
  await walk(parts, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = true;
    },
    text: (piece) => {
      if (inText && !inReading) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name === 'si' && texts.push(plain(text)) > MOST_CELLS) throw tooLarge(`不同的文字超过 ${MOST_CELLS} 段`);
    },
  });
  return texts;
}

async function readRows(parts: WorkbookParts, part: string, shared: readonly string[], budget: { cells: number }): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  let row: TableRow = { number: 0, cells: new Map() };
  let column = -1;
  let type = '';
  let [value, inValue] = ['', false];
  await walk(parts, part, {
    open: (name, { r, t }) => {
      if (name === 'row') {
        row = { number: r && /^\d{1,7}$/.test(r) ? Number(r) : row.number + 1, cells: new Map() };
        column = -1;
      } else if (name === 'c') {
        column = (r ? placeOf(r)?.column : undefined) ?? column + 1;
        [type, value] = [t ?? 'n', ''];
      } else if (name === 'v' || name === 't') inValue = true;
    },
    text: (piece) => {
      if (inValue) value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c' && column < MOST_COLUMNS) {
        const cell = cellOf(type, value, shared);
        if (cell.text !== '') row.cells.set(column, cell);
        if (--budget.cells < 0) throw tooLarge(`单元格超过 ${MOST_CELLS} 个`);
      }
      if (name !== 'row' || row.cells.size === 0) return;
      rows.push(row);
      if (rows.length > MOST_ITEMS + 10) throw tooLarge(`一张表超过 ${MOST_ITEMS} 行`);
    },
  });
  return rows;
}

function cellOf(type: string, value: string, shared: readonly string[]): TableCell {
  const error = type === 'e';
  if (type === 's') return { text: shared[Number(value)] ?? '', numeric: false, error };
  if (type === 'b') return { text: value === '1' ? '是' : '否', numeric: false, error };
  if (type === 'd') return { text: value.slice(0, 10), numeric: false, error };
  const numeric = type === 'n' && value !== '' && Number.isFinite(Number(value));
  return { text: numeric ? String(Number(value)) : plain(value), numeric, error };
}

/** Programs write control characters as `_x000D_`. */
const plain = (text: string): string => text.replace(/_x000[dD]_/g, '').replace(/\r\n?/g, '\n');

/** Goes through the elements of a part without keeping them; what declares a document type is refused. */
async function walk(parts: WorkbookParts, part: string, { open, close, text }: Listener): Promise<void> {
  if (!parts.has(part)) throw noWorkbook();
  const parser = new SaxesParser();
  const refuse = () => {
    throw noWorkbook();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  if (text) parser.on('text', text);
  await parts.read(part, (piece) => void parser.write(piece));
  parser.close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
