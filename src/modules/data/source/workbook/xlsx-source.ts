import { readXml, relationshipsOf, Unreadable, type XmlListener, ZipArchive } from '../../../platform/reading/index.js';
import { MergedCells, withMerges } from '../merged-cells.js';
import { type OpenedSource, type SheetSource, type SourceRow, UnreadableTable } from '../sheet-source.js';
import { asUnreadableTable, checkMember, MOST_PIECE, readable } from '../source-limits.js';
import { type SheetContext, SheetListener } from './sheet-listener.js';
import { outlineOf, type SheetOutline } from './sheet-outline.js';
import { StringTable } from './string-table.js';
import { type ListedSheet, StringsListener, StylesListener, WorkbookListener } from './workbook-listeners.js';

/** The tables of an Excel workbook (ECMA-376): every visible sheet with anything in it. */
export async function openXlsx(path: string): Promise<OpenedSource> {
  let archive: ZipArchive | undefined;
  try {
    archive = await ZipArchive.open(path, { guard: checkMember });
    const opened = archive;
    const workbook = await OpenWorkbook.open(archive);
    return { sheets: await workbook.sheets(), notes: workbook.notes, close: () => Promise.resolve(opened.close()) };
  } catch (error) {
    archive?.close();
    throw asUnreadableTable(error);
  }
}

/** A workbook whose strings and formats are known. */
class OpenWorkbook {
  readonly notes: string[] = [];

  private constructor(
    private readonly archive: ZipArchive,
    private readonly listed: readonly ListedSheet[],
    /** Members by the number of the relationship that leads to them. */
    private readonly worksheets: ReadonlyMap<string, string>,
    private readonly context: SheetContext,
  ) {}

  static async open(archive: ZipArchive): Promise<OpenWorkbook> {
    const root = (await relationshipsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
    if (!archive.has(root)) throw new Unreadable('缺少工作簿，不是完整的 Excel 文件');
    const related = await relationshipsOf(archive, root);
    const memberOf = (type: string) => related.find((one) => one.type === type)?.target;
    const workbook = await heard(archive, root, new WorkbookListener());
    const styles = await heard(archive, memberOf('styles'), new StylesListener());
    const strings = new StringTable();
    await heard(archive, memberOf('sharedStrings'), new StringsListener(strings));
    const worksheets = new Map(related.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]));
    return new OpenWorkbook(archive, workbook.sheets, worksheets, { strings, formats: styles.formats, since1904: workbook.since1904 });
  }

  async sheets(): Promise<SheetSource[]> {
    const hidden = this.listed.filter((sheet) => sheet.hidden).map(({ name }) => `“${name}”`);
    if (hidden.length > 0) this.notes.push(`隐藏的工作表${hidden.join('、')}没有做成表；需要公开的，请取消隐藏后重新上传。`);
    const sheets: SheetSource[] = [];
    for (const { name, relationship } of this.listed.filter((sheet) => !sheet.hidden)) {
      const member = this.worksheets.get(relationship);
      if (member === undefined || (await this.isEmpty(member))) continue;
      let outline: Promise<SheetOutline> | undefined;
      const known = () => (outline ??= outlineOf(this.archive.read(member)));
      sheets.push({ name, rows: () => readable(this.rows(name, member, known)) });
    }
    if (sheets.length === 0) throw new UnreadableTable('文件里没有可以做成表的工作表：都是空的、隐藏的，或只有图表。');
    return sheets;
  }

  private async isEmpty(member: string): Promise<boolean> {
    for await (const rows of readXml(this.archive.read(member), new SheetListener(this.context), MOST_PIECE))
      if (rows.length > 0) return false;
    return true;
  }

  private async *rows(name: string, member: string, outline: () => Promise<SheetOutline>): AsyncGenerator<SourceRow[]> {
    const { merges, hidden } = await outline();
    if (hidden.rows || hidden.columns) this.note(`工作表“${name}”里隐藏的${hiddenParts(hidden)}也读入了表中；不公开的内容请先删除。`);
    const listener = new SheetListener(this.context);
    const rows = readXml(this.archive.read(member), listener, MOST_PIECE);
    yield* withMerges(rows, new MergedCells(merges), () => this.note(`工作表“${name}”里纵向合并的单元格，已用其第一格的内容填满。`));
    if (listener.errors > 0) this.note(`工作表“${name}”里有 ${listener.errors} 个单元格是错误值（如 #N/A），按空单元格处理。`);
  }

  private note(sentence: string): void {
    if (!this.notes.includes(sentence)) this.notes.push(sentence);
  }
}

const hiddenParts = ({ rows, columns }: { rows: boolean; columns: boolean }) => (rows && columns ? '行和列' : rows ? '行' : '列');

async function heard<L extends XmlListener<never>>(archive: ZipArchive, member: string | undefined, listener: L): Promise<L> {
  if (member !== undefined) for await (const _ of readXml(archive.read(member), listener, MOST_PIECE));
  return listener;
}
