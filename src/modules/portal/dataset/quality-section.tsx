import { Badge } from '../component/badge.js';
import { DataTable } from '../component/data-table.js';
import { Section } from '../component/section.js';
import type { Messages } from '../message/index.js';
import { useReading } from '../reading/reading.js';
import type { DatasetFacts } from './dataset-judge.service.js';
import type { QualityFact } from './quality-facts.js';
import { cycleWords } from './updates-section.js';

const TONES = { met: 'good', partly: 'changed', unmet: 'ended', unjudged: 'plain' } as const;

/** What can be said of the quality of a dataset, point by point, in words. */
export function QualitySection({ facts }: { facts: DatasetFacts }) {
  const { t } = useReading();
  const standings = { met: t.dataset.met, partly: t.dataset.partly, unmet: t.dataset.unmet, unjudged: t.dataset.notJudged };
  return (
    <Section id="quality" title={t.dataset.quality}>
      <p class="note">{t.dataset.qualityLead}</p>
      <DataTable
        caption={t.dataset.quality}
        captionHidden
        columns={t.dataset.qualityColumns.map((label) => ({ label }))}
        rows={facts.quality.map((fact) => ({
          key: fact.aspect,
          cells: [
            t.dataset.aspects[fact.aspect],
            <Badge tone={TONES[fact.standing]}>{standings[fact.standing]}</Badge>,
            reasonOf(fact, facts, t),
          ],
        }))}
      />
    </Section>
  );
}

/** Why a point stands as it does, where there is more to say than that it does. */
function reasonOf({ aspect, standing, counted }: QualityFact, { cycle }: DatasetFacts, t: Messages): string | undefined {
  if (aspect === 'timely') return cycleWords(cycle, t);
  if (counted) return t.dataset.counted(counted.met, counted.of);
  if (aspect === 'dictionary') return t.dataset.nothingTold;
  if (aspect === 'readable' && standing === 'partly') return t.dataset.partlyReadable;
  if (aspect === 'licence' && standing === 'partly') return t.dataset.partlyLicence;
  return undefined;
}
