import { percentText, plainNumber } from '../number-text.js';
import { isoText } from '../workbook/serial-text.js';

/** A cell of OpenDocument as text, by its type and its attributes; `paragraphs` is what it shows. Pure. */
export function openCell(attributes: Readonly<Record<string, string>>, paragraphs: string): string {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
      return plainNumber(attributes['office:value'] ?? paragraphs);
    case 'percentage':
      return percentText(attributes['office:value'] ?? paragraphs);
    case 'date':
      return isoText(attributes['office:date-value'] ?? paragraphs);
    case 'time':
      return clockText(attributes['office:time-value'] ?? '') ?? paragraphs;
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'true' : 'false';
    case 'string':
      return attributes['office:string-value'] ?? paragraphs;
    default:
      return paragraphs;
  }
}

/** Whether a cell shows an error, such as #N/A. Pure. */
export const isError = (attributes: Readonly<Record<string, string>>, paragraphs: string): boolean =>
  attributes['calcext:value-type'] === 'error' ||
  (attributes['table:formula'] !== undefined && /^(#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d+)$/.test(paragraphs));

/** `PT10H30M00S` as 10:30:00. */
function clockText(duration: string): string | undefined {
  const parts = /^PT(\d+)H(\d+)M(\d+)(?:[.,](\d+))?S$/.exec(duration);
  if (!parts) return undefined;
  const [hours, minutes, seconds] = parts.slice(1, 4).map((part) => part.padStart(2, '0'));
  const fraction = (parts[4] ?? '').replace(/0+$/, '');
  return `${hours}:${minutes}:${seconds}${fraction === '' ? '' : `.${fraction}`}`;
}
