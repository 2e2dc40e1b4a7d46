import type { AnyRecord, Dataset, RelatedRecord } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import type { PublishedFeedback } from '../../feedback/index.js';
import type { JsonLd } from '../../interop/index.js';
import { Addresses } from '../component/addresses.js';
import type { Crumb } from '../component/breadcrumb.js';
import { Relations } from '../component/relations.js';
import { Similar } from '../component/similar.js';
import { FeedbackSection } from '../feedback/feedback-section.js';
import { COLUMNS } from '../layout/column.js';
import { articleMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { DatasetContent } from './dataset-content.js';
import type { DatasetFacts } from './dataset-judge.service.js';
import type { ShownTable } from './shown-table.js';

export interface DatasetPageProps {
  site: Site;
  dataset: Dataset;
  department: Department | undefined;
  related: RelatedRecord[];
  facts: DatasetFacts;
  tables: readonly ShownTable[];
  similar: readonly AnyRecord[];
  crumbs: readonly Crumb[];
  jsonLd: readonly JsonLd[];
  /** What people said about it and made of it, and what the department answered. */
  published: readonly PublishedFeedback[];
  today: string;
}

/** A dataset with everything the catalog knows of it. */
export function DatasetPage({
  site,
  dataset,
  department,
  related,
  facts,
  tables,
  similar,
  crumbs,
  published,
  jsonLd,
  today,
}: DatasetPageProps) {
  return (
    <Page
      site={site}
      title={dataset.title}
      path={dataset.url}
      query=""
      description={dataset.abstract ?? undefined}
      meta={articleMeta(COLUMNS.dataset, {
        title: dataset.title,
        publishedOn: dataset.publishedOn,
        createdAt: dataset.createdAt,
        source: department?.name ?? dataset.provider ?? site.name,
        keywords: dataset.keywords,
        author: department?.name ?? dataset.provider,
        description: dataset.abstract,
        url: site.baseUrl + dataset.url,
      })}
      crumbs={crumbs}
      jsonLd={jsonLd}
      script={site.recordScript}
    >
      <article>
        <DatasetContent dataset={dataset} department={department} facts={facts} tables={tables} published />
        <FeedbackSection record={dataset} published={published} />
        <Relations related={related} self={{ kind: 'dataset', date: dataset.publishedOn }} />
        <Similar records={similar} />
        <Addresses site={site} record={dataset} today={today} organ={department?.name} />
      </article>
    </Page>
  );
}
