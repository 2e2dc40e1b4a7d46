import type { XmlListener } from '../../../platform/reading/index.js';
import { checkSheets } from '../source-limits.js';
import { builtInFormat, formatOf, type NumberFormat } from './number-format.js';
import { RichText } from './rich-text.js';
import type { StringTable } from './string-table.js';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  name: string;
  relationship: string;
  hidden: boolean;
}

/** What the workbook says: its sheets in order, and from which year its days count. */
export class WorkbookListener implements XmlListener<never> {
  since1904 = false;
  readonly sheets: ListedSheet[] = [];

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'workbookPr') this.since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    if (name !== 'sheet') return;
    // The prefix of the namespace of relationships is anybody's choice.
    const id = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? '';
    this.sheets.push({
      name: attributes.name ?? '',
      relationship: attributes[id] ?? '',
      hidden: /^(hidden|veryHidden)$/.test(attributes.state ?? ''),
    });
    checkSheets(this.sheets.length);
  }

  take(): never[] {
    return [];
  }
}

/** Formats by the number of the style of a cell. */
export class StylesListener implements XmlListener<never> {
  readonly formats: NumberFormat[] = [];
  private readonly codes = new Map<number, NumberFormat>();
  private inCells = false;

  open(name: string, { numFmtId, formatCode }: Record<string, string>): void {
    const id = Number(numFmtId ?? 0);
    if (name === 'numFmt') this.codes.set(id, formatOf(formatCode ?? ''));
    else if (name === 'cellXfs') this.inCells = true;
    else if (name === 'xf' && this.inCells) this.formats.push(this.codes.get(id) ?? builtInFormat(id));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  take(): never[] {
    return [];
  }
}

/** Puts the shared strings into a table. */
export class StringsListener implements XmlListener<never> {
  private readonly rich = new RichText();

  constructor(private readonly strings: StringTable) {}

  open(name: string): void {
    this.rich.open(name);
  }

  text(text: string): void {
    this.rich.text(text);
  }

  close(name: string): void {
    this.rich.close(name);
    if (name === 'si') this.strings.add(this.rich.take());
  }

  take(): never[] {
    return [];
  }
}
