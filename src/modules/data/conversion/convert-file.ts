import path from 'node:path';
import { openSandbox } from '../engine/sandbox.js';
import { openCsv } from '../source/csv-source.js';
import { UnreadableTable } from '../source/sheet-source.js';
import { sourceOf } from '../source/source-of-format.js';
import type { ConversionOrder, MadeTable } from './conversion-message.js';
import { convertParquet } from './convert-parquet.js';
import type { Converted } from './converter.js';
import { SheetConversion } from './sheet-conversion.js';

const THREADS = 2;
const TEMPORARY_MEGABYTES = 16_384;

/** Makes the tables of a file; the Parquet files lie in the folder of the order. @throws UnreadableTable */
export async function convertFile(order: ConversionOrder, progress: (rows: number) => void): Promise<Converted> {
  const { file, format, folder, memoryMegabytes } = order;
  const [connection] = await openSandbox({
    memoryMegabytes,
    threads: THREADS,
    folders: [folder, path.dirname(file)],
    temporaryFolder: path.join(folder, 'temporary'),
    temporaryMegabytes: TEMPORARY_MEGABYTES,
    connections: 1,
  });
  if (!connection) throw new Error('there is no connection');
  if (format === 'parquet') return { tables: [await convertParquet(connection, order)], notes: [] };
  const csv = ['csv', 'tsv', 'txt'].includes(format) ? await openCsv(file, format) : undefined;
  const open = sourceOf(format);
  if (!csv && !open) throw new UnreadableTable(`不能把 ${format} 文件转换成表；请另存为 csv 或 xlsx`);
  const source = csv ?? (await open!(file));
  try {
    const tables: MadeTable[] = [];
    for (const [index, sheet] of source.sheets.entries()) {
      const made = await new SheetConversion(connection, order, sheet, index, csv, progress).run();
      if (made) tables.push(made);
    }
    if (tables.length === 0) throw new UnreadableTable('文件里没有表格：没有找到一行数据');
    const several = tables.length > 1;
    return { tables: tables.map((table) => ({ ...table, sheet: several ? table.sheet : null })), notes: [...new Set(source.notes)] };
  } finally {
    await source.close();
  }
}
