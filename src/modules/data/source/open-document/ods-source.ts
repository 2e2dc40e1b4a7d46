import { readXml, Unreadable, ZipArchive } from '../../../platform/reading/index.js';
import { MergedCells, withMerges } from '../merged-cells.js';
import { type OpenedSource, type SheetSource, type SourceRow, UnreadableTable } from '../sheet-source.js';
import { asUnreadableTable, checkMember, MOST_PIECE, readable } from '../source-limits.js';
import { DocumentListener, type ListedTable } from './document-listener.js';
import { type RepeatedRow, TableListener } from './table-listener.js';

const CONTENT = 'content.xml';
const BATCH = 1_000;
/** Characters that may come of rows that stand in the file once and in the table many times. */
const MOST_REPEATED = 200_000_000;

/** The tables of an OpenDocument spreadsheet (GB/T 20916 goes back to it): every visible one with anything in it. */
export async function openOds(path: string): Promise<OpenedSource> {
  let archive: ZipArchive | undefined;
  try {
    archive = await ZipArchive.open(path, { guard: checkMember });
    const opened = archive;
    await refuseEncrypted(archive);
    const notes: string[] = [];
    const listed = new DocumentListener();
    for await (const _ of readXml(archive.read(CONTENT), listed, MOST_PIECE));
    if (!listed.isSpreadsheet) throw new Unreadable('不是 OpenDocument 表格（.ods）');
    return { sheets: sheetsOf(archive, listed.tables, notes), notes, close: () => Promise.resolve(opened.close()) };
  } catch (error) {
    archive?.close();
    throw asUnreadableTable(error);
  }
}

async function refuseEncrypted(archive: ZipArchive): Promise<void> {
  const manifest = 'META-INF/manifest.xml';
  if (!archive.has(manifest)) return;
  const open = (name: string) => {
    if (name === 'encryption-data') throw new Unreadable('文件设有密码，读不出内容；请去掉密码后重新上传');
  };
  for await (const _ of readXml(archive.read(manifest), { open, take: () => [] }, MOST_PIECE));
}

function sheetsOf(archive: ZipArchive, tables: readonly ListedTable[], notes: string[]): SheetSource[] {
  const hidden = tables.filter((table) => table.hidden && !table.empty).map(({ name }) => `“${name}”`);
  if (hidden.length > 0) notes.push(`隐藏的工作表${hidden.join('、')}没有做成表；需要公开的，请取消隐藏后重新上传。`);
  const sheets = [...tables.entries()].filter(([, table]) => !table.hidden && !table.empty);
  if (sheets.length === 0) throw new UnreadableTable('文件里没有可以做成表的工作表：都是空的或隐藏的。');
  return sheets.map(([position, table]) => {
    const parts = [table.hiddenRows && '行', table.hiddenColumns && '列'].filter(Boolean).join('和');
    if (parts !== '') notes.push(`工作表“${table.name}”里隐藏的${parts}也读入了表中；不公开的内容请先删除。`);
    const note = (sentence: string) => {
      if (!notes.includes(sentence)) notes.push(sentence);
    };
    return { name: table.name, rows: () => readable(rowsOf(archive, position, table.name, note)) };
  });
}

async function* rowsOf(archive: ZipArchive, position: number, name: string, note: (sentence: string) => void): AsyncGenerator<SourceRow[]> {
  const listener = new TableListener(position);
  const merges = new MergedCells([]);
  const rows = expanded(readXml(archive.read(CONTENT), listener, MOST_PIECE), listener, merges);
  yield* withMerges(rows, merges, () => note(`工作表“${name}”里纵向合并的单元格，已用其第一格的内容填满。`));
  if (listener.errors > 0) note(`工作表“${name}”里有 ${listener.errors} 个单元格是错误值（如 #N/A），按空单元格处理。`);
}

/** Every row as often as it stands there, in batches. */
async function* expanded(batches: AsyncIterable<RepeatedRow[]>, listener: TableListener, merges: MergedCells): AsyncGenerator<SourceRow[]> {
  let made = 0;
  for await (const batch of batches) {
    let rows: SourceRow[] = [];
    for (const { number, cells, repeated, merges: found } of batch) {
      merges.add(found);
      if (repeated > 1) made += cells.reduce((sum, { length }) => sum + length + 1, 0) * repeated;
      if (made > MOST_REPEATED) throw new UnreadableTable('工作表里重复的行展开后过大，不像正常的表格，没有读取；请重新另存后上传。');
      for (let at = 0; at < repeated; at++) {
        rows.push({ number: number + at, cells: at === 0 ? cells : [...cells] });
        if (rows.length < BATCH) continue;
        yield rows;
        rows = [];
      }
    }
    if (rows.length > 0) yield rows;
    if (listener.done) return;
  }
}
