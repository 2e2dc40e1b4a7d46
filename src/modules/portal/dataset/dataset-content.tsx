import type { Dataset } from '../../catalog/index.js';
import { ANSWER_DAYS, applyPageUrl } from '../../data/index.js';
import type { Department } from '../../department/index.js';
import { Downloads } from '../component/downloads.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { AboutSections } from './about-sections.js';
import { ConditionsSection } from './conditions-section.js';
import { DatasetHead } from './dataset-head.js';
import type { DatasetFacts } from './dataset-judge.service.js';
import { ItemsSection } from './items-section.js';
import { openingOf } from './openness.js';
import { QualitySection } from './quality-section.js';
import type { ShownTable } from './shown-table.js';
import { TablesSection } from './tables-section.js';
import { UpdatesSection } from './updates-section.js';

interface DatasetContentProps {
  dataset: Dataset;
  department: Department | undefined;
  facts: DatasetFacts;
  /** Tables to look through row by row; none in a preview. */
  tables?: readonly ShownTable[];
  /** A draft has no addresses yet. */
  published?: boolean;
}

/** What a dataset shows of itself, published or as a preview. */
export function DatasetContent({ dataset, department, facts, tables = [], published = false }: DatasetContentProps) {
  const { t } = useReading();
  const opening = openingOf(dataset);
  const closed = {
    open: undefined,
    applied: t.dataset.closedConditional,
    asked: t.dataset.closedWithoutDepartment,
    closed: t.dataset.closed,
  };
  return (
    <>
      <DatasetHead dataset={dataset} department={department} facts={facts} tables={tables.length} published={published} />
      {opening === 'applied' && (
        <Section id="apply" title={t.dataset.applyTitle}>
          <p>{t.dataset.applyWords(ANSWER_DAYS)}</p>
          <p>
            <a class="button" href={applyPageUrl(dataset.identifier)}>
              {t.dataset.applyLink}
            </a>
          </p>
        </Section>
      )}
      <TablesSection tables={tables} />
      <Downloads
        identifier={dataset.identifier}
        resources={dataset.resources}
        title={tables.length > 0 ? t.dataset.files : t.dataset.download}
        closed={closed[opening]}
      />
      {published && (
        <Section id="interface" title={t.dataset.interfaceTitle}>
          <p>
            {t.dataset.interfaceWords} <a href={`${dataset.url}/api`}>{t.dataset.interfaceLink}</a>
          </p>
        </Section>
      )}
      <ItemsSection items={dataset.items} types={facts.itemTypes} dictionary={published ? `${dataset.url}/dictionary.csv` : undefined} />
      <div class="columns">
        <UpdatesSection dataset={dataset} cycle={facts.cycle} />
        <ConditionsSection dataset={dataset} />
      </div>
      <QualitySection facts={facts} />
      <AboutSections dataset={dataset} department={department} />
    </>
  );
}
