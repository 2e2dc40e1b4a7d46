import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { AppError } from '../../kernel/app-error.js';

/** Most bytes of a workbook as it arrives, and of its parts unpacked together: what is above is refused before it is unpacked. */
export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED = 120 * 1024 * 1024;
const MOST_PARTS = 1_000;

/** The parts of a workbook, each unpacked when it is read. */
export interface WorkbookParts {
  has: (name: string) => boolean;
  /** Reads a part piece by piece, and no more bytes than it declared. */
  read: (name: string, piece: (text: string) => void) => Promise<void>;
  close: () => void;
}

/** @throws AppError VALIDATION_FAILED for what is no workbook, PAYLOAD_TOO_LARGE for one that would not fit */
export async function openParts(bytes: Buffer): Promise<WorkbookParts> {
  if (bytes.length > MOST_BYTES) throw tooLarge(`文件有 ${megabytes(bytes.length)} MB，最多 ${megabytes(MOST_BYTES)} MB`);
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => (error ? reject(noWorkbook()) : resolve(opened)));
  });
  const entries = await entriesOf(zip);
  return {
    has: (name) => entries.has(name),
    read: (name, piece) => readEntry(zip, entries.get(name), piece),
    close: () => {
      zip.close();
    },
  };
}

/** The directory of the archive alone tells the sizes; nothing is unpacked for it. */
function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      if (entry.isEncrypted()) return reject(noWorkbook());
      if (entries.size >= MOST_PARTS || unpacked > MOST_UNPACKED)
        return reject(tooLarge(`文件解压后超过 ${megabytes(MOST_UNPACKED)} MB，不像正常的表格`));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', () => {
      reject(noWorkbook());
    });
    zip.readEntry();
  });
}

function readEntry(zip: ZipFile, entry: Entry | undefined, piece: (text: string) => void): Promise<void> {
  if (!entry) return Promise.reject(noWorkbook());
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(noWorkbook());
      const decoder = new TextDecoder('utf-8');
      const refuse = (thrown: unknown) => {
        stream.destroy();
        reject(thrown instanceof AppError ? thrown : noWorkbook());
      };
      stream.on('error', refuse);
      stream.on('data', (chunk: Buffer) => {
        try {
          piece(decoder.decode(chunk, { stream: true }));
        } catch (thrown) {
          refuse(thrown);
        }
      });
      stream.on('end', resolve);
    });
  });
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);

export const noWorkbook = () =>
  new AppError('VALIDATION_FAILED', '这不是能读的 xlsx 表格（可能是 xls、加密或损坏的文件），请用下载的模板另存为 xlsx 再上传。', {
    english: 'This is no readable xlsx workbook.',
    fields: [{ field: 'file', message: '不是能读的 xlsx' }],
  });

export const tooLarge = (what: string) =>
  new AppError('PAYLOAD_TOO_LARGE', `${what}，请分几次导入。`, {
    english: 'The workbook is too large; import it in parts.',
    fields: [{ field: 'file', message: what }],
  });
