import { percentText, plainNumber } from '../number-text.js';
import type { NumberFormat } from './number-format.js';
import { isoText, serialText } from './serial-text.js';

/** A number of a sheet as the text of its cell: dates and percents by the format, anything else as its plain decimal text. Pure. */
export function numberCell(text: string, format: NumberFormat | undefined, since1904: boolean): string {
  switch (format?.shows) {
    case 'date':
    case 'datetime':
    case 'time':
    case 'duration':
      return serialText(Number(text), { ...format, since1904 }) ?? plainNumber(text);
    case 'percent':
      return percentText(text);
    case 'code': {
      const number = plainNumber(text);
      return /^\d+$/.test(number) ? number.padStart(format.digits, '0') : number;
    }
    default:
      return plainNumber(text);
  }
}

/** A date that is written out in the file (`t="d"`). Pure. */
export const dateCell = (text: string, format: NumberFormat | undefined): string => isoText(text, format?.shows !== 'datetime');
