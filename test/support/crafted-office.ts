import { type CraftedMember, zipOf } from './crafted-zip.js';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const MAIN = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
} as const;

/** One relation of the main part. */
export const relation = (type: string, target: string, external = false) =>
  `<Relationship Id="r" Type="${type.startsWith('http') ? type : `${OFFICE}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

/** An Office file with parts, relations of the main part and content types of the test's own. */
export function officeOf(
  kind: keyof typeof MAIN,
  {
    parts = [],
    relations = '',
    types = '',
    main = '<document/>',
  }: { parts?: CraftedMember[]; relations?: string; types?: string; main?: string } = {},
): Buffer {
  const [part, type] = MAIN[kind];
  const folder = part.split('/')[0]!;
  return zipOf(
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/>${types}</Types>`,
    },
    { name: '_rels/.rels', content: `<Relationships xmlns="${RELATIONS}">${relation('officeDocument', part)}</Relationships>` },
    { name: part, content: main },
    { name: `${folder}/_rels/${part.split('/')[1]!}.rels`, content: `<Relationships xmlns="${RELATIONS}">${relations}</Relationships>` },
    ...parts,
  );
}

/** An OFD file (GB/T 33190) of one page without anything on it. */
export const ofdOf = (...parts: CraftedMember[]): Buffer =>
  zipOf(
    { name: 'OFD.xml', content: '<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>' },
    { name: 'Doc_0/Document.xml', content: '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"/>' },
    ...parts,
  );

/** An OpenDocument spreadsheet of one cell, with parts and markup of the test's own. */
export const odsOf = ({ parts = [], markup = '', manifest = '', type = 'spreadsheet' }: OdsParts = {}): Buffer =>
  zipOf(
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}`, method: 0 },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:scripts/><office:body><office:spreadsheet><table:table table:name="Sheet1"><table:table-row><table:table-cell office:value-type="string"><text:p>站点</text:p></table:table-cell></table:table-row></table:table>${markup}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: 'Basic/', method: 0 },
    {
      name: 'META-INF/manifest.xml',
      content: `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
    },
    ...parts,
  );

/** What a test puts into a spreadsheet of OpenDocument. */
export interface OdsParts {
  parts?: CraftedMember[];
  markup?: string;
  manifest?: string;
  type?: string;
}

const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;

/** An OLE compound file with these streams, each in sectors of its own. */
export function oleOf(streams: Record<string, Buffer>): Buffer {
  const names = Object.entries(streams);
  const padded = names.map(([, content]) =>
    Buffer.concat([content, Buffer.alloc(Math.max(4096, Math.ceil(content.length / SECTOR) * SECTOR) - content.length)]),
  );
  const entries = Math.ceil((names.length + 1) / 4);
  const fat: number[] = [0xfffffffd];
  for (let index = 0; index < entries; index++) fat.push(index === entries - 1 ? END : fat.length + 1);
  const starts = padded.map(({ length }) => {
    const start = fat.length;
    for (let left = length / SECTOR; left > 0; left--) fat.push(left === 1 ? END : fat.length + 1);
    return start;
  });
  const table = Buffer.alloc(SECTOR, 0xff);
  fat.forEach((value, index) => table.writeUInt32LE(value >>> 0, index * 4));
  const directory = Buffer.alloc(entries * SECTOR);
  const entry = (index: number, name: string, type: number, start: number, size: number) => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory[at + 66] = type;
    directory.writeUInt32LE(start >>> 0, at + 116);
    directory.writeUInt32LE(size, at + 120);
  };
  entry(0, 'Root Entry', 5, END, 0);
  names.forEach(([name], index) => entry(index + 1, name, 2, starts[index]!, padded[index]!.length));
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let index = 0; index < 109; index++) header.writeUInt32LE(index === 0 ? 0 : FREE, 76 + index * 4);
  return Buffer.concat([header, table, directory, ...padded]);
}
