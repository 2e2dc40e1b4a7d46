import { openOds } from './ods-source.js';
import { type TableSource, UnreadableTable } from './sheet-source.js';
import { openXlsx } from './xlsx-source.js';

/** No kept library with a licence that fits reads these. */
const old: TableSource = () =>
  Promise.reject(new UnreadableTable('Excel 97–2003 文件（.xls、.et）不能转换成表；请用办公软件打开，另存为 .xlsx 或 .csv 后重新上传'));

const SOURCES: Record<string, TableSource | undefined> = { xlsx: openXlsx, ods: openOds, xls: old, et: old };

/** What reads workbooks of the format of this code; delimited texts, JSON and Parquet are read otherwise. */
export const sourceOf = (format: string): TableSource | undefined => SOURCES[format];
