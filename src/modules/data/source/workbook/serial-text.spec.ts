import { expect, it } from 'vitest';
import { isoText, serialText, type SerialShape } from './serial-text.js';

it.each<[number, SerialShape['shows'], boolean, string | undefined]>([
  [45_054, 'date', false, '2023-05-08'],
  [45_054.75, 'date', false, '2023-05-08'],
  [45_054.999_999_9, 'date', false, '2023-05-08'],
  [45_054.75, 'datetime', false, '2023-05-08 18:00:00'],
  [45_054, 'datetime', false, '2023-05-08 00:00:00'],
  [45_054.999_999_999, 'datetime', false, '2023-05-09 00:00:00'],
  [45_054.75, 'time', false, '18:00:00'],
  [0.5, 'datetime', false, '12:00:00'],
  [1, 'date', false, '1900-01-01'],
  [59, 'date', false, '1900-02-28'],
  [60, 'date', false, '1900-02-29'],
  [61, 'date', false, '1900-03-01'],
  [0, 'date', false, undefined],
  [0, 'date', true, '1904-01-01'],
  [43_592, 'date', true, '2023-05-08'],
  [-1, 'date', false, undefined],
  [9e9, 'date', false, undefined],
  [Number.NaN, 'date', false, undefined],
  [1.0625, 'duration', false, '25:30:00'],
])('%s as a %s, since 1904 %s: %s', (serial, shows, since1904, text) => {
  expect(serialText(serial, { shows, since1904 })).toBe(text);
});

it('shows parts of seconds where the format does', () => {
  expect(serialText(45_054 + 1.5 / 86_400, { shows: 'datetime', since1904: false, fraction: true })).toBe('2023-05-08 00:00:01.500');
});

it.each([
  ['2024-05-08', false, '2024-05-08'],
  ['2024-05-08T00:00:00', true, '2024-05-08'],
  ['2024-05-08T00:00:00', false, '2024-05-08 00:00:00'],
  ['2024-05-08T10:30', false, '2024-05-08 10:30:00'],
  ['2024-05-08T10:30:15.250Z', true, '2024-05-08 10:30:15.25'],
  ['昨天', true, '昨天'],
])('%s, a date alone %s: %s', (text, dateOnly, shown) => {
  expect(isoText(text, dateOnly)).toBe(shown);
});
