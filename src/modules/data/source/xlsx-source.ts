import { readXml, type Relationship, relationshipsOf, SharedStrings, Workbook, ZipArchive } from '../../platform/text-extraction/index.js';
import { type CellFormat, CellFormats } from './cell-formats.js';
import { forPeople } from './for-people.js';
import { columnOf, type SheetParts, SheetRows } from './sheet-rows.js';
import { type OpenedSource, type SheetSource, UnreadableTable } from './sheet-source.js';

const MOST_SHEETS = 200;
const MOST_MERGES = 5_000;
/** Above this many bytes a sheet is not read once more for its merged cells. */
const MERGES_BELOW = 200 * 1024 ** 2;

/** Opens an Excel workbook (xlsx); hidden sheets are left out. @throws UnreadableTable */
export async function openXlsx(path: string): Promise<OpenedSource> {
  const archive = await ZipArchive.open(path).catch(forPeople);
  try {
    return await new WorkbookReading(archive).open();
  } catch (error) {
    archive.close();
    return forPeople(error);
  }
}

class WorkbookReading {
  private readonly notes: string[] = [];

  constructor(private readonly archive: ZipArchive) {}

  async open(): Promise<OpenedSource> {
    const [main] = (await relationshipsOf(this.archive, '')).filter(({ type }) => type === 'officeDocument');
    if (!main) throw new UnreadableTable('文件里没有工作簿，可能已损坏；请用办公软件重新保存');
    const workbook = new HiddenAwareWorkbook();
    for await (const _ of readXml(this.archive.read(main.target), workbook));
    const relations = await relationshipsOf(this.archive, main.target);
    const { strings, formats } = await this.shared(relations);
    const sheets: SheetSource[] = [];
    for (const { name, relationship, hidden } of workbook.found) {
      const part = relations.find(({ id, type }) => id === relationship && type === 'worksheet')?.target;
      if (hidden) this.notes.push(`工作表“${name}”是隐藏的，没有转换`);
      else if (part !== undefined) sheets.push({ name, rows: () => this.rows(part, { strings, formats, since1904: workbook.since1904 }) });
    }
    if (sheets.length > MOST_SHEETS) throw new UnreadableTable(`有 ${sheets.length} 张工作表，超过 ${MOST_SHEETS} 张；请拆成几个文件`);
    return {
      sheets,
      notes: this.notes,
      close: () => {
        this.archive.close();
        return Promise.resolve();
      },
    };
  }

  private async shared(relations: readonly Relationship[]): Promise<{ strings: SharedStrings; formats: CellFormat[] }> {
    const part = (wanted: string) => relations.find(({ type }) => type === wanted)?.target;
    const strings = new SharedStrings();
    const listed = part('sharedStrings');
    if (listed !== undefined) for await (const _ of readXml(this.archive.read(listed), strings));
    if (strings.full) throw new UnreadableTable('工作簿里的文字太多，超过 6000 万字；请另存为 csv');
    const formats: CellFormat[] = [];
    const styles = part('styles');
    if (styles !== undefined) for await (const made of readXml(this.archive.read(styles), new CellFormats())) formats.push(...made);
    return { strings, formats };
  }

  private async *rows(part: string, parts: Omit<SheetParts, 'merges'>): ReturnType<SheetSource['rows']> {
    try {
      // The limit is for what one reading brings out, and rows are read more than once.
      this.archive.unpacked.bytes = 0;
      const merges = await this.merges(part);
      this.archive.unpacked.bytes = 0;
      yield* readXml(this.archive.read(part), new SheetRows({ ...parts, merges }));
    } catch (error) {
      forPeople(error);
    }
  }

  /** Merged cells stand behind the rows, so they are looked for first. */
  private async merges(part: string): Promise<SheetParts['merges']> {
    if (this.archive.sizeOf(part) > MERGES_BELOW) return [];
    const merges: { column: number; from: number; to: number }[] = [];
    let rest = '';
    for await (const chunk of this.archive.read(part)) {
      const text = rest + chunk.toString('latin1');
      for (const [, start = '', from, end = '', to] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
        if (merges.length >= MOST_MERGES) break;
        if (start === end && from !== to) merges.push({ column: columnOf(start), from: Number(from), to: Number(to) });
      }
      rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 200));
      if (rest.endsWith('>')) rest = '';
    }
    return merges;
  }
}

/** The sheets of a workbook, with which of them are hidden. */
class HiddenAwareWorkbook extends Workbook {
  readonly found: { name: string; relationship: string; hidden: boolean }[] = [];

  override open(name: string, attributes: Record<string, string>): void {
    super.open(name, attributes);
    for (const sheet of this.take())
      this.found.push({ ...sheet, hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden' });
  }
}
