import { readXml, type XmlListener, ZipArchive } from '../../platform/text-extraction/index.js';
import { numberText, percentText } from './cell-formats.js';
import { forPeople } from './for-people.js';
import { MOST_COLUMNS } from './sheet-rows.js';
import { type OpenedSource, type SheetSource, type SourceRow, UnreadableTable } from './sheet-source.js';

const CONTENT = 'content.xml';
/** Rows that are written once and meant many times. */
const MOST_REPEATED = 1_048_576;

/** Opens an OpenDocument spreadsheet (ods). @throws UnreadableTable */
export async function openOds(path: string): Promise<OpenedSource> {
  const archive = await ZipArchive.open(path).catch(forPeople);
  try {
    if (!archive.has(CONTENT)) throw new UnreadableTable('文件里没有 content.xml，可能已损坏；请用办公软件重新保存');
    const names = new SheetNames();
    for await (const _ of readXml(archive.read(CONTENT), names));
    const sheets = names.all.map((name, index): SheetSource => ({ name, rows: () => rowsOf(archive, index) }));
    return {
      sheets,
      notes: [],
      close: () => {
        archive.close();
        return Promise.resolve();
      },
    };
  } catch (error) {
    archive.close();
    return forPeople(error);
  }
}

async function* rowsOf(archive: ZipArchive, index: number): AsyncGenerator<SourceRow[]> {
  try {
    // The limit is for what one reading brings out, and rows are read more than once.
    archive.unpacked.bytes = 0;
    yield* readXml(archive.read(CONTENT), new OdsRows(index));
  } catch (error) {
    forPeople(error);
  }
}

class SheetNames implements XmlListener<never> {
  readonly all: string[] = [];

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'table') this.all.push(attributes['table:name'] ?? '');
  }

  take(): never[] {
    return [];
  }
}

/** Rows of one table of a document. */
class OdsRows implements XmlListener<SourceRow> {
  private rows: SourceRow[] = [];
  private table = -1;
  private cells: string[] = [];
  private number = 1;
  private rowRepeats = 1;
  private cellRepeats = 1;
  private given: string | undefined;
  private paragraphs: string[] = [];
  private inText = 0;
  private inNote = 0;

  constructor(private readonly wanted: number) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'table') this.table++;
    if (this.table !== this.wanted) return;
    if (name === 'table-row') {
      this.cells = [];
      this.rowRepeats = repeats(attributes['table:number-rows-repeated']);
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.cellRepeats = repeats(attributes['table:number-columns-repeated']);
      this.given = valueOf(attributes);
      this.paragraphs = [];
    } else if (name === 'annotation') this.inNote++;
    else if (name === 'p' && this.inNote === 0) {
      this.inText++;
      this.paragraphs.push('');
    } else if (this.inText > 0 && name === 's') this.text(' '.repeat(Math.min(1000, Number(attributes['text:c'] ?? 1))));
  }

  text(text: string): void {
    if (this.inText > 0 && this.inNote === 0 && this.table === this.wanted) this.paragraphs[this.paragraphs.length - 1] += text;
  }

  close(name: string): void {
    if (this.table !== this.wanted) return;
    if (name === 'annotation') this.inNote--;
    else if (name === 'p' && this.inText > 0 && this.inNote === 0) this.inText--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow();
  }

  take(): SourceRow[] {
    return this.rows.splice(0);
  }

  private closeCell(): void {
    const shown = this.given ?? this.paragraphs.join('\n');
    const length = this.cells.length;
    // Sheets are filled up with empty cells to their last column.
    if (shown === '' && length + this.cellRepeats > MOST_COLUMNS) return;
    if (shown !== '' && length + this.cellRepeats > MOST_COLUMNS)
      throw new UnreadableTable(`第 ${this.number} 行超过 ${MOST_COLUMNS} 列；请拆成几张表`);
    for (let i = 0; i < this.cellRepeats; i++) this.cells.push(shown);
  }

  private closeRow(): void {
    while (this.cells.at(-1) === '') this.cells.pop();
    if (this.cells.length > 0)
      for (let i = 0; i < this.rowRepeats; i++) this.rows.push({ number: this.number + i, cells: [...this.cells] });
    this.number += this.rowRepeats;
  }
}

const repeats = (written: string | undefined) => Math.min(MOST_REPEATED, Math.max(1, Number(written ?? 1) || 1));

/** A typed value as text; undefined for a cell of text. */
function valueOf(attributes: Record<string, string>): string | undefined {
  const value = attributes['office:value'] ?? '';
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
      return numberText(value);
    case 'percentage':
      return percentText(value);
    case 'date':
      return (attributes['office:date-value'] ?? '').replace('T', ' ').replace(/\.\d+$/, '');
    case 'time':
      return clockOf(attributes['office:time-value'] ?? '');
    case 'boolean':
      return attributes['office:boolean-value'] ?? '';
    default:
      return undefined;
  }
}

/** `PT14H30M00S` as `14:30:00`. */
function clockOf(duration: string): string {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)/.exec(duration) ?? [];
  return hours === undefined ? duration : [hours, minutes!, seconds!].map((part) => part.padStart(2, '0')).join(':');
}
