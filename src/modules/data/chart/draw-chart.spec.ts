import { afterEach, expect, it } from 'vitest';
import type { TableColumn } from '../table/table-schema.js';
import { CHART_KINDS } from './chart-spec.js';
import { drawChart } from './draw-chart.js';

const NAMES = Object.getOwnPropertyNames(Object.prototype);
const polluted = () => {
  const found: string[] = [];
  for (const key in {}) found.push(key);
  return [...found, ...Object.getOwnPropertyNames(Object.prototype).filter((name) => !NAMES.includes(name))];
};

afterEach(() => {
  for (const name of polluted()) delete (Object.prototype as Record<string, unknown>)[name];
});

it.each(CHART_KINDS)('a name such as __proto__ in a file changes nothing for the process: %s', async (kind) => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const x: TableColumn = { key: 'x', name, type: kind === 'scatter' ? 'number' : 'string' };
    const y: TableColumn = { key: 'y', name, type: 'number' };
    const points = [
      { label: name, value: 1, x: 1 },
      { label: '甲', value: 2, x: 2 },
    ];
    const svg = await drawChart({ kind, x, y, aggregate: 'sum' }, { points, cut: false }, { width: 640, height: 360 });
    expect(polluted()).toEqual([]);
    expect(svg).toContain(name);
    expect(svg).not.toContain('\u200b');
  }
});
