import type { PlainValue } from '../../table/column-statistics.js';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../chart.fixture.js';
import { chartPoints } from '../chart-points.js';
import { type ChartParameters, parseChart } from '../parse-chart.js';
import { drawChart } from './draw-chart.js';
import { OWN_ID } from './frame-svg.js';
import { PAGE_DARK, PAGE_LIGHT, SERIES, SHADES } from './palette.js';

/** Relative luminance of #rrggbb (WCAG 2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Contrast of two colours, from 1 to 21 (WCAG 2). */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light! + 0.05) / (dark! + 0.05);
}

const HOSTILE = '</svg><script>alert(1)</script>&"\'\u0000\ud800\u202e{b} zr0-cls-0 url(#x) ]]> __proto__ onload=';
const KINDS: [string, ChartParameters, (label: PlainValue, value: PlainValue, index: number) => PlainValue[]][] = [
  ['bar', { kind: 'bar', x: '区县', y: '贷款金额' }, (label, value) => [label, value]],
  [
    'grouped bar',
    { kind: 'bar', x: '区县', y: '贷款金额', group: '贷款类型' },
    (label, value, index) => [label, `${String(label)}${index % 9}`, value],
  ],
  ['line', { kind: 'line', x: '区县', y: '贷款金额' }, (label, value) => [label, value]],
  [
    'line of days',
    { kind: 'line', x: '放款日期', y: '贷款金额' },
    (_, value, index) => [new Date(index * 864e5).toISOString().slice(0, 10), value],
  ],
  ['pie', { kind: 'pie', x: '区县', y: '贷款金额' }, (label, value) => [label, value]],
  ['scatter', { kind: 'scatter', x: '贷款金额', y: '利率' }, (_, value, index) => [index, value]],
  [
    'calendar',
    { kind: 'calendar', x: '放款日期', y: '贷款金额' },
    (_, value, index) => [new Date(index * 864e5).toISOString().slice(0, 10), value],
  ],
  [
    'points',
    { kind: 'points' },
    (_, value, index) => [100 + (index % 300) / 10, typeof value === 'number' ? 30 + (index % 70) / 10 : value],
  ],
  ['regions', { kind: 'regions', y: '贷款金额' }, (_, value, index) => [`${11 + (index % 60)}0000`, value]],
];
const TABLES: [string, [label: PlainValue, value: PlainValue][]][] = [
  ['nothing', []],
  ['one row', [['海陵区', 3]]],
  [
    'nulls',
    [
      [null, null],
      ['海陵区', null],
    ],
  ],
  [
    'negative numbers',
    [
      ['海陵区', -3],
      ['姜堰区', -1e9],
      ['高港区', 5],
    ],
  ],
  [
    'hostile names',
    [
      [HOSTILE, 3],
      ['__proto__', 2],
      ['constructor', 1],
    ],
  ],
  [
    'odd numbers',
    [
      ['甲', 'NaN'],
      ['乙', 1e300],
      ['丙', 1e-300],
      ['丁', '99999999999999999999'],
      ['戊', 0],
    ],
  ],
  ['10,000 categories', Array.from({ length: 10_000 }, (_, index): [string, number] => [`第${index}个`, (index * 7919) % 1000])],
];

/** Reads the drawing as XML: elements, attributes and texts. */
function read(svg: string): { elements: string[]; attributes: [string, string][]; text: string } {
  const found: ReturnType<typeof read> = { elements: [], attributes: [], text: '' };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.elements.push(name);
    found.attributes.push(...Object.entries(attributes as Record<string, string>));
  });
  parser.on('text', (text) => (found.text += text));
  parser.write(svg).close();
  return found;
}

const draw = (parameters: ChartParameters, rows: PlainValue[][], size = { width: 640 }) => {
  const spec = parseChart(parameters, SCHEMA);
  return drawChart(spec, SCHEMA, chartPoints(spec, SCHEMA, { rows }), size);
};

describe.each(KINDS)('a drawing: %s', (_, parameters, row) => {
  it.each(TABLES)('of %s is sound and harmless', async (__, table) => {
    const rows = table.map(([label, value], index) => row(label, value, index));
    const svg = await draw(parameters, rows);
    const { elements, attributes } = read(svg);
    expect(elements.slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    expect(new Set(elements)).not.toContain('script');
    expect(elements.filter((name) => ['image', 'use', 'foreignObject', 'a', 'animate', 'set'].includes(name))).toEqual([]);
    expect(attributes.filter(([name]) => /^on|^style$|href$/i.test(name))).toEqual([]);
    expect(
      attributes.filter(
        ([name, value]) =>
          /NaN|Infinity|undefined/.test(value) || (value.includes('url(') && !/^url\(#c[0-9a-f]{12}/.test(value) && name !== 'title'),
      ),
    ).toEqual([]);
    // ECharts must not have been led to write to the prototype of everything.
    const inherited: string[] = [];
    for (const name in {}) inherited.push(name);
    expect(inherited).toEqual([]);
    expect(attributes.filter(([, value]) => /zr\d+-/.test(value) || value.includes(OWN_ID))).toEqual([]);
    expect(attributes).toContainEqual(['role', 'img']);
    expect(await draw(parameters, rows)).toBe(svg);
  });
});

describe('a drawing', () => {
  const rows: PlainValue[][] = [
    ['海陵区', 12_345_678],
    ['姜堰区', 3],
  ];
  const bar: ChartParameters = { kind: 'bar', x: '区县', y: '贷款金额' };

  it('names itself and its summary, writes 万 on the axis and the unit beside it', async () => {
    const svg = await draw(bar, rows);
    expect(svg).toContain('>按区县统计的贷款金额（万元）</title>');
    expect(svg).toContain('最高的是海陵区，12,345,678 万元');
    expect(read(svg).text).toMatch(/1,234\.57万/);
    expect(svg).toContain('贷款金额（万元）</text>');
  });

  it('has ids that no other drawing has', async () => {
    const ids = await Promise.all(
      [draw(bar, rows), draw(bar, [['海陵区', 4]])].map(async (svg) =>
        read(await svg)
          .attributes.filter(([name]) => name === 'id')
          .map(([, id]) => id),
      ),
    );
    expect(ids[0]).not.toHaveLength(0);
    expect(ids[0]!.filter((id) => ids[1]!.includes(id))).toEqual([]);
  });

  it('brings ink and paper for light and for dark', async () => {
    const svg = await draw(bar, rows);
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).toContain(`<rect class="paper" width="640"`);
  });

  it('has colours that are seen on light and on dark pages, and inks that are read on shades', () => {
    for (const colour of SERIES) for (const page of [PAGE_LIGHT, PAGE_DARK]) expect(contrast(colour, page)).toBeGreaterThanOrEqual(3);
    for (const { fill, ink } of SHADES) expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
  });
});
