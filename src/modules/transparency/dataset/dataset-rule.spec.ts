import { expect, it } from 'vitest';
import { cycleDaysOf } from '../../catalog/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { type Cycles, type DatasetFacts, judgeDataset, updateDueOn } from './dataset-rule.js';

const vocabulary = new VocabularyService();
const cycles: Cycles = {
  days: cycleDaysOf(vocabulary),
  known: new Set(vocabulary.table('updateCycle').items.map(({ code }) => code)),
};
const TODAY = '2026-11-26';
const facts = (more: Partial<DatasetFacts>): DatasetFacts => ({
  ...{ openness: 'unconditional', updateCycle: 'monthly', changedOn: '2026-11-01', nextUpdateDue: null, readable: false },
  ...{ declaresReadable: false, ...more },
});

// Nominal length and grace of the code table: monthly 31 + 10, annual 366 + 60, real time 1 + 1.
it.each([
  [{ changedOn: '2026-10-16' }, '2026-11-26', 'freshness.kept'],
  [{ changedOn: '2026-10-15' }, '2026-11-25', 'freshness.overdue'],
  [{ changedOn: '2026-10' }, '2026-12-11', 'freshness.kept'],
  [{ updateCycle: 'annual', changedOn: '2025-09-26' }, '2026-11-26', 'freshness.kept'],
  [{ updateCycle: 'realtime', changedOn: '2026-11-24' }, '2026-11-26', 'freshness.kept'],
  [{ updateCycle: 'realtime', changedOn: '2026-11-23' }, '2026-11-25', 'freshness.overdue'],
  [{ updateCycle: 'irregular' }, undefined, 'freshness.noPeriod'],
  [{ updateCycle: 'irregular', nextUpdateDue: '2026-11' }, '2026-11-30', 'freshness.kept'],
  [{ updateCycle: null, nextUpdateDue: '2026-11-25' }, '2026-11-25', 'freshness.overdue'],
  [{ updateCycle: null }, undefined, 'freshness.noCycle'],
  [{ updateCycle: '看情况' }, undefined, 'freshness.noCycle'],
  [{ updateCycle: 'never' }, undefined, 'freshness.noPeriod'],
])('%j is due on %s: %s', (more, dueOn, figure) => {
  expect(updateDueOn(facts(more), cycles)).toBe(dueOn);
  const { figures } = judgeDataset(facts(more), TODAY, cycles);
  expect(figures).toContain(figure);
  expect(figures.includes('freshness.measured')).toBe(dueOn !== undefined);
  expect(figures.includes('freshness.overdueSince')).toBe(figure === 'freshness.overdue');
});

it('counts what is overdue in the month it was due', () => {
  expect(judgeDataset(facts({ changedOn: '2026-08-20' }), TODAY, cycles).month).toBe('2026-09');
});

it.each([
  ['unconditional', 'openness.unconditional', true],
  ['conditional', 'openness.conditional', true],
  ['none', 'openness.none', false],
  ['开放条件', 'openness.unsaid', false],
  [null, 'openness.unsaid', false],
])('openness %s is %s', (openness, figure, open) => {
  const { figures } = judgeDataset(facts({ openness, readable: true, declaresReadable: true }), TODAY, cycles);
  expect(figures).toContain(figure);
  for (const counted of ['openness.open', 'openness.machineReadable', 'openness.machineFormat'] as const)
    expect(figures.includes(counted)).toBe(open);
  expect(judgeDataset(facts({ openness }), TODAY, cycles).figures).not.toContain('openness.machineReadable');
});
