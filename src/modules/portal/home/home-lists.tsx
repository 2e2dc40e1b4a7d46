import { recordUrl } from '../../catalog/index.js';
import type { UsedDataset } from '../../data/index.js';
import type { Department } from '../../department/index.js';
import type { FacetValue, ListedHit } from '../../search/index.js';
import { Chinese } from '../component/chinese.js';
import { numberText } from '../component/number-text.js';
import { DepartmentTiles, TopicTiles } from '../component/tiles.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

const MOST_TOPICS = 16;
const MOST_DEPARTMENTS = 24;

interface NewestProps {
  id: string;
  title: string;
  hits: readonly ListedHit[];
  /** Where the list goes on. */
  more: { href: string; label: string };
  /** Dates of updates rather than of publication. */
  updated?: boolean;
}

/** The newest of a kind; nothing where there is none. */
export function Newest({ id, title, hits, more, updated = false }: NewestProps) {
  const dateOf = (hit: ListedHit) => (updated ? (hit.modifiedOn ?? hit.publishedOn) : hit.publishedOn);
  if (hits.length === 0) return <></>;
  return (
    <Section id={id} title={title}>
      <ul class="newest">
        {hits.map((hit) => (
          <li key={hit.identifier}>
            <a href={hit.url}>
              <Chinese>{hit.title}</Chinese>
            </a>{' '}
            <time>{dateOf(hit)}</time>
          </li>
        ))}
      </ul>
      <p>
        <a href={more.href}>{more.label}</a>
      </p>
    </Section>
  );
}

/** The topics with the number of records of each. */
export function Topics({ topics }: { topics: readonly FacetValue[] }) {
  const { t } = useReading();
  if (topics.length === 0) return <></>;
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{t.home.topics}</h2>
      <TopicTiles topics={topics.slice(0, MOST_TOPICS)} hrefOf={(value) => `/search?topic=${encodeURIComponent(value)}`} />
    </section>
  );
}

/** Departments, with a way to all of them. */
export function Departments({ departments }: { departments: readonly Department[] }) {
  const { t } = useReading();
  if (departments.length === 0) return <></>;
  return (
    <section aria-labelledby="departments">
      <h2 id="departments">{t.home.byDepartment}</h2>
      <DepartmentTiles departments={departments.slice(0, MOST_DEPARTMENTS)} />
      {departments.length > MOST_DEPARTMENTS && (
        <p>
          <a href="/departments">{t.home.allDepartments(numberText(departments.length))}</a>
        </p>
      )}
    </section>
  );
}

/** The datasets that were used most lately; nothing where none was. */
export function MostUsed({ datasets }: { datasets: readonly UsedDataset[] }) {
  const { t } = useReading();
  if (datasets.length === 0) return <></>;
  return (
    <section aria-labelledby="most-used">
      <h2 id="most-used">{t.home.mostUsed}</h2>
      <p class="note">{t.home.mostUsedNote}</p>
      <ol class="newest">
        {datasets.map(({ identifier, title, uses }) => (
          <li key={identifier}>
            <a href={recordUrl('dataset', identifier)}>
              <Chinese>{title}</Chinese>
            </a>{' '}
            <span class="note">{t.home.uses(numberText(uses))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
