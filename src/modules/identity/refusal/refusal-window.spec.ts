import { expect, it } from 'vitest';
import { MOST_OF_ADDRESS, MOST_OF_ALL, RefusalWindow } from './refusal-window.js';

const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 8, 0, second));
const taken = (window: RefusalWindow, times: number, address: (index: number) => string, second: number) =>
  Array.from({ length: times }, (_, index) => window.takes(address(index), at(second))).filter(Boolean).length;

it('takes so many of one address in a minute, and as many again in the next', () => {
  const window = new RefusalWindow();
  expect(taken(window, 1000, () => '10.0.0.1', 0)).toBe(MOST_OF_ADDRESS);
  expect(taken(window, 1, () => '10.0.0.2', 59)).toBe(1);
  expect(taken(window, 1000, () => '10.0.0.1', 59)).toBe(0);
  expect(taken(window, 1000, () => '10.0.0.1', 60)).toBe(MOST_OF_ADDRESS);
});

it('takes so many of all addresses together', () => {
  expect(taken(new RefusalWindow(), 5000, (index) => `10.0.${index >> 8}.${index & 255}`, 0)).toBe(MOST_OF_ALL);
});
