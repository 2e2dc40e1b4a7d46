import type { XmlListener } from '../../../platform/reading/index.js';
import { checkSheets } from '../source-limits.js';

/** A table of a spreadsheet as a first reading finds it. */
export interface ListedTable {
  name: string;
  hidden: boolean;
  empty: boolean;
  hiddenRows: boolean;
  hiddenColumns: boolean;
}

/** Lists the tables of an OpenDocument spreadsheet; those of links to other programs are none. */
export class DocumentListener implements XmlListener<never> {
  readonly tables: ListedTable[] = [];
  isSpreadsheet = false;
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private depth = 0;
  private linked = 0;
  private table: ListedTable | undefined;

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'spreadsheet') this.isSpreadsheet = true;
    else if (name === 'style') this.style = attributes['style:name'] ?? '';
    else if (name === 'table-properties' && attributes['table:display'] === 'false') this.hiddenStyles.add(this.style);
    else if (name === 'dde-links') this.linked++;
    else if (name === 'table' && this.linked === 0) this.openTable(attributes);
    else if (this.table) this.look(name, attributes, this.table);
  }

  close(name: string): void {
    if (name === 'dde-links') this.linked--;
    if (name === 'table' && this.linked === 0 && --this.depth === 0) this.table = undefined;
  }

  take(): never[] {
    return [];
  }

  private openTable(attributes: Record<string, string>): void {
    if (++this.depth > 1) return;
    const hidden = this.hiddenStyles.has(attributes['table:style-name'] ?? '');
    this.table = { name: attributes['table:name'] ?? '', hidden, empty: true, hiddenRows: false, hiddenColumns: false };
    this.tables.push(this.table);
    checkSheets(this.tables.length);
  }

  private look(name: string, attributes: Record<string, string>, table: ListedTable): void {
    const visibility = attributes['table:visibility'];
    const hides = visibility === 'collapse' || visibility === 'filter';
    if (name === 'table-row') table.hiddenRows ||= hides;
    else if (name === 'table-column') table.hiddenColumns ||= hides;
    else if (name === 'table-cell' && attributes['office:value-type'] !== undefined) table.empty = false;
  }
}
