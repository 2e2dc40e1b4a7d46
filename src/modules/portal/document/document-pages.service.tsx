import { Injectable } from '@nestjs/common';
import { AttachmentTextRepository, ProofService, RecordReader } from '../../catalog/index.js';
import { DepartmentService } from '../../department/index.js';
import { FeedbackReader } from '../../feedback/index.js';
import { SchemaOrg } from '../../interop/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Rendered } from '../answer/page-answers.js';
import { SimilarRecords } from '../answer/similar-records.js';
import { recordCrumbs } from '../component/record-crumbs.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { DocumentPage } from './document-page.js';
import { ProofPage } from './proof-page.js';

/** Gathers what the page of a document shows. */
@Injectable()
export class DocumentPages {
  constructor(
    private readonly reader: RecordReader,
    private readonly departments: DepartmentService,
    private readonly proofs: ProofService,
    private readonly feedback: FeedbackReader,
    private readonly texts: AttachmentTextRepository,
    private readonly sites: SiteService,
    private readonly schemaOrg: SchemaOrg,
    private readonly similar: SimilarRecords,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NOT_FOUND, GONE */
  async document(identifier: string, reading: Reading): Promise<Rendered> {
    const document = await this.reader.get(identifier, 'document');
    const [ends, departments, published, proof, texts] = await Promise.all([
      this.reader.related([identifier]),
      this.departments.byCodes(document.departmentCodes),
      this.feedback.shown(identifier),
      this.proofs.of(identifier),
      this.texts.readable(document.attachments.flatMap(({ sha256 }) => sha256 ?? [])),
    ]);
    const related = ends.get(identifier) ?? [];
    const similar = await this.similar.of(
      document,
      related.map((end) => end.identifier),
    );
    const department = document.departmentCode ? departments.get(document.departmentCode) : undefined;
    const { site } = this.sites;
    const { crumbs, jsonLd } = recordCrumbs(site, document, department, reading.t);
    const html = renderPage(
      <DocumentPage
        site={site}
        document={document}
        department={department}
        related={related}
        crumbs={crumbs}
        published={published}
        jsonLd={[this.schemaOrg.record(document, { departments, tables: [] }), jsonLd]}
        similar={similar ?? []}
        proof={proof}
        texts={texts}
        today={this.clock.today()}
      />,
      reading,
    );
    return similar ? html : { html, lacking: true };
  }

  async proof(identifier: string, reading: Reading): Promise<string> {
    return renderPage(<ProofPage site={this.sites.site} proof={await this.proofs.of(identifier)} />, reading);
  }
}
