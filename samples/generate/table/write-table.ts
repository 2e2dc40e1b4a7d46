import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import type { Cell, Row } from './column.js';
import { headerOf, rowsOf, type TableSpec } from './table.js';

const quoted = (cell: Cell | undefined) => {
  const text = String(cell ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function totals(header: string[], rows: Row[]): Row {
  const row: Row = {};
  for (const name of header) {
    const numeric = rows.every((each) => typeof each[name] === 'number') && !/年度|率|占比|序号|%/.test(name);
    row[name] = numeric ? Number(rows.reduce((sum, each) => sum + Number(each[name]), 0).toFixed(2)) : '';
  }
  row[header[0]!] = '合计';
  return row;
}

function csv(spec: TableSpec, header: string[], rows: Row[]): Buffer {
  const lines = [header, ...rows.map((row) => header.map((name) => row[name]))];
  if (spec.quirk === 'title-and-total') {
    lines.unshift([`${spec.name}(单位见列名)`, ...header.slice(1).map(() => '')]);
    const total = totals(header, rows);
    lines.push(header.map((name) => total[name]));
  }
  const text = lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
  if (spec.quirk === 'gb18030') return iconv.encode(text, 'gb18030');
  return Buffer.from(spec.quirk === 'bom' ? `\ufeff${text}` : text, 'utf8');
}

async function xlsx(spec: TableSpec, header: string[], rows: Row[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  // The times inside the file are fixed, so the bytes do not change from run to run.
  book.created = book.modified = new Date('2026-10-30T00:00:00Z');
  book.creator = '澜川市公共数据开放平台';
  const sheet = book.addWorksheet(spec.name.slice(0, 28));
  if (spec.quirk === 'title-and-total') {
    sheet.addRow([spec.name]);
    sheet.mergeCells(1, 1, 1, header.length);
  }
  sheet.addRow(header).font = { bold: true };
  for (const row of rows) sheet.addRow(header.map((name) => row[name] ?? null));
  if (spec.quirk === 'title-and-total') {
    const total = totals(header, rows);
    sheet.addRow(header.map((name) => total[name]));
  }
  return withoutTimes(Buffer.from(await book.xlsx.writeBuffer()));
}

/** Every entry of the zip gets the same time, 1980-01-01, so that the bytes do not change from run to run. */
function withoutTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(0x00210000, at + 12);
    zip.writeUInt32LE(0x00210000, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

/** Writes the file of a table in its format and encoding. */
export async function writeTable(spec: TableSpec, folder: string): Promise<void> {
  const header = headerOf(spec);
  const rows = rowsOf(spec);
  const bytes =
    spec.format === 'json'
      ? Buffer.from(`[\n${rows.map((row) => JSON.stringify(Object.fromEntries(header.map((name) => [name, row[name]])))).join(',\n')}\n]\n`)
      : spec.format === 'xlsx'
        ? await xlsx(spec, header, rows)
        : csv(spec, header, rows);
  await writeFile(path.join(folder, `${spec.file}.${spec.format}`), bytes);
}
