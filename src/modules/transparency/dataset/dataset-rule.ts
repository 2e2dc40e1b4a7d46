import { type CycleDays, freshUntil } from '../../catalog/index.js';
import { lastDayOf } from '../../kernel/date/index.js';
import type { Judgement } from '../figure/counted.js';
import type { CountName } from '../figure/figure.js';
import { monthOf } from '../figure/month.js';

/** What decides how fresh and how open a dataset is. */
export interface DatasetFacts {
  openness: string | null;
  updateCycle: string | null;
  /** When it changed last: as declared, else its last revision (ADR 22). */
  changedOn: string;
  /** As the department declared it. */
  nextUpdateDue: string | null;
  /** A table, or a file or service in a format that machines read. */
  readable: boolean;
  /** A format that machines read is declared. */
  declaresReadable: boolean;
}

/** Update cycles that are known to have no length. */
export interface Cycles {
  days: CycleDays;
  known: ReadonlySet<string>;
}

/** Last day by which a dataset has to be updated: by its cycle, and where that has no length as the department declared it. Pure. */
export function updateDueOn({ updateCycle, changedOn, nextUpdateDue }: DatasetFacts, { days }: Cycles): string | undefined {
  return freshUntil({ updateCycle, changedOn }, days) ?? (nextUpdateDue === null ? undefined : lastDayOf(nextUpdateDue));
}

const OPENNESS: Record<string, CountName> = {
  unconditional: 'openness.unconditional',
  conditional: 'openness.conditional',
  none: 'openness.none',
};

function opennessOf({ openness, readable, declaresReadable }: DatasetFacts): CountName[] {
  const kind = OPENNESS[openness ?? ''] ?? 'openness.unsaid';
  const open = kind === 'openness.unconditional' || kind === 'openness.conditional';
  return [
    'openness.datasets',
    kind,
    ...(open ? (['openness.open'] as const) : []),
    ...(open && readable ? (['openness.machineReadable'] as const) : []),
    ...(open && declaresReadable ? (['openness.machineFormat'] as const) : []),
  ];
}

/** What datasets of these facts count as on a day; monthly figures count them in the month they were due. Pure. */
export function judgeDataset(facts: DatasetFacts, today: string, cycles: Cycles): Judgement {
  const openness = opennessOf(facts);
  const dueOn = updateDueOn(facts, cycles);
  if (dueOn === undefined) {
    const reason = cycles.known.has(facts.updateCycle ?? '') ? 'freshness.noPeriod' : 'freshness.noCycle';
    return { month: null, figures: [...openness, 'freshness.datasets', reason] };
  }
  const overdue = dueOn < today;
  return {
    month: monthOf(dueOn),
    dueOn,
    figures: [
      ...openness,
      'freshness.datasets',
      'freshness.measured',
      ...(overdue ? (['freshness.overdue', 'freshness.overdueSince'] as const) : (['freshness.kept'] as const)),
    ],
  };
}
