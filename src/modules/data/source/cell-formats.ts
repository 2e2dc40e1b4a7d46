import { isBuiltInDate, isDateCode, type XmlListener } from '../../platform/text-extraction/index.js';

/** How a cell style shows a number. */
export type CellFormat = 'plain' | 'date' | 'percent';

const isBuiltInPercent = (id: number) => id === 9 || id === 10;

/** The formats of the cell styles of a workbook, in their order (styles.xml). */
export class CellFormats implements XmlListener<CellFormat> {
  private readonly codes = new Map<number, CellFormat>();
  private formats: CellFormat[] = [];
  private inCells = false;

  open(name: string, { numFmtId, formatCode = '' }: Record<string, string>): void {
    const id = Number(numFmtId);
    if (name === 'numFmt') this.codes.set(id, isDateCode(formatCode) ? 'date' : formatCode.includes('%') ? 'percent' : 'plain');
    else if (name === 'cellXfs') this.inCells = true;
    else if (name === 'xf' && this.inCells)
      this.formats.push(this.codes.get(id) ?? (isBuiltInDate(id) ? 'date' : isBuiltInPercent(id) ? 'percent' : 'plain'));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  take(): CellFormat[] {
    return this.formats.splice(0);
  }
}

const EXACT_DIGITS = 15;

/** A number of a spreadsheet as people see it: fifteen digits, no exponent. Pure. */
export function numberText(written: string): string {
  if (/^-?\d{1,15}$/.test(written)) return written;
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  const rounded = Number(number.toPrecision(EXACT_DIGITS));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '');
}

/** A share as text with its sign: 0.125 is 12.5%. Pure. */
export function percentText(written: string): string {
  return `${numberText(String(Number(written) * 100))}%`;
}
