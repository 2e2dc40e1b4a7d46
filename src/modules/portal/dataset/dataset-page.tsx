import type { ComponentChildren } from 'preact';
import type { Dataset, RelatedRecord } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import type { PublishedFeedback } from '../../feedback/index.js';
import type { JsonLd } from '../../interop/index.js';
import { Addresses } from '../component/addresses.js';
import type { Crumb } from '../component/breadcrumb.js';
import { Relations } from '../component/relations.js';
import { COLUMNS } from '../layout/column.js';
import { articleMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { FeedbackSection } from '../feedback/feedback-section.js';
import { Addresses } from '../component/addresses.js';
import { DatasetContent } from './dataset-content.js';
import type { DatasetFacts } from './dataset-judge.service.js';
import type { ShownTable } from './shown-table.js';
import { type SimilarDataset, SimilarSection } from './similar-section.js';

export interface DatasetPageProps {
  site: Site;
  dataset: Dataset;
  department: Department | undefined;
  related: RelatedRecord[];
  facts: DatasetFacts;
  tables: readonly ShownTable[];
  similar: readonly SimilarDataset[];
  crumbs: readonly Crumb[];
  /** What people said about it and the department answered. */
  published: readonly PublishedFeedback[];
  jsonLd: readonly JsonLd[];
  /** What people say about it, and what they made of it: stands between the data and what is around it. */
  children?: ComponentChildren;
}

/** A dataset with everything the catalog knows of it. */
export function DatasetPage({ site, dataset, department, related, tables, crumbs, jsonLd, published }: DatasetPageProps) {
export function DatasetPage({ site, dataset, department, related, facts, tables, similar, crumbs, jsonLd, children }: DatasetPageProps) {
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
    >
      <article>
        <DatasetContent dataset={dataset} department={department} related={related} tables={tables} />
        <FeedbackSection record={dataset} published={published} />
        <DatasetContent dataset={dataset} department={department} facts={facts} tables={tables} published />
        {children}
        <Relations related={related} />
        <SimilarSection similar={similar} />
        <Addresses site={site} record={dataset} />
      </article>
    </Page>
  );
}

/** What a dataset shows of itself, published or as a preview. */
export function DatasetContent({
  dataset,
  department,
  related,
  tables = [],
}: Omit<DatasetPageProps, 'site' | 'crumbs' | 'jsonLd' | 'published'>) {
  const { contact, temporal } = dataset;
  return (
    <>
      <header class="record-head">
        <p class="record-kind">
          <Badge>数据</Badge> {dataset.openness && <Badge>{dataset.openness}</Badge>}
        </p>
        <h1>{dataset.title}</h1>
        {dataset.abstract && <p class="lead">{dataset.abstract}</p>}
      </header>
      <Downloads
        identifier={dataset.identifier}
        resources={dataset.resources}
        title="下载与接口"
        closed={appliedFor(dataset) ? '有条件开放，须先申请' : CLOSED[dataset.openness ?? '']}
      />
      {appliedFor(dataset) && (
        <section class="panel" aria-labelledby="apply">
          <h2 id="apply">怎样使用这份数据</h2>
          <p>
            这份数据有条件开放：先<a href={applyPageUrl(dataset.identifier)}>填写申请</a>，当场得到密钥；提供部门在 {ANSWER_DAYS}{' '}
            个工作日内答复，批准后带上密钥取数、下载。
          </p>
        </section>
      )}
      {tables.length > 0 && (
        <section class="panel" aria-labelledby="tables">
          <h2 id="tables">在线查看和查询</h2>
          <ul class="downloads">
            {tables.map(({ title, url, rowCount }) => (
              <li key={url}>
                <a class="download" href={url}>
                  {title}
                </a>
                <span class="note">{rowCount.toLocaleString('zh-CN')} 行；表格、图表、筛选、接口</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="columns">
        <section class="panel" aria-labelledby="basic">
          <h2 id="basic">基本信息</h2>
          <Fields
            fields={[
              ['提供方', department ? <a href={department.url}>{department.name}</a> : dataset.provider],
              ['信息资源代码', dataset.resourceCode],
              ['主题分类', dataset.topic],
              ['信息资源分类', dataset.classPath.join(' › ')],
              ['关键词', dataset.keywords.join('、')],
              ['行政区划', dataset.region],
              ['发布日期', dataset.publishedOn],
              ['更新日期', dataset.modifiedOn],
              ['更新周期', dataset.updateCycle],
              ['下次更新', dataset.nextUpdateDue],
              ['数据时间范围', temporal && [temporal.start, temporal.end].filter(Boolean).join(' 至 ')],
              ['空间范围', dataset.spatial],
              ['行数', dataset.rowCount?.toLocaleString('zh-CN')],
              ['格式', [dataset.formatClass, ...dataset.formats.map((format) => format.toUpperCase())].filter(Boolean).join('、')],
            ]}
          />
        </section>
        <section class="panel" aria-labelledby="sharing">
          <h2 id="sharing">开放与共享</h2>
          <Fields
            fields={[
              ['开放类型', dataset.openness],
              ['开放条件', dataset.openCondition],
              ['共享类型', dataset.shareType],
              ['共享条件', dataset.shareCondition],
              ['共享方式', dataset.shareMode],
              ['使用许可', dataset.license],
              ['数据分级', dataset.dataGrade],
              ['来源系统', dataset.sourceSystem],
              ['提供方信用代码', dataset.providerCode],
              ['关联资源代码', dataset.relatedCodes.join('、')],
              ['联系单位', contact?.unit],
              ['联系电话', contact?.phone],
              ['电子邮箱', contact?.email],
              ['来源', dataset.sourceUrl && <WebLink href={dataset.sourceUrl} />],
            ]}
          />
        </section>
      </div>
      {dataset.items.length > 0 && (
        <section class="panel" aria-labelledby="items">
          <h2 id="items">信息项（{dataset.items.length}）</h2>
          <div class="scroll" tabIndex={0} role="region" aria-label="信息项表格，可左右滚动">
            <table>
              <thead>
                <tr>
                  <th scope="col">名称</th>
                  <th scope="col">类型</th>
                  <th scope="col">长度</th>
                  <th scope="col">说明</th>
                </tr>
              </thead>
              <tbody>
                {dataset.items.map((item, index) => (
                  <tr key={item.name + String(index)}>
                    <th scope="row">{item.name}</th>
                    <td>{item.type}</td>
                    <td>{item.length}</td>
                    <td>{item.description}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <Relations related={related} />
    </>
  );
}
