import { afterEach, expect, it } from 'vitest';
import type { TableColumn, TableSchema } from '../../table/table-schema.js';
import { CHART_KINDS } from '../chart-kind.js';
import { chartPoints } from '../chart-points.js';
import { chartTable } from '../chart-table.js';
import { parseChart } from '../parse-chart.js';
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
    const type = kind === 'scatter' || kind === 'points' ? 'number' : kind === 'calendar' ? 'date' : 'string';
    const columns: TableColumn[] = [
      { key: 'x', name, type },
      { key: 'y', name: `${name}2`, type: 'number', unit: name },
      { key: 'z', name: 'valueOf', type: 'string' },
    ];
    const schema: TableSchema = { columns, point: { longitude: 'x', latitude: 'y' }, region: 'x' };
    const spec = parseChart({ kind, x: name, y: `${name}2`, ...(kind === 'bar' || kind === 'line' ? { group: 'valueOf' } : {}) }, schema);
    const along = { scatter: 1, points: 120, calendar: '2023-01-02', regions: '320000' } as Partial<Record<string, string | number>>;
    const rows = spec.group ? [[name, name, 30]] : [[along[kind] ?? name, 30]];
    const data = chartPoints(spec, schema, { rows });
    const svg = await drawChart(spec, schema, data, { width: 640 });
    chartTable(spec, schema, data);
    expect(polluted()).toEqual([]);
    if (kind !== 'points') expect(svg).toContain(name);
    expect(svg).not.toContain('\u200b');
  }
});
