import { Random } from '../random.js';
import { REGIONS } from '../region.js';
import { MAKERS, type Row } from './column.js';

/** A small table, one column a line: `name=kind:args`. */
export interface TableSpec {
  dept: string;
  name: string;
  file: string;
  format: 'csv' | 'xlsx' | 'json';
  /** A number of rows, or `months 2021-01 60`, or `regions 2021 2025` (one row a region and year). */
  rows: string;
  columns: string;
  cycle: string;
  keywords: string;
  about: string;
  quirk?: 'gb18030' | 'bom' | 'title-and-total' | 'multi-line';
}

export interface Column {
  name: string;
  kind: string;
  args: string;
}

export const columnsOf = (spec: TableSpec): Column[] =>
  spec.columns.split(';').map((text) => {
    const equals = text.indexOf('=');
    const [name, rest] = [text.slice(0, equals).trim(), text.slice(equals + 1)];
    const at = rest.indexOf(':');
    return at < 0 ? { name, kind: rest, args: '' } : { name, kind: rest.slice(0, at), args: rest.slice(at + 1) };
  });

function starts(rows: string): Row[] {
  const [mode, from, to] = rows.split(' ');
  if (mode === 'months') {
    const [year, month] = from!.split('-').map(Number) as [number, number];
    return Array.from({ length: Number(to) }, (_, i) => {
      const at = year * 12 + month - 1 + i;
      return { 月份: `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` };
    });
  }
  if (mode === 'regions') {
    const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
    return years.flatMap((year) => REGIONS.map((region) => ({ 年度: year, 县区: region.name, 行政区划代码: region.code })));
  }
  return Array.from({ length: Number(mode) }, () => ({}));
}

/** Names of all columns, those that come from the row mode first; 系数, 基数 and 基准 only help to compute others. */
export function headerOf(spec: TableSpec): string[] {
  return [
    ...Object.keys(starts(spec.rows)[0]!),
    ...columnsOf(spec)
      .map(({ name }) => name)
      .filter((name) => !/(系数|基数|基准)/.test(name)),
  ];
}

/** The rows of a table, the same every time. */
export function rowsOf(spec: TableSpec): Row[] {
  const random = new Random(spec.file);
  const columns = columnsOf(spec);
  return starts(spec.rows).map((row, i) => {
    for (const { name, kind, args } of columns) {
      const make = MAKERS[kind];
      if (!make) throw new Error(`${spec.file}: no column kind ${kind}`);
      row[name] = make(row, i, random, args);
    }
    return row;
  });
}
