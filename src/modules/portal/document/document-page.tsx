import { type Document, isHtml, type RelatedRecord } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import type { PublishedFeedback } from '../../feedback/index.js';
import type { JsonLd } from '../../interop/index.js';
import type { Crumb } from '../component/breadcrumb.js';
import { Badge, ValidityBadge } from '../component/badge.js';
import { Downloads } from '../component/downloads.js';
import { Fields, WebLink } from '../component/fields.js';
import { Relations } from '../component/relations.js';
import { COLUMNS } from '../layout/column.js';
import { articleMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { FeedbackSection } from '../feedback/feedback-section.js';
import { Addresses } from '../component/addresses.js';

export interface DocumentPageProps {
  site: Site;
  document: Document;
  department: Department | undefined;
  related: RelatedRecord[];
  crumbs: readonly Crumb[];
  /** What people said about it and the department answered. */
  published: readonly PublishedFeedback[];
  jsonLd: readonly JsonLd[];
}

/** Signs of the text that stand for a missing abstract. */
const DESCRIBING = 120;

/** A disclosed document: the header block of the disclosure platform, then the text. */
export function DocumentPage({ site, document, department, related, crumbs, jsonLd, published }: DocumentPageProps) {
  const issuers = document.issuer.join('、');
  const description = document.abstract ?? document.body?.replace(/<[^>]*>/g, ' ').slice(0, DESCRIBING);
  return (
    <Page
      site={site}
      title={document.title}
      path={document.url}
      query=""
      description={description}
      meta={articleMeta(COLUMNS.document, {
        title: document.title,
        publishedOn: document.publishedOn,
        createdAt: document.createdAt,
        source: issuers || department?.name || site.name,
        keywords: document.keywords,
        author: issuers || department?.name,
        description,
        url: site.baseUrl + document.url,
      })}
      crumbs={crumbs}
      jsonLd={jsonLd}
    >
      <article>
        <DocumentContent document={document} department={department} related={related} />
        <FeedbackSection record={document} published={published} />
        <Addresses site={site} record={document} />
      </article>
    </Page>
  );
}

/** What a document shows of itself, published or as a preview. */
export function DocumentContent({ document, department, related }: Omit<DocumentPageProps, 'site' | 'crumbs' | 'jsonLd' | 'published'>) {
  const issuers = document.issuer.join('、');
  return (
    <>
      <header class="record-head">
        <p class="record-kind">
          <Badge>{document.documentType ?? '文件'}</Badge> {document.validity && <ValidityBadge label={document.validity} />}
        </p>
        <h1>{document.title}</h1>
      </header>
      <ValidityNotice document={document} related={related} />
      <section class="panel" aria-label="文件信息">
        <Fields
          fields={[
            ['索引号', document.indexNumber],
            ['主题分类', document.topic],
            ['发文机关', department && document.issuer.length < 2 ? <a href={department.url}>{issuers || department.name}</a> : issuers],
            ['成文日期', document.writtenOn],
            ['发文字号', document.documentNumber],
            ['发布日期', document.publishedOn],
            ['有效性', document.validity],
            ['施行日期', document.effectiveOn],
            ['有效期至', document.expiresOn],
            ['废止日期', document.repealedOn],
            ['公开方式', document.publicity],
            ['主动公开依据', document.article20Code && article20(document.article20Code)],
            ['法规类别', document.legislationType],
            ['组配分类', document.assembly],
            ['服务对象', document.audience.join('、')],
            ['关键词', document.keywords.join('、')],
            ['行政区划', document.region],
            ['来源', document.sourceUrl && <WebLink href={document.sourceUrl} />],
          ]}
        />
      </section>
      {document.abstract && <p class="lead">{document.abstract}</p>}
      {document.body ? <Body body={document.body} /> : <p class="notice">{bodyElsewhere(document)}</p>}
      <Downloads identifier={document.identifier} resources={document.attachments} title="附件" />
      <Relations related={related} />
    </>
  );
}

/** Where the text stands that this page does not have. */
function bodyElsewhere({ attachments, sourceUrl }: Document): string {
  if (attachments.length > 0) return '正文见附件。';
  return sourceUrl ? '本目录只收录了这份文件的信息，正文请见来源网址。' : '本目录只收录了这份文件的信息，没有收录正文。';
}

/** A20_05 is 条例 Art 20, item 5. */
function article20(code: string): string {
  const item = /^A20_0?(\d+)$/.exec(code)?.[1];
  return item ? `条例第二十条第（${item}）项` : code;
}

const ENDING = new Set(['repeals', 'replaces', 'amends']);

/** Says first what a reader must know: that the text is no longer, or no longer wholly, in force. */
function ValidityNotice({ document, related }: { document: Document; related: RelatedRecord[] }) {
  if (!document.validity || !/废止|失效|过期|修改/.test(document.validity)) return <></>;
  const by = related.filter(({ incoming, type }) => incoming && ENDING.has(type));
  return (
    <p class="notice notice-strong" role="note">
      本文件{document.validity}
      {by.length > 0 && (
        <>
          ，见
          {by.map((one, index) => (
            <span key={one.identifier}>
              {index > 0 && '、'}
              <a href={`/${one.kind ?? 'document'}s/${encodeURIComponent(one.identifier)}`}>《{one.title ?? one.identifier}》</a>
            </span>
          ))}
        </>
      )}
      。正文保留，供查阅。
    </p>
  );
}

const ARTICLE = /^(第[一二三四五六七八九十百零〇\d]+[条章节])\s*/;

function Body({ body }: { body: string }) {
  // Sanitised when it was written: structure, emphasis, tables and web links only.
  if (isHtml(body)) return <section class="body" aria-label="正文" dangerouslySetInnerHTML={{ __html: body }} />;
  const paragraphs = body
    .split(/\n+/)
    .map((text) => text.trim())
    .filter(Boolean);
  return (
    <section class="body" aria-label="正文">
      {paragraphs.map((text, index) => {
        const article = ARTICLE.exec(text);
        return (
          <p key={index}>
            {article && <strong>{article[1]}</strong>}
            {article ? ` ${text.slice(article[0].length)}` : text}
          </p>
        );
      })}
    </section>
  );
}
