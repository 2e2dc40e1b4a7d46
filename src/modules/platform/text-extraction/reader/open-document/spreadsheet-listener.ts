import type { XmlListener } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';
import { rowText } from '../csv-reader.js';

/** Values that a cell has beside what it shows: a long number may be shown in a shorter way. */
const VALUES = ['office:string-value', 'office:value', 'office:date-value'];
const SIGNS: Readonly<Record<string, string>> = { s: ' ', tab: '\t', 'line-break': '\n' };

/** Texts of a spreadsheet of OpenDocument: rows of its tables with their cells, hidden ones too, and what stands around and behind them. */
export class SpreadsheetListener implements XmlListener<TextPart> {
  characters = 0;
  private parts: TextPart[] = [];
  private sheet = '';
  private row = 0;
  private cells: string[] | undefined;
  private cell: Record<string, string> | undefined;
  private current = '';
  /** How deep a note of a person or a drawing is open in a cell. */
  private aside = 0;

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'table' && this.cells === undefined) this.openTable(attributes['table:name'] ?? '');
    else if (name === 'table-row') {
      this.row++;
      this.cells = [];
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(attributes);
    else if (this.cell && (this.aside > 0 || /^(annotation|frame|custom-shape)$/.test(name))) this.aside++;
    else if ((name === 'p' || name === 'h') && this.current !== '') this.current += '\n';
    this.current += SIGNS[name] ?? '';
    const target = attributes['xlink:href'] ?? '';
    if (/^\w+:/.test(target)) this.say(`${this.place()}的链接`, target, true);
  }

  text(text: string): void {
    if (this.aside > 0 || (this.cells && !this.cell)) this.say(`${this.place()}的批注或图形`, text);
    else this.current += text;
  }

  close(name: string): void {
    if (this.aside > 0) this.aside--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow();
    else if (!this.cells && (name === 'p' || name === 'h')) {
      this.say(this.sheet === '' ? '正文' : `工作表“${this.sheet}”`, this.current);
      this.current = '';
    }
  }

  comment(text: string): void {
    this.say('注释', text, true);
  }

  take(): TextPart[] {
    return this.parts.splice(0);
  }

  private openTable(name: string): void {
    this.sheet = name;
    this.row = 0;
    this.say('工作表名', name);
  }

  private openCell(attributes: Record<string, string>): void {
    this.cell = attributes;
    this.current = '';
  }

  private closeCell(): void {
    const attributes = this.cell ?? {};
    const value = VALUES.map((name) => attributes[name]).find((text) => text !== undefined);
    this.cells?.push((attributes['office:value-type'] === 'string' ? this.current || value : value) ?? this.current.trim());
    if (attributes['table:formula']) this.say(`${this.place()}的公式`, attributes['table:formula'], true);
    this.cell = undefined;
    this.current = '';
  }

  private closeRow(): void {
    const cells = this.cells ?? [];
    this.cells = undefined;
    const text = rowText(cells);
    if (text === '') return;
    this.characters += text.length;
    this.parts.push({ place: this.place(), text, row: { table: this.sheet, cells } });
  }

  private place(): string {
    return this.sheet === '' ? '正文' : `工作表“${this.sheet}”第 ${this.row} 行`;
  }

  private say(place: string, text: string, aside = false): void {
    const kept = text.trim();
    if (kept === '') return;
    if (!aside) this.characters += kept.length;
    this.parts.push(aside ? { place, text: kept, aside } : { place, text: kept });
  }
}
