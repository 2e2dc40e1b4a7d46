import { expect, it } from 'vitest';
import { labelStep, scaleOf } from './scale.js';

it.each([
  [[], [0, 1]],
  [
    [0, 0],
    [0, 1],
  ],
  [[1], [0, 1]],
  [
    [3, 2],
    [0, 1, 2, 3],
  ],
  [[7], [0, 2, 4, 6, 8]],
  [[10], [0, 3, 6, 9, 12]],
  [[100], [0, 25, 50, 75, 100]],
  [[101], [0, 50, 100, 150]],
  [[6332], [0, 2000, 4000, 6000, 8000]],
])('%j has lines at %j', (values, ticks) => {
  expect(scaleOf(values)).toEqual({ top: ticks.at(-1), ticks });
});

it('has lines between whole numbers where values are', () => {
  expect(scaleOf([0.7], { whole: false }).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
});

it.each([
  [12, 12, 1],
  [24, 12, 2],
  [25, 12, 3],
  [120, 12, 10],
  [0, 12, 1],
])('of %i labels with room for %i every %ith is written', (count, room, step) => expect(labelStep(count, room)).toBe(step));
