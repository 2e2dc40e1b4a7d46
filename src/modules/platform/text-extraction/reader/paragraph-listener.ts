import type { TextPart } from '../text-part.js';
import { rowText } from './csv-reader.js';
import type { XmlListener } from './xml-reading.js';

/**
 * Paragraphs and table rows of WordprocessingML and DrawingML, which name them alike. Deleted text of a tracked change
 * is read too: whoever opens the file can see it. A text box holds paragraphs inside a paragraph.
 */
export class ParagraphListener implements XmlListener<TextPart> {
  private parts: TextPart[] = [];
  private readonly paragraphs: string[] = [];
  private inText = false;
  /** Depth of nested tables: only the outermost has rows of its own. */
  private depth = 0;
  private tables = 0;
  private row = 0;
  private cells: string[] = [];

  private paragraph = 0;

  /** Paragraphs of a long text are numbered. */
  constructor(
    private readonly place: string,
    private readonly numbered = false,
  ) {}

  open(name: string): void {
    if (name === 'p') this.paragraphs.push('');
    else if (name === 't' || name === 'delText') this.inText = true;
    else if (name === 'tab') this.add('\t');
    else if (name === 'br' || name === 'cr') this.add('\n');
    else if (name === 'noBreakHyphen') this.add('-');
    else if (name === 'tbl') this.openTable();
    else if (name === 'tr' && this.depth === 1) this.cells = [];
    else if (name === 'tc' && this.depth === 1) this.cells.push('');
  }

  text(text: string): void {
    if (this.inText) this.add(text);
  }

  close(name: string): void {
    if (name === 't' || name === 'delText') this.inText = false;
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tbl') this.depth--;
    else if (name === 'tr' && this.depth === 1) this.closeRow();
  }

  take(): TextPart[] {
    return this.parts.splice(0);
  }

  private add(text: string): void {
    if (this.paragraphs.length > 0) this.paragraphs[this.paragraphs.length - 1] += text;
  }

  private openTable(): void {
    this.depth++;
    if (this.depth > 1) return;
    this.tables++;
    this.row = 0;
  }

  private closeParagraph(): void {
    const text = (this.paragraphs.pop() ?? '').trim();
    if (text === '') return;
    if (this.depth === 0 || this.cells.length === 0) {
      const number = this.numbered ? `第 ${++this.paragraph} 段` : '';
      this.parts.push({ place: this.place + number, text });
    } else this.cells[this.cells.length - 1] += (this.cells.at(-1) === '' ? '' : '\n') + text;
  }

  private closeRow(): void {
    this.row++;
    const table = `${this.place}表格 ${this.tables}`;
    this.parts.push({ place: `${table}第 ${this.row} 行`, text: rowText(this.cells), row: { table, cells: this.cells } });
    this.cells = [];
  }
}
