import type { Dataset } from '../../catalog/index.js';
import { applyPageUrl } from '../../data/index.js';
import type { Department } from '../../department/index.js';
import { Badge } from '../component/badge.js';
import { Chinese, Value } from '../component/chinese.js';
import { useReading } from '../reading/reading.js';
import type { DatasetFacts } from './dataset-judge.service.js';
import { openingOf } from './openness.js';
import { purposeOf } from './purpose.js';
import { CycleBadge } from './updates-section.js';

/** An abstract of more letters is opened by whoever wants it. */
const LONG = 600;

interface DatasetHeadProps {
  dataset: Dataset;
  department: Department | undefined;
  facts: DatasetFacts;
  /** How many. */
  tables: number;
  published: boolean;
}

/** What a dataset is, what it is for, how fresh it is, and where on the page everything is. */
export function DatasetHead({ dataset, department, facts: { cycle }, tables, published }: DatasetHeadProps) {
  const { t } = useReading();
  const purpose = purposeOf(dataset.abstract);
  return (
    <header class="record-head">
      <p class="record-kind">
        <Badge>{t.common.dataset}</Badge>{' '}
        {dataset.openness && (
          <Badge>
            <Value>{dataset.openness}</Value>
          </Badge>
        )}{' '}
        {cycle.state !== 'unjudged' && <CycleBadge cycle={cycle} />}
      </p>
      <h1>
        <Chinese>{dataset.title}</Chinese>
      </h1>
      {purpose && (
        <p class="lead">
          <Chinese>{purpose.sentence}</Chinese>
        </p>
      )}
      {purpose?.more && <Abstract text={dataset.abstract!} />}
      {(department ?? dataset.provider) && (
        <p class="provided">
          {t.dataset.provider}{' '}
          <bdi>
            {department ? (
              <a href={department.url}>
                <Chinese>{department.name}</Chinese>
              </a>
            ) : (
              <Chinese>{dataset.provider}</Chinese>
            )}
          </bdi>
        </p>
      )}
      {published && <Ways dataset={dataset} tables={tables} />}
    </header>
  );
}

function Abstract({ text }: { text: string }) {
  const { t } = useReading();
  const body = (
    <p class="abstract">
      <Chinese>{text}</Chinese>
    </p>
  );
  if (text.length <= LONG) return body;
  return (
    <details class="abstract-long">
      <summary>{t.dataset.wholeAbstract}</summary>
      {body}
    </details>
  );
}

function Ways({ dataset, tables }: { dataset: Dataset; tables: number }) {
  const { t } = useReading();
  const download = dataset.resources.length > 0 ? '#downloads' : tables > 0 ? '#tables' : undefined;
  return (
    <nav class="actions" aria-label={t.dataset.ways}>
      {openingOf(dataset) === 'applied' && (
        <a class="button" href={applyPageUrl(dataset.identifier)}>
          {t.dataset.apply}
        </a>
      )}
      {tables > 0 && (
        <a class="button" href="#tables">
          {t.dataset.look}
        </a>
      )}
      {download && (
        <a class="button plain" href={download}>
          {t.dataset.download}
        </a>
      )}
      <a class="button plain" href={`${dataset.url}/api`}>
        {t.dataset.program}
      </a>
    </nav>
  );
}
