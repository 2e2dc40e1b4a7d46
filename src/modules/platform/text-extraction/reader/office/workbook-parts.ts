import type { XmlListener } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';

/** Most characters of shared strings that are kept; a sheet with more is read without the rest. */
const MOST_SHARED = 60_000_000;
const MOST_PHONETICS = 100_000;

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: SharedStrings;
  isDate: readonly boolean[];
  since1904: boolean;
}

/** The strings that cells refer to by number (sst); readings of names (phonetic runs) are kept apart. */
export class SharedStrings implements XmlListener<never> {
  full = false;
  private readonly strings: string[] = [];
  private readonly used: boolean[] = [];
  private readonly phonetics = new Set<string>();
  private size = 0;
  private current = '';
  private reading = '';
  private inText = false;
  private phonetic = false;

  open(name: string): void {
    if (name === 'si') this.current = '';
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 't') this.inText = true;
  }

  text(text: string): void {
    if (this.inText && this.phonetic) this.reading += text;
    else if (this.inText) this.current += text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.closePhonetic();
    else if (name === 'si') this.keep();
  }

  take(): never[] {
    return [];
  }

  /** The string of a number, which a cell has by this. */
  at(number: number): string {
    if (this.strings[number] === undefined) return '';
    this.used[number] = true;
    return this.strings[number];
  }

  /** What no cell has, though it is in the file. */
  *left(): Generator<TextPart> {
    for (const [number, text] of this.strings.entries())
      if (!this.used[number] && text !== '') yield { place: '没有单元格使用的文字', text, aside: true };
    for (const text of this.phonetics) yield { place: '拼音', text, aside: true };
  }

  private closePhonetic(): void {
    this.phonetic = false;
    if (this.reading !== '' && this.phonetics.size < MOST_PHONETICS) this.phonetics.add(this.reading);
    this.reading = '';
  }

  private keep(): void {
    this.size += this.current.length;
    this.full ||= this.size > MOST_SHARED;
    this.used.push(false);
    this.strings.push(this.full ? '' : this.current);
  }
}

/** A sheet by name, and the relationship that leads to it. */
export interface SheetName {
  name: string;
  relationship: string;
}

/** What the workbook says: its sheets in order, hidden ones too, and from which year its days count. */
export class Workbook implements XmlListener<SheetName> {
  since1904 = false;
  private sheets: SheetName[] = [];

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'workbookPr') this.since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    if (name === 'sheet') this.sheets.push({ name: attributes.name ?? '', relationship: relationshipIn(attributes) });
  }

  take(): SheetName[] {
    return this.sheets.splice(0);
  }
}

/** The prefix of the namespace of relationships is anybody's choice. */
export function relationshipIn(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? '' : attributes[name]!;
}

/** Numbers of built-in formats that show a date or a time (ECMA-376 18.8.30, with the Chinese ones). */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** Letters of dates outside of quotations, colours and conditions. */
const isDateCode = (code: string) => /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/general/i.test(code);

/** Which cell styles show a number as a date. */
export class DateStyles implements XmlListener<boolean> {
  private readonly codes = new Map<number, boolean>();
  private styles: boolean[] = [];
  private inCells = false;

  open(name: string, { numFmtId, formatCode }: Record<string, string>): void {
    if (name === 'numFmt') this.codes.set(Number(numFmtId), isDateCode(formatCode ?? ''));
    else if (name === 'cellXfs') this.inCells = true;
    else if (name === 'xf' && this.inCells) this.styles.push(this.codes.get(Number(numFmtId)) ?? isBuiltInDate(Number(numFmtId)));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  take(): boolean[] {
    return this.styles.splice(0);
  }
}

const DAY_MS = 86_400_000;
/** 1970-01-01 counted from 1899-12-30, which makes up for the 29 February 1900 that never was. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** A serial day number as `2024-05-08`, with the time where it has one. */
export function serialDate(serial: number, since1904: boolean): string {
  const moment = new Date(Math.round((serial - (since1904 ? EPOCH_1904 : EPOCH_1900)) * DAY_MS));
  if (Number.isNaN(moment.getTime())) return String(serial);
  const text = moment.toISOString();
  if (serial < 1) return text.slice(11, 19);
  return Number.isInteger(serial) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
