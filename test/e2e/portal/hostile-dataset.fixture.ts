import { datasetWith } from '../data/data-fixture.js';

/** Texts that break pages which take them for anything else. */
export const HOSTILE_TEXTS = {
  markup: `<script>alert(1)</script><img src=x onerror=alert(2)>"'&lt;`,
  reversed: '\u202E\u2067从右到左\u202E',
  endless: 'W'.repeat(10_000),
  rare: '𠮷㐂👩‍👩‍👧‍👦',
  formula: '=HYPERLINK("http://evil.example")',
};

const { markup, reversed, endless, rare, formula } = HOSTILE_TEXTS;
const all = `${markup}${reversed}${rare}`;
const short = (most: number) => [...all].slice(0, most).join('');

/** A dataset whose every field holds them. */
export const HOSTILE_DATASET = datasetWith('hostile', [], {
  title: `${all}${'W'.repeat(200)}`,
  abstract: `${all}${endless}`,
  keywords: [short(50), 'W'.repeat(100)],
  topic: short(50),
  region: short(50),
  provider: short(100),
  classPath: [short(50), markup],
  resourceCode: short(50),
  formats: ['csv'],
  license: short(100),
  openCondition: `${all}${'W'.repeat(1_500)}`,
  shareType: short(40),
  shareCondition: `${all}${'W'.repeat(1_500)}`,
  shareMode: short(40),
  sourceSystem: short(100),
  dataGrade: short(40),
  updateCycle: short(40),
  spatial: short(100),
  contact: { unit: short(100), phone: '1'.repeat(100), email: `${'w'.repeat(150)}@a.example` },
  relatedCodes: ['W'.repeat(100)],
  sourceUrl: `https://a.example/${'w'.repeat(1_000)}`,
  items: [
    { name: short(100), type: short(40), length: '9'.repeat(50), description: `${all}${'W'.repeat(1_500)}` },
    { name: formula, type: markup.slice(0, 40), description: rare },
  ],
  resources: [{ title: short(100), path: 'a.csv', description: 'W'.repeat(500) }],
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const row = (cells: string[]) => `${cells.map(quoted).join(',')}\n`;

/** A table whose columns and cells do. */
export const HOSTILE_CSV = [
  row([markup, reversed, `${'W'.repeat(150)}`, rare, '数']),
  ...Array.from({ length: 12 }, (_, at) => row([`${markup}${at % 2}`, `${reversed}${at % 3}`, endless, `${rare}${at}`, String(at * 3)])),
].join('');
