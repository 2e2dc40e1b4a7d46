import type { Dataset } from '../../catalog/index.js';
import { Badge } from '../component/badge.js';
import { Value } from '../component/chinese.js';
import { Fields } from '../component/fields.js';
import { Section } from '../component/section.js';
import type { Messages } from '../message/index.js';
import { useReading } from '../reading/reading.js';
import type { CycleState } from './cycle-state.js';

/** How often the data is to be updated, when it was, when it will be, and whether that is kept. */
export function UpdatesSection({ dataset, cycle }: { dataset: Dataset; cycle: CycleState }) {
  const { t } = useReading();
  const { updateCycle, modifiedOn, publishedOn } = dataset;
  return (
    <Section id="updates" title={t.dataset.updates}>
      <Fields
        fields={[
          [t.dataset.updateCycle, updateCycle && <Value>{updateCycle}</Value>],
          [t.dataset.lastUpdate, modifiedOn ?? publishedOn],
          [t.dataset.nextUpdate, cycle.dueOn],
          [t.dataset.punctuality, <CycleBadge cycle={cycle} />],
          [t.dataset.publishedOn, publishedOn],
        ]}
      />
    </Section>
  );
}

const TONES = { kept: 'good', due: 'changed', overdue: 'ended' } as const;

/** Whether the cycle is kept, in words; colour only adds to them. */
export function CycleBadge({ cycle }: { cycle: CycleState }) {
  const { t } = useReading();
  const words = cycleWords(cycle, t);
  return cycle.state === 'unjudged' ? <>{words}</> : <Badge tone={TONES[cycle.state]}>{words}</Badge>;
}

/** Whether the cycle is kept, in words. Pure. */
export function cycleWords(cycle: CycleState, { dataset: words }: Messages): string {
  switch (cycle.state) {
    case 'kept':
      return words.kept;
    case 'due':
      return words.due(cycle.graceUntil);
    case 'overdue':
      return words.overdue(cycle.days);
    case 'unjudged':
      return words.unjudged;
  }
}
