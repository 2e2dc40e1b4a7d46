import { expect, it } from 'vitest';
import { isError, openCell } from './open-cell.js';

it.each<[Record<string, string>, string, string]>([
  [{ 'office:value-type': 'float', 'office:value': '1234.50' }, '1,234.5', '1234.5'],
  [{ 'office:value-type': 'currency', 'office:value': '12', 'office:currency': 'CNY' }, '￥12.00', '12'],
  [{ 'office:value-type': 'percentage', 'office:value': '0.125' }, '13%', '12.5%'],
  [{ 'office:value-type': 'date', 'office:date-value': '2024-05-08' }, '2024年5月8日', '2024-05-08'],
  [{ 'office:value-type': 'date', 'office:date-value': '2024-05-08T10:30:00' }, '', '2024-05-08 10:30:00'],
  [{ 'office:value-type': 'time', 'office:time-value': 'PT10H05M07.500S' }, '', '10:05:07.5'],
  [{ 'office:value-type': 'time', 'office:time-value': 'P1D' }, '24:00', '24:00'],
  [{ 'office:value-type': 'boolean', 'office:boolean-value': 'true' }, '真', 'true'],
  [{ 'office:value-type': 'string' }, '00123', '00123'],
  [{}, '', ''],
])('%j showing %j is %j', (attributes, shown, text) => {
  expect(openCell(attributes, shown)).toBe(text);
});

it.each<[Record<string, string>, string, boolean]>([
  [{ 'calcext:value-type': 'error' }, '#N/A', true],
  [{ 'table:formula': 'of:=1/0' }, '#DIV/0!', true],
  [{ 'table:formula': 'of:=A1' }, 'Err:502', true],
  [{}, '#N/A', false],
])('%j showing %j is an error: %s', (attributes, shown, error) => {
  expect(isError(attributes, shown)).toBe(error);
});
