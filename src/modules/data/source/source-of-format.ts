import { openJson } from './json/json-source.js';
import { openNdjson } from './json/ndjson-source.js';
import { openOds } from './open-document/ods-source.js';
import { type TableSource, UnreadableTable } from './sheet-source.js';
import { openXlsx } from './workbook/xlsx-source.js';

const legacy: TableSource = () => Promise.reject(new UnreadableTable('Excel 97–2003 文件（.xls）不能做成表，请另存为 .xlsx 或 .csv。'));
const legacyWps: TableSource = () => Promise.reject(new UnreadableTable('WPS 表格文件（.et）不能做成表，请另存为 .xlsx 或 .csv。'));

/** Readers by code of the format table. */
const SOURCES = new Map<string, TableSource>([
  ['xlsx', openXlsx],
  ['ods', openOds],
  ['json', openJson],
  ['geojson', openJson],
  ['jsonl', openNdjson],
  ['ndjson', openNdjson],
  ['xls', legacy],
  ['et', legacyWps],
]);

/** The reader of tables of a format; undefined where files of it hold no table. */
export const sourceOf = (format: string): TableSource | undefined => SOURCES.get(format);
