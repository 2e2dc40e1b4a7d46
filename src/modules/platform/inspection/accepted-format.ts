import { extensionOf } from './file-name.js';
import { Refusal } from './refusal.js';

/** A format that departments may attach; its code is that of the vocabulary's format table. */
export interface AcceptedFormat {
  mediaType: string;
  /** Extensions its files may bear. */
  extensions: readonly string[];
  label: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Every format that is taken. */
export const ACCEPTED = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], label: 'PDF' },
  ofd: { mediaType: 'application/ofd', extensions: ['ofd'], label: 'OFD' },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'], label: 'Word 文档（docx）' },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], label: 'Excel 表格（xlsx）' },
  pptx: { mediaType: `${OFFICE}.presentationml.presentation`, extensions: ['pptx'], label: '演示文稿（pptx）' },
  doc: { mediaType: 'application/msword', extensions: ['doc'], label: 'Word 97–2003 文档（doc）' },
  xls: { mediaType: 'application/vnd.ms-excel', extensions: ['xls'], label: 'Excel 97–2003 表格（xls）' },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt'], label: '演示文稿（ppt）' },
  wps: { mediaType: 'application/vnd.ms-works', extensions: ['wps'], label: 'WPS 文字' },
  et: { mediaType: 'application/octet-stream', extensions: ['et'], label: 'WPS 表格' },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], label: 'OpenDocument 表格（ods）' },
  parquet: { mediaType: 'application/vnd.apache.parquet', extensions: ['parquet'], label: 'Parquet' },
  csv: { mediaType: 'text/csv', extensions: ['csv'], label: 'CSV' },
  tsv: { mediaType: 'text/tab-separated-values', extensions: ['tsv'], label: 'TSV' },
  txt: { mediaType: 'text/plain', extensions: ['txt'], label: '文本' },
  json: { mediaType: 'application/json', extensions: ['json'], label: 'JSON' },
  jsonl: { mediaType: 'application/x-ndjson', extensions: ['jsonl', 'ndjson'], label: 'JSON Lines' },
  geojson: { mediaType: 'application/geo+json', extensions: ['geojson'], label: 'GeoJSON' },
  xml: { mediaType: 'application/xml', extensions: ['xml'], label: 'XML' },
  html: { mediaType: 'text/html', extensions: ['html', 'htm'], label: '网页（HTML）' },
  zip: { mediaType: 'application/zip', extensions: ['zip'], label: 'ZIP 压缩包' },
  png: { mediaType: 'image/png', extensions: ['png'], label: 'PNG 图片' },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], label: 'JPEG 图片' },
  gif: { mediaType: 'image/gif', extensions: ['gif'], label: 'GIF 图片' },
  mp4: { mediaType: 'video/mp4', extensions: ['mp4'], label: 'MP4 视频' },
} as const satisfies Record<string, AcceptedFormat>;

export type FormatCode = keyof typeof ACCEPTED;

export const isFormat = (code: string): code is FormatCode => Object.hasOwn(ACCEPTED, code);

/** Format and media type of a file that was found to be what its name says. */
export function formatNamed(name: string): { format: FormatCode; mediaType: string } | undefined {
  const extension = extensionOf(name);
  const found = Object.entries(ACCEPTED).find(([, { extensions }]) => (extensions as readonly string[]).includes(extension));
  return found && { format: found[0] as FormatCode, mediaType: found[1].mediaType };
}

/** Formats whose content is the same to the eye: the name decides between them. */
const TWINS: Partial<Record<FormatCode, readonly FormatCode[]>> = {
  doc: ['wps'],
  xls: ['et'],
  txt: ['csv', 'tsv', 'json', 'jsonl'],
  json: ['geojson', 'jsonl', 'txt', 'csv', 'tsv'],
  xml: ['txt'],
};

/** The format of a file with this extension and this content; without an extension the content decides alone. Pure. @throws Refusal */
export function formatFor(extension: string, content: FormatCode): FormatCode {
  if (extension === '') return content;
  const fits = [content, ...(TWINS[content] ?? [])].find((code) => (ACCEPTED[code].extensions as readonly string[]).includes(extension));
  if (!fits) throw new Refusal('contradiction', `扩展名是 .${extension}，内容却是${ACCEPTED[content].label}`);
  return fits;
}
