import { Unreadable } from '../reading/index.js';
import { readDelimited } from './reader/csv-reader.js';
import { readHtml } from './reader/html-reader.js';
import { readOffice } from './reader/office/package-reader.js';
import { readOfd } from './reader/ofd-reader.js';
import { readSpreadsheet } from './reader/open-document/spreadsheet-reader.js';
import { readPdf } from './reader/pdf-reader.js';
import { readJson, readText } from './reader/text-reader.js';
import { readXmlFile } from './reader/xml-reader.js';
import type { TextReader } from './text-part.js';

/** Readers by code of the format table. */
const READERS: Readonly<Record<string, TextReader>> = {
  pdf: readPdf,
  docx: readOffice,
  xlsx: readOffice,
  pptx: readOffice,
  ods: readSpreadsheet,
  ofd: readOfd,
  html: readHtml,
  txt: readText,
  sql: readText,
  ttl: readText,
  csv: readDelimited,
  tsv: readDelimited,
  json: readJson,
  geojson: readJson,
  jsonl: readJson,
  ndjson: readJson,
  jsonld: readJson,
  xml: readXmlFile,
  rdf: readXmlFile,
  kml: readXmlFile,
};

const LEGACY: Readonly<Record<string, string>> = { doc: 'DOCX', wps: 'DOCX', xls: 'XLSX', et: 'XLSX', ppt: 'PPTX', dps: 'PPTX' };
const IMAGES = new Set(['jpg', 'png', 'gif', 'bmp', 'tif', 'webp']);
const ARCHIVES = new Set(['zip', 'rar', '7z', 'gz']);

/** The reader of a format. @throws Unreadable, saying why its text cannot be read */
export function readerOf(format: string): TextReader {
  const reader = READERS[format];
  if (reader) return reader;
  const name = format.toUpperCase();
  if (LEGACY[format]) throw new Unreadable(`${name} 是旧的二进制格式，读不出文字；请另存为 ${LEGACY[format]} 或 PDF`);
  if (IMAGES.has(format)) throw new Unreadable('图片中的文字不能检索，也没有经过自动检查，请人工核对');
  if (ARCHIVES.has(format)) throw new Unreadable('压缩包里的文件不能检索，也没有经过自动检查；请把文件逐个上传');
  throw new Unreadable(`${name} 格式的文字不能检索，也没有经过自动检查，请人工核对`);
}
