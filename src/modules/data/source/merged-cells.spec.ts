import { expect, it } from 'vitest';
import { type Merge, MergedCells, withMerges } from './merged-cells.js';
import type { SourceRow } from './sheet-source.js';

async function filled(rows: SourceRow[], merges: Merge[]): Promise<{ rows: string[][]; below: boolean }> {
  let below = false;
  const made: string[][] = [];
  async function* batches() {
    for (const row of rows) yield [row];
  }
  for await (const batch of withMerges(batches(), new MergedCells(merges), () => (below = true)))
    made.push(...batch.map(({ cells }) => cells));
  return { rows: made, below };
}

const row = (number: number, ...cells: string[]): SourceRow => ({ number, cells });

it('fills a header in both directions, no wider than the table', async () => {
  const merges = [
    { top: 1, left: 0, bottom: 1, right: 16_383 },
    { top: 2, left: 0, bottom: 3, right: 0 },
    { top: 2, left: 1, bottom: 2, right: 2 },
  ];
  const { rows, below } = await filled([row(1, '标题'), row(2, '地区', '人口'), row(3, '', '男', '女'), row(4, '甲', '1', '2')], merges);
  expect(rows).toEqual([
    ['标题', '标题', '标题'],
    ['地区', '人口', '人口'],
    ['地区', '男', '女'],
    ['甲', '1', '2'],
  ]);
  expect(below).toBe(false);
});

it('fills names of groups downwards below, amounts and blocks not', async () => {
  const merges = [
    { top: 30, left: 0, bottom: 31, right: 0 },
    { top: 30, left: 6, bottom: 31, right: 6 },
    { top: 30, left: 1, bottom: 31, right: 2 },
  ];
  const { rows, below } = await filled([row(30, '甲', 'a', 'b', '', '', '', '9'), row(31, '', '', 'x')], merges);
  expect(rows[1]).toEqual(['甲', '', 'x']);
  expect(below).toBe(true);
});

it('keeps what a covered cell has of its own', async () => {
  const { rows } = await filled([row(1, 'a', 'b')], [{ top: 1, left: 0, bottom: 1, right: 1 }]);
  expect(rows).toEqual([['a', 'b']]);
});
