import { describe, expect, it } from 'vitest';
import { shadeSteps, stepOf } from '../drawing/shade-steps.js';
import { tileMap } from './draw-regions.js';
import { fittedProjection, roundStep } from './projection.js';
import { PROVINCE_TILES, provinceOf } from './province-tiles.js';

describe('the map of squares', () => {
  it('has all 34 provincial units of GB/T 2260, each in a square of its own', () => {
    expect(PROVINCE_TILES).toHaveLength(34);
    expect(new Set(PROVINCE_TILES.map(({ code }) => code)).size).toBe(34);
    expect(new Set(PROVINCE_TILES.map(({ column, row }) => `${column},${row}`)).size).toBe(34);
    for (const code of ['71', '81', '82']) expect(provinceOf(`${code}0000`)).toBeDefined();
  });

  it('knows provinces by codes of 2, 4 and 6 digits and nothing else', () => {
    expect(['32', '3212', '321202', '321202001'].map((code) => provinceOf(code)?.name)).toEqual(['江苏', '江苏', '江苏', undefined]);
    expect(['', '3', '99', 'ab', '３２'].map((code) => provinceOf(code))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('shows units without a value as such', () => {
    const { body } = tileMap([{ label: '江苏', code: '32', value: 12_345 }], { width: 640, measure: '<b>行数</b>' });
    expect(body).toContain('1.23万');
    expect(body.match(/stroke-dasharray/g)).toHaveLength(33);
    expect(body).toContain('&lt;b&gt;');
  });
});

describe('shades', () => {
  it.each([
    [[], []],
    [[3, 3, 3], ['3–3']],
    [
      [1, 2, 2, 9],
      ['1–1', '2–2', '9–9'],
    ],
    [Array.from({ length: 100 }, (_, index) => index), ['0–19', '20–39', '40–59', '60–79', '80–99']],
    [
      [...Array.from({ length: 50 }, () => 0), 1, 2, 3, 4, 5, 6],
      ['0–0', '1–6'],
    ],
  ])('of %j', (values, wanted) => {
    const steps = shadeSteps(values);
    if (values.length < 50 || new Set(values).size > 50) expect(steps.map(({ from, to }) => `${from}–${to}`)).toEqual(wanted);
    for (const value of values) expect(stepOf(value, steps)).toMatchObject({ fill: expect.stringMatching(/^#/) as string });
    expect(new Set(steps.map(({ fill }) => fill)).size).toBe(steps.length);
  });
});

describe('a projection', () => {
  it('keeps one place in the middle and everything within its box', () => {
    const { x, y, height } = fittedProjection({ west: 100, east: 120, south: 20, north: 40 }, { width: 500, left: 10, top: 5, most: 400 });
    expect([x(100) >= 10, x(120) <= 510, y(40) >= 5, y(20) <= 5 + height]).toEqual([true, true, true, true]);
    expect(x(110)).toBeCloseTo(260);
  });

  it.each([
    [0.7, 0.5],
    [10, 10],
    [49, 20],
    [999, 500],
  ])('rounds %d to %d', (most, step) => {
    expect(roundStep(most)).toBe(step);
  });
});
