import { type AnyRecord, type Document, plainBody, type Proof, type RelatedRecord } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import type { PublishedFeedback } from '../../feedback/index.js';
import type { JsonLd } from '../../interop/index.js';
import { Addresses } from '../component/addresses.js';
import { Badge, ValidityBadge } from '../component/badge.js';
import type { Crumb } from '../component/breadcrumb.js';
import { Downloads } from '../component/downloads.js';
import { RecordTools } from '../component/record-tools.js';
import { Relations } from '../component/relations.js';
import { Said } from '../component/said.js';
import { SignatureLine } from '../component/signature-line.js';
import { Similar } from '../component/similar.js';
import { Toc } from '../component/toc.js';
import { COLUMNS } from '../layout/column.js';
import { articleMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { FeedbackSection } from '../feedback/feedback-section.js';
import { useReading } from '../reading/reading.js';
import { contentsList } from './contents-list.js';
import { DocumentBody, readyBody } from './document-body.js';
import { DocumentMetadata } from './document-metadata.js';
import { PrintEnd, PrintSignature } from './print-parts.js';
import { ValidityNotice } from './validity-notice.js';

export interface DocumentPageProps {
  site: Site;
  document: Document;
  department: Department | undefined;
  related: RelatedRecord[];
  crumbs: readonly Crumb[];
  /** What people said about it and the department answered. */
  published: readonly PublishedFeedback[];
  jsonLd: readonly JsonLd[];
  similar: readonly AnyRecord[];
  proof: Proof;
  /** Whether files have a text, by SHA-256. */
  texts: ReadonlyMap<string, boolean>;
  today: string;
}

/** Signs of the text that stand for a missing abstract. */
const DESCRIBING = 120;

/** A disclosed document: what it is, its text, and what belongs to it. */
export function DocumentPage({
  site,
  document,
  department,
  related,
  crumbs,
  published,
  jsonLd,
  similar,
  proof,
  texts,
  today,
}: DocumentPageProps) {
  const issuers = document.issuer.join('、');
  const description = document.abstract ?? (document.body && plainBody(document.body).slice(0, DESCRIBING).toWellFormed());
  return (
    <Page
      site={site}
      title={document.title}
      path={document.url}
      query=""
      description={description ?? undefined}
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
      script={site.recordScript}
    >
      <article class="official">
        <DocumentContent document={document} department={department} related={related} texts={texts} tools={site.baseUrl + document.url} />
        <SignatureLine proof={proof} />
        <FeedbackSection record={document} published={published} />
        <Similar records={similar} />
        <Addresses site={site} record={document} today={today} organ={department?.name} />
        <PrintEnd address={site.baseUrl + document.url} today={today} />
      </article>
    </Page>
  );
}

interface DocumentContentProps extends Pick<DocumentPageProps, 'document' | 'department' | 'related'> {
  texts?: ReadonlyMap<string, boolean>;
  /** Address for the tools; a preview has none. */
  tools?: string;
}

/** What a document shows of itself, published or as a preview. */
export function DocumentContent({ document, department, related, texts, tools }: DocumentContentProps) {
  const { t } = useReading();
  const body = document.body ? readyBody(document.body) : undefined;
  const entries = body ? contentsList(body.headings, document.body!.length) : [];
  return (
    <>
      <header class="record-head">
        <p class="record-kind">
          <Badge>{document.documentType ? <Said>{document.documentType}</Said> : t.document.kind}</Badge>{' '}
          {document.validity && <ValidityBadge label={document.validity} />}
        </p>
        {document.documentNumber && (
          <p class="print-only document-number">
            <Said>{document.documentNumber}</Said>
          </p>
        )}
        <h1>
          <Said>{document.title}</Said>
        </h1>
      </header>
      <ValidityNotice document={document} related={related} />
      {tools && <RecordTools title={document.title} address={tools} reads={body && '#text'} />}
      <section class="panel metadata" aria-label={t.document.information}>
        <DocumentMetadata document={document} department={department} />
      </section>
      {document.abstract && (
        <p class="lead">
          <Said>{document.abstract}</Said>
        </p>
      )}
      {body ? (
        <div class={entries.length > 0 ? 'with-toc body-place' : 'body-place'}>
          {entries.length > 0 && (
            <details class="toc-fold" data-toc>
              <summary>{t.document.contents}</summary>
              <Toc entries={entries} />
            </details>
          )}
          <DocumentBody body={body} />
        </div>
      ) : (
        <p class="notice">{t.document[bodyElsewhere(document)]}</p>
      )}
      <PrintSignature document={document} department={department} />
      <Downloads identifier={document.identifier} resources={document.attachments} title={t.document.attachments} texts={texts} />
      <Relations related={related} self={{ kind: 'document', date: document.writtenOn ?? document.publishedOn }} />
    </>
  );
}

/** Where the text stands that this page does not have. */
function bodyElsewhere({ attachments, sourceUrl }: Document): 'textInAttachments' | 'textElsewhere' | 'noText' {
  if (attachments.length > 0) return 'textInAttachments';
  return sourceUrl ? 'textElsewhere' : 'noText';
}
